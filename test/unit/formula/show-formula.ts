import type { FormulaAst, PatternAst, SelectionAst } from "../../../compiler/src/formula/ast.js";

/** Every node as a list that begins with its name, so that a test shows how a text was grouped. */
export function showFormula(ast: FormulaAst): string {
  const show = showFormula;
  switch (ast.kind) {
    case "NumberAst":
      return ast.integral ? String(ast.value) : `${ast.value}f`;
    case "StringAst":
      return JSON.stringify(ast.value);
    case "BoolAst":
      return `#${ast.value}`;
    case "MissingAst":
      return "#missing";
    case "DateAst":
      return `(date ${ast.days})`;
    case "TimestampAst":
      return `(timestamp ${ast.millis})`;
    case "DurationAst":
      return `(duration ${ast.amount} ${ast.unit} ${ast.millis})`;
    case "ListAst":
      return `(list${ast.items.map((item) => ` ${show(item)}`).join("")})`;
    case "NameAst":
      return ast.name;
    case "MemberAst":
      return `(member ${show(ast.object)} ${ast.member})`;
    case "IndexAst":
      return `(index ${show(ast.object)} ${show(ast.index)})`;
    case "CallAst": {
      const args = ast.args.map(
        ({ name, value }) => ` ${name === undefined ? "" : `${name}:`}${show(value)}`,
      );
      const selection = ast.selection === undefined ? "" : ` ${showSelection(ast.selection)}`;
      return `(call ${ast.callee}${args.join("")}${selection})`;
    }
    case "NegateAst":
      return `(neg ${show(ast.operand)})`;
    case "NotAst":
      return `(not ${show(ast.operand)})`;
    case "BinaryAst":
      return `(${ast.operator} ${show(ast.left)} ${show(ast.right)})`;
    case "PowerAst":
      return `(^ ${show(ast.base)} ${ast.exponent})`;
    case "InListAst":
      return `(${ast.negated ? "not-in" : "in"} ${show(ast.operand)} ${ast.items.map(show).join(" ")})`;
    case "InRangeAst":
      return `(${ast.negated ? "not-in" : "in"} ${show(ast.operand)} ${show(ast.low)} .. ${show(ast.high)})`;
    case "IsMissingAst":
      return `(${ast.negated ? "present" : "missing"} ${show(ast.operand)})`;
    case "IfAst": {
      const otherwise = ast.otherwise === undefined ? "" : ` ${show(ast.otherwise)}`;
      return `(if ${show(ast.condition)} ${show(ast.then)}${otherwise})`;
    }
    case "MatchAst": {
      const arms = ast.arms.map(
        (arm) => ` (${arm.patterns.map(showPattern).join(" | ")} => ${show(arm.value)})`,
      );
      return `(match ${show(ast.subject)}${arms.join("")})`;
    }
    case "InvalidAst":
      return "#invalid";
  }
}

function showPattern(pattern: PatternAst): string {
  switch (pattern.kind) {
    case "LiteralPatternAst":
      return showFormula(pattern.value);
    case "ComparePatternAst":
      return `${pattern.operator} ${showFormula(pattern.value)}`;
    case "RangePatternAst":
      return `${showFormula(pattern.low)} .. ${showFormula(pattern.high)}`;
    case "MissingPatternAst":
      return "#missing";
    case "WildcardPatternAst":
      return "_";
  }
}

function showSelection(selection: SelectionAst): string {
  const { where, within, during, latest, skipMissing } = selection;
  return [
    where === undefined ? [] : [`where ${showFormula(where)}`],
    within === undefined ? [] : [`within ${showFormula(within)}`],
    during === undefined
      ? []
      : [
          `during ${during.lowOpen ? "(" : "["}${showFormula(during.low)}, ` +
            `${showFormula(during.high)}${during.highOpen ? ")" : "]"}`,
        ],
    latest === undefined ? [] : [`latest ${showFormula(latest)}`],
    skipMissing ? ["skip"] : [],
  ]
    .flat()
    .join(" ");
}
