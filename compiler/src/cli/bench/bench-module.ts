import type { SpecModule } from "../run/spec-module.js";

/** A matrix as `bench` uses it. */
export interface BenchMatrix {
  readonly name: string;
  readonly width: number;
  readonly dtype: "float32" | "float64" | "int32" | "uint8";
  readonly encode: (features: readonly unknown[]) => unknown;
  readonly writeRow: (row: unknown, options: object, out: NodeJS.TypedArray, at: number) => void;
}

export const cellArrays = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint8: Uint8Array,
};

/** The emitter gives every matrix exactly this shape. */
export function benchMatrix(module: SpecModule, exported: string, name: string): BenchMatrix {
  return { ...(module.matrices[exported] as Omit<BenchMatrix, "name">), name };
}
