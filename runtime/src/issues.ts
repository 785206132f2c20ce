/**
 * What is wrong with a value:
 *
 * - `missing`: a required field is absent or null
 * - `unknown`: a field that the contract does not have
 * - `type`: a value of another type, or text that does not read as the type
 * - `range`: a number, date or timestamp outside its range
 * - `enum`: a text that is not one of the values
 * - `pattern`, `length`: a text, or for length a list, that does not fit
 * - `constraint`: fields that do not fit together
 * - `outside`: the value of a feature outside its range, with `outside: reject`
 * - `cell`: the value of a feature that a matrix cannot hold
 * - `malformed`: a line of a file that is no JSON
 * - `not_an_object`: no plain object where a record belongs
 * - `limit`: there were more issues, which are not listed
 */
export type IssueCode =
  | "missing"
  | "unknown"
  | "type"
  | "range"
  | "enum"
  | "pattern"
  | "length"
  | "constraint"
  | "outside"
  | "cell"
  | "malformed"
  | "not_an_object"
  | "limit";

/** One thing that is wrong with a value, and where. An issue of Standard Schema as it is. */
export interface Issue {
  readonly code: IssueCode;
  /** Names of fields and positions in lists, from the outermost; empty for the value itself. */
  readonly path: readonly (string | number)[];
  /** What belongs there, such as `an int from 18 to 120`. */
  readonly expected: string;
  /** What stands there, from `describeReceived`. */
  readonly received: string;
  /** The problem alone: `expected an int from 18 to 120, received 7`. */
  readonly text: string;
  /** The problem and its place: `age: expected an int from 18 to 120, received 7`. */
  readonly message: string;
}

/** How many issues a validator lists; the one after them has the code `limit`. */
export const ISSUE_LIMIT = 100;

/** An issue whose texts are built from what was expected and received. */
export function issue(
  code: IssueCode,
  path: readonly (string | number)[],
  expected: string,
  received: string,
): Issue {
  return worded(code, path, expected, received, wordingOf(code, expected, received));
}

function worded(
  code: IssueCode,
  path: readonly (string | number)[],
  expected: string,
  received: string,
  text: string,
): Issue {
  const place = pathText(path);
  const message = place === "" ? text : `${place}: ${text}`;
  return { code, path, expected, received, text, message };
}

function wordingOf(code: IssueCode, expected: string, received: string): string {
  switch (code) {
    case "missing":
      return `expected ${expected}, but it is ${received}`;
    case "unknown":
      return "is not a field of this input";
    case "limit":
      return `there are more than ${expected}`;
    case "constraint":
      return `must hold: ${expected}`;
    case "type":
    case "range":
    case "enum":
    case "pattern":
    case "length":
    case "outside":
    case "cell":
    case "malformed":
    case "not_an_object":
      return `expected ${expected}, received ${received}`;
  }
}

/** `items[2].price`; names that are not plain words as `["Total.Amount"]`. */
export function pathText(path: readonly (string | number)[]): string {
  let text = "";
  for (const part of path) {
    if (typeof part === "number") text += `[${part}]`;
    else if (!isPlainWord(part)) text += `[${JSON.stringify(part.slice(0, 80))}]`;
    else text += text === "" ? part : `.${part}`;
  }
  return text;
}

/** Of letters, digits and `_`, and not a digit first. */
function isPlainWord(part: string): boolean {
  for (let i = 0; i < part.length; i++) {
    const unit = part.charCodeAt(i);
    const isLetter = (unit | 32) >= 97 && (unit | 32) <= 122;
    if (!isLetter && unit !== 95 && (i === 0 || unit < 48 || unit > 57)) return false;
  }
  return part !== "";
}
