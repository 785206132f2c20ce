import { describe, expect, it } from "vitest";
import {
  FingerprintError,
  MatrixError,
  checkFingerprint,
  float32Cell,
  float64Cell,
  int32Cell,
  uint8Cell,
} from "../../../runtime/src/index.js";

type Cell = typeof float64Cell;

function stored(cell: Cell, values: readonly unknown[]): number[] {
  return values.map((value) => cell(value, 0, "c", "f"));
}

function refusals(cell: Cell, values: readonly unknown[]): string[] {
  return values.map((value) => {
    try {
      return `stored ${cell(value, 7, "risk=0", "risk")}`;
    } catch (error) {
      if (!(error instanceof MatrixError)) throw error;
      expect([error.row, error.column, error.feature]).toEqual([7, "risk=0", "risk"]);
      expect(error.value).toBe(value);
      return error.reason;
    }
  });
}

const never = ["1", null, undefined, NaN, Infinity, -Infinity, 1n, [], {}];
const neverReasons = [
  "is not a number",
  "is missing, and the matrix has no value for that",
  "is not a number",
  "is not finite",
  "is not finite",
  "is not finite",
  "is not a number",
  "is not a number",
  "is not a number",
];

describe("cells", () => {
  it("float64 holds every finite number, -0 as 0", () => {
    const values = [1.1, -0, 5e-324, 1.7976931348623157e308, true, false];
    expect(stored(float64Cell, values)).toEqual([1.1, 0, 5e-324, 1.7976931348623157e308, 1, 0]);
    expect(refusals(float64Cell, never)).toEqual(neverReasons);
  });

  it("float32 rounds, and refuses what would become infinite", () => {
    expect(stored(float32Cell, [0.1, 3.4028235677973362e38, -1e-60, -0, true])).toEqual([
      0.10000000149011612, 3.4028234663852886e38, 0, 0, 1,
    ]);
    expect(refusals(float32Cell, [3.4028235677973366e38, -1e39])).toEqual([
      "is outside what float32 can hold",
      "is outside what float32 can hold",
    ]);
    expect(refusals(float32Cell, never)).toEqual(neverReasons);
  });

  it("int32 and uint8 hold whole numbers of their range", () => {
    expect(stored(int32Cell, [-2147483648, 2147483647, -0, true])).toEqual([
      -2147483648, 2147483647, 0, 1,
    ]);
    expect(stored(uint8Cell, [0, 255, -0, false])).toEqual([0, 255, 0, 0]);
    const out = ["is outside what int32 can hold", "has a fraction, which int32 cannot hold"];
    expect(refusals(int32Cell, [2147483648, -2147483649, 1e300, 0.5])).toEqual([
      out[0],
      out[0],
      out[0],
      out[1],
    ]);
    expect(refusals(uint8Cell, [256, -1, 1.5])).toEqual([
      "is outside what uint8 can hold",
      "is outside what uint8 can hold",
      "has a fraction, which uint8 cannot hold",
    ]);
    expect(refusals(int32Cell, never)).toEqual(neverReasons);
    expect(refusals(uint8Cell, never)).toEqual(neverReasons);
  });

  it("the message names row, column, feature and value", () => {
    expect(() => float64Cell(NaN, 12, "risk=0", "risk")).toThrow(
      "row 12, column risk=0, feature risk: NaN is not finite",
    );
    expect(() => uint8Cell("x", 0, 3, "risk")).toThrow(
      'row 0, column 3, feature risk: the text "x" is not a number',
    );
  });
});

describe("checkFingerprint", () => {
  it("throws with both where they differ", () => {
    expect(() => checkFingerprint("a1", "a1", "the model")).not.toThrow();
    expect(() => checkFingerprint("a1", "b2", "the model m.onnx")).toThrow(
      "the model m.onnx has the fingerprint b2, but this code was built for a1",
    );
    try {
      checkFingerprint("a1", "b2", "x");
    } catch (error) {
      expect(error).toBeInstanceOf(FingerprintError);
      expect(error).toMatchObject({ name: "FingerprintError", expected: "a1", actual: "b2" });
    }
  });
});
