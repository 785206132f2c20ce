import { assertNever } from "../base/assert.js";
import type {
  ArgumentAst,
  CallAst,
  FormulaAst,
  IfAst,
  IntervalAst,
  MatchArmAst,
  MatchAst,
  PatternAst,
  SelectionAst,
} from "./ast.js";
import { level, operatorLevels } from "./operator-levels.js";
import { quoteString } from "./read-string.js";

/** Columns; what is longer and an `if` or a `match` is broken over lines. */
const lineWidth = 100;

/** The canonical text: parentheses only where precedence needs them, and one spelling of everything. */
export function printFormula(ast: FormulaAst): string {
  return printBroken(ast, 0, 0);
}

/** `reserved`: columns that other text takes on the first and last line. */
function printBroken(ast: FormulaAst, indent: number, reserved: number): string {
  const flat = printFlat(ast, level.expression);
  if (indent + reserved + flat.length <= lineWidth) return flat;
  if (ast.kind === "IfAst") return printBrokenIf(ast, indent);
  return ast.kind === "MatchAst" ? printBrokenMatch(ast, indent) : flat;
}

function printBrokenIf(ast: IfAst, indent: number): string {
  const line = `\n${" ".repeat(indent)}`;
  let text = "";
  let rest: FormulaAst | undefined = ast;
  while (rest?.kind === "IfAst") {
    const condition = printFlat(rest.condition, level.expression);
    text += `if ${condition} then${line}  ${printThen(rest, indent + 2)}`;
    rest = rest.otherwise;
    if (rest !== undefined) text += `${line}else `;
  }
  if (rest === undefined) return text;
  return `${text.slice(0, -1)}${line}  ${printBroken(rest, indent + 2, 1)}`;
}

function printThen(ast: IfAst, indent: number): string {
  return lacksElse(ast.then)
    ? `(${printFlat(ast.then, level.expression)})`
    : printBroken(ast.then, indent, 1);
}

/** An `else` behind such a formula would become its own. */
function lacksElse(ast: FormulaAst): boolean {
  let rest: FormulaAst | undefined = ast;
  while (rest?.kind === "IfAst") rest = rest.otherwise;
  return rest === undefined;
}

function printBrokenMatch(ast: MatchAst, indent: number): string {
  const line = `\n${" ".repeat(indent)}`;
  const arms = ast.arms.map((arm) => {
    const patterns = printPatterns(arm);
    return `${line}  ${patterns} => ${printBroken(arm.value, indent + 2, patterns.length + 5)}`;
  });
  return `match ${printFlat(ast.subject, level.expression)} {${arms.join(",")}${line}}`;
}

/** On one line; in parentheses where the formula binds more loosely than its place allows. */
function printFlat(ast: FormulaAst, least: number): string {
  const text = printNode(ast);
  return levelOf(ast) < least ? `(${text})` : text;
}

function levelOf(ast: FormulaAst): number {
  switch (ast.kind) {
    case "IfAst":
    case "MatchAst":
      return level.expression;
    case "BinaryAst":
      return operatorLevels[ast.operator];
    case "NotAst":
      return level.not;
    case "InListAst":
    case "InRangeAst":
    case "IsMissingAst":
      return level.compare;
    case "NegateAst":
      return level.negate;
    case "PowerAst":
      return level.power;
    case "NumberAst":
    case "StringAst":
    case "BoolAst":
    case "MissingAst":
    case "DateAst":
    case "TimestampAst":
    case "DurationAst":
    case "ListAst":
    case "NameAst":
    case "MemberAst":
    case "IndexAst":
    case "CallAst":
    case "InvalidAst":
      return level.operand;
    default:
      return assertNever(ast);
  }
}

