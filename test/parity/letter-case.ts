import { check } from "../../compiler/src/compile.js";
import { memoryHost } from "../support/memory-host.js";

/** Every character of Unicode, in texts, and a spec that changes their case. */
export function letterCase() {
  const texts: string[] = [];
  for (let first = 1; first <= 0x10ffff; first += 2048) {
    const points = Array.from({ length: 2048 }, (_, i) => first + i);
    const held = points.filter((p) => p <= 0x10ffff && (p < 0xd800 || p > 0xdfff));
    texts.push(String.fromCodePoint(...held));
  }
  const path = "example.feat.yaml";
  const { program, facts } = check(
    path,
    memoryHost({
      [path]: `featc: 1
name: example
input: { s: string }
features: { low: lower_unicode(s), high: upper_unicode(s) }
`,
    }),
  );
  if (program === undefined || facts === undefined) throw new Error("the spec has errors");
  return { program, facts, texts };
}
