import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "../../compiler/src/compile.js";
import type { Program } from "../../compiler/src/ir/program.js";
import { loadGenerated } from "./load-generated.js";
import type { ScannedModule } from "./compare-scanners.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every spec of `specs/` whose rows need nothing but their line. */
export const scannedSpecs = [
  "city_taxi",
  "loan_default",
  "movies",
  "penguins",
  "seattle_weather",
  "support_tickets",
];

/** Every way to declare a field, and keys that JSON or JavaScript treats in its own way. */
const everyField = `featc: 1
name: every_field
input:
  s: { type: timestamp, from: epoch_s }
  n: { type: number, range: "(0, 1)" }
  small: { type: int, range: [1, 3], outside: clamp }
  rare: { type: number?, range: [0, 10], outside: missing, missing_values: [-999, "NA", true] }
  written: { type: int, from: text, range: [0, 1000] }
  since: { type: timestamp, from: epoch_ms }
  flag: bool?
  yes: { type: bool, from: text }
  day: { type: date, from: [yyyy-MM-dd, dd/MM/yy], pivot: 70 }
  colour: { type: enum, values: [red, green, blue], invalid: red }
  letter: { type: enum, values: [a, b, c, d, e, f, g, h, i, j, k] }
  odd: { type: enum?, values: [red, "a\\"b", été] }
  code: { type: "string?", pattern: "^[A-Z]{2}[0-9]{2}$" }
  place: { type: "record?", fields: { lat: { type: number, range: [-90, 90] }, name: string? } }
  prices: { type: "list<number>", length: [0, 3], items: { range: [0, 1000] } }
  proto: { type: number?, name: __proto__ }
  text: { type: string, length: [0, 30], name: constructor }
  unread: { type: string?, length: [1, 5] }
constraints:
  usual: { formula: n < 0.9, on_violation: warn }
  sane: { formula: small != 2 or n < 0.5, on_violation: reject }
features:
  f_n: n
  f_s: epoch_ms(s)
  f_small: small
  f_rare: { formula: rare, impute: -1 }
  f_written: { formula: written, range: [0, 900], outside: reject }
  f_since: epoch_ms(since)
  f_flag: { formula: flag, impute: "false" }
  f_yes: yes
  f_day: year(day)
  f_red: colour == "red"
  f_letter: 'index_in(letter, ["a", "k"], oov: 9)'
  f_odd: { formula: 'odd == "red"', impute: "false" }
  f_code: { formula: length(code), impute: 0 }
  f_lat: { formula: place.lat, impute: 0 }
  f_prices: sum(prices)
  f_proto: { formula: proto, impute: 0 }
  f_text: length(text)
matrix:
  model_input:
    dtype: float64
    missing: reject
    columns: [f_n, f_s, f_small, f_rare, f_written, f_since, f_flag, f_yes, f_day, f_red, f_letter, f_odd, f_code, f_lat, f_prices, f_proto, f_text]
`;

export interface ScannedSpec {
  readonly program: Program;
  readonly module: ScannedModule;
}

/** A spec of `specs/`, or `every_field`, compiled and loaded. */
export async function scannedSpec(
  name: string,
  unknownFields: "reject" | "ignore",
): Promise<ScannedSpec> {
  const path = `specs/${name}.feat.yaml`;
  const readFile = (one: string): string | undefined => {
    if (one === path && name === "every_field") return withUnknownFields(everyField, unknownFields);
    const file = join(root, one);
    if (!existsSync(file)) return undefined;
    const text = readFileSync(file, "utf8");
    return one === path ? withUnknownFields(text, unknownFields) : text;
  };
  const { program, files, diagnostics } = await compile(path, { readFile });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (program === undefined || errors.length > 0) {
    throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  }
  return { program, module: await loadGenerated<ScannedModule>(files, "index.ts") };
}

function withUnknownFields(spec: string, rule: string): string {
  return `${spec.replace(/^unknown_fields: .*\n/m, "")}\nunknown_fields: ${rule}\n`;
}
