import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface NpyContent {
  readonly descr: string;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

const withNumpy = `
import json, sys, numpy
a = numpy.load(sys.argv[1], allow_pickle=False)
print(json.dumps({"descr": a.dtype.str, "shape": a.shape, "data": a.ravel().tolist()}))
`;

/** What numpy reads where there is one, else what the manual of the format says. */
export function readNpy(path: string): NpyContent {
  try {
    const text = execFileSync("python3", ["-c", withNumpy, path], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(String(text)) as NpyContent;
  } catch {
    return readByManual(readFileSync(path));
  }
}

function readByManual(bytes: Buffer): NpyContent {
  if (bytes.toString("latin1", 0, 8) !== "\x93NUMPY\x01\x00") throw new Error("no NPY file");
  const start = 10 + bytes.readUInt16LE(8);
  if (start % 64 !== 0 || bytes[start - 1] !== 10) throw new Error("the header is not aligned");
  const header = bytes.toString("latin1", 10, start);
  const found =
    /^\{'descr': '([^']+)', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \} *\n$/.exec(
      header,
    );
  if (found === null) throw new Error(`the header is ${header}`);
  const [, descr = "", rows, columns] = found;
  const shape = [Number(rows), Number(columns)];
  const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length);
  const cells =
    descr === "<f4"
      ? new Float32Array(data)
      : descr === "<f8"
        ? new Float64Array(data)
        : new Uint8Array(data);
  if (cells.length !== Number(rows) * Number(columns)) throw new Error("the length does not fit");
  return { descr, shape, data: [...cells] };
}