function printNode(ast: FormulaAst): string {
  switch (ast.kind) {
    case "NumberAst":
      return ast.text;
    case "StringAst":
      return quoteString(ast.value);
    case "BoolAst":
      return String(ast.value);
    case "MissingAst":
      return "missing";
    case "DateAst":
      return `d"${ast.text}"`;
    case "TimestampAst":
      return `t"${ast.text}"`;
    case "DurationAst":
      return `${ast.amount}${ast.unit}`;
    case "ListAst":
      return printList(ast.items);
    case "NameAst":
      return ast.name;
    case "MemberAst":
      return `${printObject(ast.object)}.${ast.member}`;
    case "IndexAst":
      return `${printObject(ast.object)}[${printFlat(ast.index, level.expression)}]`;
    case "CallAst":
      return printCall(ast);
    case "NegateAst":
      return `-${printFlat(ast.operand, level.power + 1)}`;
    case "NotAst":
      return `not ${printFlat(ast.operand, level.not)}`;
    case "BinaryAst": {
      const own = operatorLevels[ast.operator];
      // `??` groups to the right, comparisons not at all, everything else to the left.
      const left = printFlat(
        ast.left,
        ast.operator === "??" || own === level.compare ? own + 1 : own,
      );
      const right = printFlat(ast.right, ast.operator === "??" ? own : own + 1);
      return `${left} ${ast.operator} ${right}`;
    }
    case "PowerAst":
      return `${printFlat(ast.base, level.operand)} ^ ${ast.exponent}`;
    case "InListAst":
      return `${printTested(ast.operand)} ${printIn(ast.negated)} ${printList(ast.items)}`;
    case "InRangeAst": {
      const range = printRange(ast.low, ast.high);
      return `${printTested(ast.operand)} ${printIn(ast.negated)} ${range}`;
    }
    case "IsMissingAst":
      return `${printTested(ast.operand)} is ${ast.negated ? "present" : "missing"}`;
    case "IfAst":
      return printIf(ast);
    case "MatchAst": {
      const arms = ast.arms.map(
        (arm) => `${printPatterns(arm)} => ${printFlat(arm.value, level.expression)}`,
      );
      return `match ${printFlat(ast.subject, level.expression)} { ${arms.join(", ")} }`;
    }
    case "InvalidAst":
      return "<unreadable>";
    default:
      return assertNever(ast);
  }
}

function printIf(ast: IfAst): string {
  const then = lacksElse(ast.then)
    ? `(${printFlat(ast.then, level.expression)})`
    : printFlat(ast.then, level.expression);
  const head = `if ${printFlat(ast.condition, level.expression)} then ${then}`;
  return ast.otherwise === undefined
    ? head
    : `${head} else ${printFlat(ast.otherwise, level.expression)}`;
}

function printIn(negated: boolean): string {
  return negated ? "not in" : "in";
}

function printTested(ast: FormulaAst): string {
  return printFlat(ast, level.compare + 1);
}

/** `18..65`; spaces where an end has operators of its own. */
function printRange(low: FormulaAst, high: FormulaAst): string {
  const dots = low.kind === "BinaryAst" || high.kind === "BinaryAst" ? " .. " : "..";
  return `${printFlat(low, level.add)}${dots}${printFlat(high, level.add)}`;
}

function printList(items: readonly FormulaAst[]): string {
  return `[${items.map((item) => printFlat(item, level.expression)).join(", ")}]`;
}

/** Literals before `.` and `[` are legal to read only in parentheses: `5.x` is no number. */
function printObject(ast: FormulaAst): string {
  const text = printFlat(ast, level.operand);
  return ast.kind === "NumberAst" || ast.kind === "DurationAst" ? `(${text})` : text;
}

function printCall(ast: CallAst): string {
  const args = ast.args.map((argument, index) => {
    const text = printArgument(argument);
    return index === 0 && ast.selection !== undefined
      ? `${text}${printSelection(ast.selection)}`
      : text;
  });
  return `${ast.callee}(${args.join(", ")})`;
}

function printArgument(argument: ArgumentAst): string {
  const value = printFlat(argument.value, level.expression);
  return argument.name === undefined ? value : `${argument.name}: ${value}`;
}

function printSelection(selection: SelectionAst): string {
  const { where, within, during, latest, skipMissing } = selection;
  return [
    where === undefined ? "" : ` where ${printFlat(where, level.expression)}`,
    within === undefined ? "" : ` within ${printFlat(within, level.expression)}`,
    during === undefined ? "" : ` during ${printInterval(during)}`,
    latest === undefined ? "" : ` latest ${printFlat(latest, level.expression)}`,
    skipMissing ? " skip missing" : "",
  ].join("");
}

function printInterval({ low, high, lowOpen, highOpen }: IntervalAst): string {
  const ends = `${printFlat(low, level.expression)}, ${printFlat(high, level.expression)}`;
  return `${lowOpen ? "(" : "["}${ends}${highOpen ? ")" : "]"}`;
}

function printPatterns(arm: MatchArmAst): string {
  return arm.patterns.map(printPattern).join(" | ");
}

function printPattern(pattern: PatternAst): string {
  switch (pattern.kind) {
    case "LiteralPatternAst":
      return printFlat(pattern.value, level.add);
    case "ComparePatternAst":
      return `${pattern.operator} ${printFlat(pattern.value, level.add)}`;
    case "RangePatternAst":
      return printRange(pattern.low, pattern.high);
    case "MissingPatternAst":
      return "missing";
    case "WildcardPatternAst":
      return "_";
    default:
      return assertNever(pattern);
  }
}
