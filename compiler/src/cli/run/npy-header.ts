import { endianness } from "node:os";
import type { MatrixDtype } from "../../spec/ast.js";

/** Bytes of the header: a multiple of 64, with room for any number of rows. */
export const npyHeaderLength = 128;

/**
 * The header of an NPY file, version 1.0, of a matrix in C order. Format: `numpy.lib.format` of the NumPy
 * manual. Its length does not depend on the number of rows, which is known only at the end.
 */
export function npyHeader(dtype: MatrixDtype, rows: number, columns: number): Uint8Array {
  const dictionary = `{'descr': '${descr(dtype)}', 'fortran_order': False, 'shape': (${rows}, ${columns}), }`;
  const header = Buffer.alloc(npyHeaderLength, " ", "latin1");
  header.write("\x93NUMPY\x01\x00", 0, "latin1");
  header.writeUInt16LE(npyHeaderLength - 10, 8);
  header.write(dictionary, 10, "latin1");
  header.write("\n", npyHeaderLength - 1, "latin1");
  return header;
}

/** Typed arrays have the byte order of the machine. */
function descr(dtype: MatrixDtype): string {
  const order = endianness() === "LE" ? "<" : ">";
  switch (dtype) {
    case "float64":
      return `${order}f8`;
    case "float32":
      return `${order}f4`;
    case "int32":
      return `${order}i4`;
    case "uint8":
      return "|u1";
  }
}
