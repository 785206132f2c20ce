import type { OutputColumn } from "./output-columns.js";
import { jsonForm } from "./output-value.js";
import type { ReplacedFile } from "./replace-file.js";
import type { Sink } from "./sink.js";

/** One object on each line: keys and features; missing is null. */
export function createJsonLinesSink(file: ReplacedFile, columns: readonly OutputColumn[]): Sink {
  const names = columns.map((column) => JSON.stringify(column.name));
  return {
    write: (rows) => {
      let text = "";
      for (const row of rows) {
        const members = columns.map((column, i) => {
          return `${names[i] ?? ""}:${JSON.stringify(jsonForm(column.valueOf(row), column.type))}`;
        });
        text += `{${members.join(",")}}\n`;
      }
      file.write(text);
      return [];
    },
    finish: () => file.commit(),
    discard: () => file.discard(),
  };
}
