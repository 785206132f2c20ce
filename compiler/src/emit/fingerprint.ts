import { sha256Hex } from "../base/sha256.js";
import type { Matrix, Program } from "../ir/program.js";

/**
 * What a model was trained on, in 20 characters: `fc1-` and 16 hexadecimal digits. It changes with the
 * names, order and encoders of the columns, with dtype and missing rule, and with the spec's hash.
 */
export function fingerprintOf(program: Program, matrix: Matrix): string {
  const columns = matrix.columns.map(({ text, cells }) => [text, cells]);
  const identity = ["featc matrix 1", program.specHash, matrix.dtype, matrix.missing, columns];
  return `fc1-${sha256Hex(JSON.stringify(identity)).slice(0, 16)}`;
}
