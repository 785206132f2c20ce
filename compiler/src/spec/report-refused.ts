import { assertNever } from "../base/assert.js";
import type { Reading } from "./reading.js";
import type { RefusedPart } from "./read-yaml.js";
import { quoteYaml } from "./plain-scalar.js";

/** Reports parts of YAML that specs do without; `offset` is where their text starts in the file. */
export function reportRefused(
  reading: Reading,
  parts: readonly RefusedPart[],
  offset: number,
): void {
  for (const part of parts) {
    const place = { start: part.start + offset, end: part.end + offset };
    switch (part.kind) {
      case "anchor":
        reading.report("yaml/anchor", place, { anchor: part.text });
        break;
      case "alias":
        reading.report("yaml/alias", place, { alias: part.text });
        break;
      case "merge-key":
        reading.report("yaml/merge-key", place, {});
        break;
      case "tag":
        reading.report("yaml/tag", place, { text: part.text, quoted: quoteYaml(part.text) });
        break;
      case "complex-key":
        reading.report("yaml/complex-key", place, {});
        break;
      case "lone-surrogate":
        reading.report("yaml/lone-surrogate", place, {});
        break;
      case "too-deep":
        reading.report("yaml/too-deep", place, {});
        break;
      default:
        assertNever(part.kind);
    }
  }
}
