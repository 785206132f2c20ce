import { internalError } from "../../base/assert.js";

/** A piece of SQL that is an expression. */
export interface Sql {
  readonly text: string;
  /** Stands as an operand without parentheses. */
  readonly isAtom: boolean;
  /** A name or a constant: costs nothing where it is written twice. */
  readonly isPlain: boolean;
}

export function plain(text: string): Sql {
  return { text, isAtom: true, isPlain: true };
}

export function atom(text: string): Sql {
  return { text, isAtom: true, isPlain: false };
}

function compound(text: string): Sql {
  return { text, isAtom: false, isPlain: false };
}

/** The expression where an operator takes it. Every operator has its operands in parentheses: engines differ in precedence. */
function operand({ text, isAtom }: Sql): string {
  return isAtom ? text : `(${text})`;
}

export function infix(left: Sql, operator: string, right: Sql): Sql {
  return compound(`${operand(left)} ${operator} ${operand(right)}`);
}

export function prefix(operator: string, of: Sql): Sql {
  return compound(`${operator} ${operand(of)}`);
}

export function suffix(of: Sql, operator: string): Sql {
  return compound(`${operand(of)} ${operator}`);
}

export function call(name: string, ...args: readonly Sql[]): Sql {
  return atom(`${name}(${args.map(({ text }) => text).join(", ")})`);
}

export function cast(of: Sql, type: string): Sql {
  return atom(`CAST(${of.text} AS ${type})`);
}

export function inList(of: Sql, values: readonly Sql[]): Sql {
  return compound(`${operand(of)} IN (${values.map(({ text }) => text).join(", ")})`);
}

export interface Arm {
  readonly when: Sql;
  readonly value: Sql;
}

const lineWidth = 90;

/** `CASE WHEN … END`; on several lines where one would be long. Without `otherwise` it ends in NULL. */
export function cases(arms: readonly Arm[], otherwise?: Sql): Sql {
  if (arms.length === 0) return otherwise ?? sqlNull;
  const parts = [
    ...arms.map(({ when, value }) => `WHEN ${when.text} THEN ${value.text}`),
    ...(otherwise === undefined ? [] : [`ELSE ${otherwise.text}`]),
  ];
  const line = `CASE ${parts.join(" ")} END`;
  return atom(
    line.length <= lineWidth && !line.includes("\n")
      ? line
      : `CASE\n${parts.map((part) => indented(part)).join("\n")}\nEND`,
  );
}

/** No text of a spec has a line end of its own here: `textLiteral` writes them as calls of `chr`. */
export function indented(text: string, by = "  "): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : by + line))
    .join("\n");
}

export const sqlNull = plain("NULL");
export const sqlTrue = plain("TRUE");
export const sqlFalse = plain("FALSE");

export function conjunction(conditions: readonly Sql[]): Sql {
  return joined(conditions, "AND", sqlTrue);
}

export function disjunction(conditions: readonly Sql[]): Sql {
  return joined(conditions, "OR", sqlFalse);
}

function joined(conditions: readonly Sql[], operator: string, none: Sql): Sql {
  const [first, ...rest] = conditions;
  if (first === undefined) return none;
  if (rest.length === 0) return first;
  return compound(conditions.map(operand).join(` ${operator} `));
}

/** A finite double. Without an exponent engines read a decimal, and round a second time. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) internalError(`${value} is not a constant of the language`);
  const digits = String(value).replace("e+", "e");
  return digits.includes("e") ? digits : `${digits}e0`;
}

export function numberLiteral(value: number): Sql {
  const text = numberText(Object.is(value, -0) ? 0 : value);
  return value < 0 ? { text, isAtom: false, isPlain: true } : plain(text);
}

export function boolLiteral(value: boolean): Sql {
  return value ? sqlTrue : sqlFalse;
}

/** A name in SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function column(name: string): Sql {
  return plain(identifier(name));
}

/** Names have no escapes: one with characters that a reader does not see would stand in the file as it is. */
export function isUsableName(name: string): boolean {
  return name !== "" && isWellFormed(name) && name.search(unseen) === -1;
}

/** Half of a surrogate pair alone, which no engine has in its texts. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Controls, and characters without a shape or that reorder text: a reader of the file must see them. */
const unseen =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** A text constant. What is not to be seen is written as a call of `chr`. */
export function textLiteral(text: string): Sql {
  if (!isWellFormed(text)) internalError("a text that is no Unicode reached SQL");
  const parts: string[] = [];
  let from = 0;
  const push = (piece: string): void => {
    if (piece !== "") parts.push(quoted(piece));
  };
  for (const { 0: character, index } of text.matchAll(unseen)) {
    push(text.slice(from, index));
    parts.push(`chr(${character.codePointAt(0) ?? 0})`);
    from = index + character.length;
  }
  push(text.slice(from));
  const [first = "''", ...others] = parts;
  // Not `||`: each of them nests one deeper, and engines limit the depth.
  return plain(others.length === 0 ? first : `concat(${parts.join(", ")})`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
