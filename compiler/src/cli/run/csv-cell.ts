import { parseInteger, parseNumber } from "@featc/runtime";
import { assertNever } from "../../base/assert.js";
import type { FieldContract } from "../../ir/program.js";

/** The JSON form of what a cell says. A cell that does not read as its type stays text: the validator says so. */
export type CellReader = (cell: string) => unknown;

/** How the cells of a field's column are read. An empty cell is missing, or the sentinel "". */
export function cellReader(field: FieldContract): CellReader {
  const present = presentReader(field);
  const sentinels = new Set(field.missingValues.filter((value) => typeof value === "string"));
  const empty = sentinels.has("") ? "" : null;
  return (cell) => {
    if (cell === "") return empty;
    return sentinels.has(cell) ? cell : present(cell);
  };
}

function presentReader(field: FieldContract): CellReader {
  switch (field.format.kind) {
    case "text":
    case "patterns":
      return asText;
    case "epoch_s":
    case "epoch_ms":
      return asNumber;
    case "json":
      return jsonFormReader(field);
    default:
      return assertNever(field.format);
  }
}

function jsonFormReader(field: FieldContract): CellReader {
  const kind = field.type.kind;
  switch (kind) {
    case "number":
      return asNumber;
    case "int":
      return asInt;
    case "bool":
      return asBool;
    case "string":
    case "enum":
    case "id":
    case "date":
    case "timestamp":
      return asText;
    case "list":
    case "record":
      return asJson;
    case "duration":
    case "vector":
    case "missing":
    case "invalid":
      return asText;
    default:
      return assertNever(kind);
  }
}

const asText: CellReader = (cell) => cell;

const asNumber: CellReader = (cell) => parseNumber(cell) ?? cell;

/** Also `260.0`, which tools write for whole numbers in a column with gaps. */
const asInt: CellReader = (cell) => {
  const whole = parseInteger(cell);
  if (whole !== null) return whole;
  const number = parseNumber(cell);
  return number !== null && Number.isSafeInteger(number) ? number : cell;
};

const bools: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["1", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
  ["0", false],
]);

const asBool: CellReader = (cell) => bools.get(cell) ?? cell;

const asJson: CellReader = (cell) => {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
};
