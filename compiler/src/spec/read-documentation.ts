import type { Documentation } from "./ast.js";
import type { KeyedEntries } from "./open-map.js";
import { readScalar } from "./plain-scalar.js";
import { mapText, unmappedText } from "./formula-text.js";
import { readText, readTextOf, readTexts } from "./read-text.js";
import type { Reading } from "./reading.js";

type DocumentationKey = "unit" | "description" | "tags" | "deprecated";

export function readDocumentation(
  entries: KeyedEntries<DocumentationKey>,
  reading: Reading,
): Documentation {
  const description = readTextOf(entries.get("description"), reading);
  const unit = readUnitText(entries, reading);
  const deprecated = readDeprecated(entries, reading);
  return {
    tags: readTexts(entries.get("tags"), reading),
    ...(description === undefined ? {} : { description }),
    ...(unit === undefined ? {} : { unit }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

/** With the place of each character, since a unit is a formula of its own. */
function readUnitText(
  entries: KeyedEntries<DocumentationKey>,
  reading: Reading,
): Documentation["unit"] {
  const entry = entries.get("unit");
  if (entry === undefined || readText("unit", entry.value, reading) === undefined) return undefined;
  const { value } = entry;
  if (value.kind !== "text") return undefined;
  return mapText(value, reading.file) ?? unmappedText(value, reading.file);
}

/** `true`, or a text that says what to use instead. */
function readDeprecated(
  entries: KeyedEntries<DocumentationKey>,
  reading: Reading,
): Documentation["deprecated"] {
  const entry = entries.get("deprecated");
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind === "text") {
    const scalar = readScalar(value);
    if (scalar.kind === "bool") return reading.located(scalar.value, value);
  }
  return readText("deprecated", value, reading);
}
