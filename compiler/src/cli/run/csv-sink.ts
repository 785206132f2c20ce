import type { OutputColumn } from "./output-columns.js";
import { csvCell, csvText } from "./output-value.js";
import type { ReplacedFile } from "./replace-file.js";
import type { Sink } from "./sink.js";

/** RFC 4180 with a header; lines end with `\n`. */
export function createCsvSink(file: ReplacedFile, columns: readonly OutputColumn[]): Sink {
  file.write(`${columns.map((column) => csvText(column.name)).join(",")}\n`);
  return {
    write: (rows) => {
      let text = "";
      for (const row of rows) {
        text += columns.map((column) => csvCell(column.valueOf(row), column.type)).join(",");
        text += "\n";
      }
      file.write(text);
      return [];
    },
    finish: () => file.commit(),
    discard: () => file.discard(),
  };
}
