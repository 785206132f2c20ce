const plain = /^[A-Za-z_][A-Za-z0-9_/().+-]*(?: [A-Za-z0-9_/().+-]+)*$/;
/** Words that some reader of YAML takes for something else than text. */
const notText = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as a scalar that may stand inside `{ }` and `[ ]`. */
export function yamlText(text: string): string {
  return plain.test(text) && !notText.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

export function flowList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(", ")}]`;
}

export function numberList(numbers: readonly number[]): string {
  return `[${numbers.map(String).join(", ")}]`;
}
