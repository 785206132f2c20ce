/** A spec with the text in every place that takes any text. The text must not be `other`. */
export function specWith(text: string): string {
  const yaml = quotedForYaml(text);
  const formula = quotedForYaml;
  const literal = quotedForFormula(text);
  return `featc: 1
name: example
version: 1.0.0
description: ${yaml}
owner: ${yaml}
keys: [customer]
input:
  customer: { type: id, description: ${yaml} }
  amount:
    type: number
    range: [0, 10]
    description: ${yaml}
    tags: [${yaml}]
    deprecated: ${yaml}
    missing_values: [${yaml}]
    name: ${formula(`${text} amount`)}
  kind: { type: enum, values: [${yaml}, other], name: ${formula(`${text} kind`)} }
  colour: { type: enum, values: [${yaml}, other], invalid: ${yaml}, description: ${yaml} }
  code: { type: string, pattern: ${formula(`${quotedForPattern(text)}?`)}, description: ${yaml} }
  note: { type: string, name: ${yaml} }
  nested: { type: record, fields: { inner: { type: string, name: ${yaml}, description: ${yaml} } } }
constraints:
  known_note:
    description: ${yaml}
    formula: ${formula(`note != ${quotedForFormula(`not ${text}`)}`)}
    on_violation: reject
maps:
  score: { ${yaml}: 1, other: 2 }
  label: { other: ${yaml}, ${yaml}: other }
let:
  same_note: { formula: ${formula(`note == ${literal}`)}, description: ${yaml} }
features:
  shown_kind: { formula: kind }
  scored:
    formula: score[kind]
    range: [1, 2]
    description: ${yaml}
    tags: [${yaml}]
    deprecated: ${yaml}
    examples:
      - { given: { kind: ${yaml}, note: ${yaml}, colour: ${yaml} }, expect: 1 }
  labelled: { formula: ${formula(`label[kind] ?? ${literal}`)} }
  matched: { formula: ${formula(`match kind { ${literal} => 1, "other" => 2 }`)}, range: [1, 2] }
  found: { formula: ${formula(`same_note or contains(note, ${literal}) or note in [${literal}, "b"]`)} }
  starts: { formula: ${formula(`if starts_with(nested.inner, ${literal}) then amount ?? 0 else 5`)}, range: [0, 10] }
matrix:
  model_input:
    dtype: float32
    columns: [scored, matched, ${formula(`one_hot(shown_kind, [${literal}, "other"])`)}]
policy:
  decision: { formula: ${formula(`if scored > 1 then ${literal} else "no"`)}, description: ${yaml} }
`;
}

/** A double-quoted YAML scalar; JSON's escapes are YAML's, and the rest of what nobody sees is escaped too. */
export function quotedForYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A string literal of the formula language. */
export function quotedForFormula(text: string): string {
  const escaped = text.replace(/["\\]|[^ -~]/gu, (one) =>
    one === '"' || one === "\\" ? `\\${one}` : `\\u{${one.codePointAt(0)?.toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** A pattern in which nothing but the text matches. */
function quotedForPattern(text: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/-]|[^ -~]/gu, (one) =>
    /[!-~]/.test(one) ? `\\${one}` : `\\u{${one.codePointAt(0)?.toString(16)}}`,
  );
  return `(${escaped})`;
}

/** A row that takes the arm of the text in every formula, in the producer's form. */
export function rowWith(text: string): object {
  // fromEntries defines `__proto__` like any other key.
  return Object.fromEntries<unknown>([
    ["customer", "c1"],
    [`${text} amount`, 3],
    [`${text} kind`, text],
    ["colour", text],
    ["code", text],
    [text, text],
    ["nested", Object.fromEntries([[text, text]])],
  ]);
}
