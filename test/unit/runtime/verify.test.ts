import { describe, expect, it } from "vitest";
import {
  InputError,
  issue,
  MatrixError,
  RejectedRowError,
  VerificationError,
  verifyCells,
  verifyIssues,
  verifyOutcome,
  verifyValues,
} from "../../../runtime/src/index.js";

const row = { spec: "loan", words: "where debt is 0", personal: ["mail"] };

describe("verifyValues", () => {
  it.each([
    [0.1, 0.1],
    [null, null],
    [NaN, NaN],
    ["a", "a"],
    [
      [0, 1],
      [0, 1],
    ],
  ])("takes %j for %j", (expected, found) => {
    verifyValues(row, { a: expected }, { a: found, b: 1 });
  });

  it.each([
    [0.1, 0.09999999999999999, "is 0.09999999999999999 and must be 0.1"],
    [0.30000000000000004, 0.3, "is 0.3 and must be 0.30000000000000004"],
    [0, -0, "is -0 and must be 0"],
    [null, 0, "is 0 and must be null"],
    [1, undefined, "is nothing and must be 1"],
    [true, 1, "is 1 and must be true"],
    ["a", "b", 'is the text "b" and must be the text "a"'],
    [[0, 1], [0, 1, 0], "is [0, 1, 0] and must be [0, 1]"],
    [[0, 1], [1, 0], "is [1, 0] and must be [0, 1]"],
  ])("does not take %j for %j", (expected, found, words) => {
    expect(() => {
      verifyValues(row, { a: expected }, { a: found });
    }).toThrow(`loan: a ${words}, where debt is 0`);
  });

  it("does not show personal data", () => {
    let thrown: unknown;
    try {
      verifyValues(row, { mail: "ann@example.com" }, { mail: "bob@example.com" });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({
      name: "VerificationError",
      feature: "mail",
      expected: undefined,
      found: undefined,
      message: "loan: mail is not what it must be, where debt is 0",
    });
  });

  it.each([
    [1, 1 + 4e-13, true],
    [1, 1 + 1e-11, false],
    [1e300, 1.0000000000001e300, true],
    [0, 4e-16, true],
    [0, 1e-9, false],
    [5, NaN, false],
  ])("in 12 digits %d and %d are the same: %s", (expected, found, same) => {
    const compare = (): void => {
      verifyValues({ ...row, digits: 12 }, { a: expected }, { a: found });
    };
    if (same) compare();
    else expect(compare).toThrow(VerificationError);
  });
});

describe("verifyCells", () => {
  it("compares as many cells as there are on either side", () => {
    verifyCells(row, ["a", "b"], [1, NaN], Float64Array.of(1, NaN));
    const wrong = (expected: readonly number[], found: ArrayLike<number>): (() => void) =>
      verifyCells.bind(null, row, ["a", "b"], expected, found);
    expect(wrong([1, 2], [1, 3])).toThrow("loan: b is 3 and must be 2");
    expect(wrong([1, 2], [1])).toThrow("loan: b is nothing and must be 2");
    expect(wrong([1, 2], [1, 2, 3])).toThrow("loan: column 2 is 3 and must be nothing");
  });
});

describe("verifyIssues", () => {
  it("compares codes and paths", () => {
    const issues = [issue("type", ["home", "rooms"], "an int", "a text")];
    verifyIssues(row, ["type home.rooms"], issues);
    verifyIssues(row, [], []);
    expect(() => {
      verifyIssues(row, [], issues);
    }).toThrow("loan: the contract is refused: type home.rooms and must be admitted");
  });
});

describe("verifyOutcome", () => {
  const failing = (error: unknown) => (): never => {
    throw error;
  };
  const rejected = new RejectedRowError("ratio", 7, "[0, 5]");
  const refused = new MatrixError(0, "a", "a", null, "is missing");

  it("gives what is computed, or undefined for the refusal that is expected", () => {
    expect(verifyOutcome(row, "the row", null, () => 7)).toBe(7);
    expect(verifyOutcome(row, "the row", "ratio", failing(rejected))).toBeUndefined();
    expect(verifyOutcome(row, "wide", "a matrix", failing(refused))).toBeUndefined();
  });

  it.each([
    [null, failing(rejected), "the row is rejected by ratio and must be computed"],
    ["share", failing(rejected), "the row is rejected by ratio and must be rejected by share"],
    ["ratio", () => 7, "the row is computed and must be rejected by ratio"],
    [null, failing(new InputError([])), "the row is refused by a contract and must be computed"],
    [null, failing(new TypeError("ann@example.com")), "an error of the kind TypeError"],
    [null, failing("thrown"), "the row is an error and must be computed"],
  ])("refuses every other end: %s", (refusal, compute, words) => {
    expect(() => verifyOutcome<unknown>(row, "the row", refusal, compute)).toThrow(words);
  });
});
