import { closeSync, openSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

/** `QUERY ROWS THREADS FILE`: what a person writes to get a matrix of doubles of 32 bits out of DuckDB, as .npy. */
const [query = "", rowsText = "0", threads = "1", file = ""] = process.argv.slice(2);
const rows = Number(rowsText);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(`SET threads = ${threads}`);
const result = await connection.stream(query);
const width = result.columnCount;
const cells = new Float32Array(rows * width);
let row = 0;
for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
  if (chunk.rowCount === 0) break;
  for (let column = 0; column < width; column += 1) {
    const { items } = chunk.getColumnVector(column) as unknown as { readonly items: Float32Array };
    let at = row * width + column;
    for (let i = 0; i < chunk.rowCount; i += 1) {
      cells[at] = items[i] ?? 0;
      at += width;
    }
  }
  row += chunk.rowCount;
}
if (row !== rows) throw new Error(`${row} rows in place of ${rows}`);
const head = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${width}), }`;
const length = Math.ceil((10 + head.length + 1) / 64) * 64 - 10;
const prefix = Buffer.alloc(10 + length, " ");
prefix.write("\x93NUMPY\x01\x00", 0, "latin1");
prefix.writeUInt16LE(length, 8);
prefix.write(`${head.padEnd(length - 1)}\n`, 10, "latin1");
const out = openSync(file, "w");
writeFileSync(out, prefix);
writeFileSync(out, cells);
closeSync(out);
