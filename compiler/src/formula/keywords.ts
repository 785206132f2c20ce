/** Words of the formula language; none of them can name a field, feature, function or parameter. */
export const formulaKeywords = [
  "and",
  "during",
  "else",
  "false",
  "if",
  "in",
  "is",
  "latest",
  "match",
  "missing",
  "not",
  "or",
  "present",
  "skip",
  "then",
  "true",
  "where",
  "within",
] as const;

export type FormulaKeyword = (typeof formulaKeywords)[number];

const keywordSet: ReadonlySet<string> = new Set(formulaKeywords);

export function isFormulaKeyword(word: string): word is FormulaKeyword {
  return keywordSet.has(word);
}

const snakeCase = /^[a-z][a-z0-9_]*$/;

export function isSnakeCase(word: string): boolean {
  return snakeCase.test(word);
}

/** `DebtRatio` gives `debt_ratio`; undefined where nothing of the word can stand in a name. */
export function suggestSnakeCase(word: string): string | undefined {
  const words = word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  if (!isSnakeCase(words)) return undefined;
  return isFormulaKeyword(words) ? `${words}_value` : words;
}
