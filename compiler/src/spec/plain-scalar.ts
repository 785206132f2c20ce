import type { TextNode } from "./yaml-tree.js";

/** What the core schema of YAML 1.2 makes of a scalar. */
export type ScalarReading =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "null" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number }
  /** A number that readers of YAML disagree about, or that a double cannot hold. */
  | {
      readonly kind: "unclear-number";
      readonly problem: string;
      readonly instead: string | undefined;
    };

const nulls: ReadonlySet<string> = new Set(["null", "Null", "NULL", "~"]);
const bools: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);
const numberText = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const otherBase = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const mayBeNumber = /^[-+.0-9]/;

export function readScalar(node: TextNode): ScalarReading {
  const { value } = node;
  if (node.style !== "plain") return { kind: "text", value };
  if (mayBeNumber.test(value)) return readPlainNumber(value);
  if (nulls.has(value) || value === "") return { kind: "null" };
  const bool = bools.get(value);
  return bool === undefined ? { kind: "text", value } : { kind: "bool", value: bool };
}

function readPlainNumber(text: string): ScalarReading {
  if (otherBase.test(text)) {
    return unclear(
      "hexadecimal and octal numbers are written differently elsewhere",
      `${Number(text)}`,
    );
  }
  if (notFinite.test(text)) return unclear("there is no infinity and no NaN in a spec", undefined);
  if (!numberText.test(text)) return { kind: "text", value: text };
  const digits = /^[-+]?0([0-9]+)/.exec(text);
  const value = Number(text);
  if (digits !== null) {
    return unclear("a leading zero means octal to some readers of YAML", `${value}`);
  }
  if (!Number.isFinite(value)) return unclear("it is too large for a number", undefined);
  if (/^[-+]?[0-9]+$/.test(text) && !Number.isSafeInteger(value)) {
    return unclear("whole numbers are exact up to 9007199254740991 only", undefined);
  }
  return { kind: "number", value: value + 0 };
}

function unclear(problem: string, instead: string | undefined): ScalarReading {
  return { kind: "unclear-number", problem, instead };
}

/** Text of YAML 1.2 that readers of YAML 1.1 take for true or false. */
export function isOldBoolean(node: TextNode): boolean {
  return node.style === "plain" && /^(?:yes|no|on|off)$/i.test(node.value);
}

/** How a YAML file writes this text for certain. */
export function quoteYaml(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)) return JSON.stringify(text);
  return `'${text.replaceAll("'", "''")}'`;
}
