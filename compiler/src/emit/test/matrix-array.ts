/** The typed array that a matrix of a dtype is written to. */
export const arrayOf = {
  float64: "Float64Array",
  float32: "Float32Array",
  int32: "Int32Array",
  uint8: "Uint8Array",
} as const;
