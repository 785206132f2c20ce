import { ts } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

/** Mistakes in the code of formulas, of what happens to a feature's value, and of decisions. */
export const formulaBugs: readonly SeededBug[] = [
  {
    name: "a quotient is not tested for a divisor of 0",
    file: ts("emit-arith.ts"),
    find: "isGuarded ? guardOf(expr.type) : null,",
    replace: "null,",
  },
  {
    name: "a third power is a square",
    file: ts("emit-arith.ts"),
    find: 'return binary("*", binary("*", base, base), base);',
    replace: 'return binary("*", base, base);',
  },
  {
    name: "< is written as <=",
    file: ts("emit-compare.ts"),
    find: '"<": "<"',
    replace: '"<": "<="',
  },
  {
    name: "<= is written as <",
    file: ts("emit-compare.ts"),
    find: '"<=": "<="',
    replace: '"<=": "<"',
  },
  {
    name: "> is written as >=",
    file: ts("emit-compare.ts"),
    find: '">": ">"',
    replace: '">": ">="',
  },
  {
    name: ">= is written as >",
    file: ts("emit-compare.ts"),
    find: '">=": ">="',
    replace: '">=": ">"',
  },
  {
    name: "a constant at the upper end of a range is taken for one outside it",
    file: ts("emit-compare.ts"),
    find: "value <= domain.high",
    replace: "value < domain.high",
  },
  {
    name: "of a list of constants the last one is not compared",
    file: ts("emit-compare.ts"),
    find: "any(values.map((value) => equals(operand, value)))",
    replace: "any(values.slice(0, -1).map((value) => equals(operand, value)))",
  },
  {
    name: "the opposite of < is >",
    file: ts("code.ts"),
    find: 'case "<":\n      return ">=";',
    replace: 'case "<":\n      return ">";',
  },
  {
    name: "the opposite of <= is >=",
    file: ts("code.ts"),
    find: 'case "<=":\n      return ">";',
    replace: 'case "<=":\n      return ">=";',
  },
  {
    name: "the opposite of > is <",
    file: ts("code.ts"),
    find: 'case ">":\n      return "<=";',
    replace: 'case ">":\n      return "<";',
  },
  {
    name: "the branches of a conditional are swapped",
    file: ts("emit-case.ts"),
    find: "conditional(condition.code, outcome.code, alternate),",
    replace: "conditional(condition.code, alternate, outcome.code),",
  },
  {
    name: "the last branch takes the value of the one before it",
    file: ts("emit-case.ts"),
    find: "assign(last, target, block);\n  for",
    replace: "assign(links.at(-1)?.outcome ?? last, target, block);\n  for",
  },
  {
    name: "the arms of a switch are read from the end",
    file: ts("emit-switch.ts"),
    find: "const outcome = outcomes[i] ??",
    replace: "const outcome = outcomes[outcomes.length - 1 - i] ??",
  },
  {
    name: "a default replaces 0, false and the empty text too",
    file: ts("emit-coalesce.ts"),
    find: ': binary("??", settledLeft(value, expr, emission), right.code);',
    replace: ': binary("||", settledLeft(value, expr, emission), right.code);',
  },
  {
    name: "`not (a and b)` is `not a and not b`",
    file: ts("emit-logic.ts"),
    find: 'const both = (expr.operator === "and") === holds;',
    replace: 'const both = expr.operator === "and";',
  },
  {
    name: "`is missing` is inverted as a condition that fails",
    file: ts("expression.ts"),
    find: "return opposite(conditionOfMissing(expr, emission));",
    replace: "return conditionOfMissing(expr, emission);",
  },
  {
    name: "`?? true` gives false for what is missing",
    file: ts("expression.ts"),
    find: "if (right.value) return wanted ? opposite(emission.fails(left)) : emission.fails(left);",
    replace:
      "if (right.value) return wanted ? emission.holds(left) : opposite(emission.holds(left));",
  },
  {
    name: "a one-hot vector is in reverse order",
    file: ts("expression.ts"),
    find: "const cells = values.map((value) =>",
    replace: "const cells = values.toReversed().map((value) =>",
  },
  {
    name: "a multi-hot vector has 0 for what is in the list",
    file: ts("expression.ts"),
    find: "return conditional(has, constant(1), constant(0)).text;",
    replace: "return conditional(has, constant(0), constant(1)).text;",
  },
  {
    name: "the last entry of a map is not found",
    file: ts("emit-lookup.ts"),
    find: "const tested = isTotal ? entries.slice(0, -1) : entries;",
    replace: "const tested = entries.slice(0, -1);",
  },
  {
    name: "a clamped feature is raised and not lowered",
    file: ts("step-value.ts"),
    find: 'return call(scope.imports.runtime("clip"), code, numberCode(low), numberCode(high));',
    replace: 'return call(scope.imports.runtime("greatest"), code, numberCode(low));',
  },
  {
    name: "a clamped feature is lowered and not raised",
    file: ts("step-value.ts"),
    find: 'return call(scope.imports.runtime("clip"), code, numberCode(low), numberCode(high));',
    replace: 'return call(scope.imports.runtime("least"), code, numberCode(high));',
  },
  {
    name: "a feature of which only the upper end is open is not clamped",
    file: ts("step-value.ts"),
    find: 'if (low === null) return call(scope.imports.runtime("least"), code, numberCode(high ?? 0));',
    replace: "if (low === null) return code;",
  },
  {
    name: "a feature outside its range is rejected where it is to be clamped",
    file: ts("step-value.ts"),
    find: 'if (outside === "clamp")',
    replace: 'if (outside !== "clamp")',
  },
  {
    name: "a feature at the upper end of its range rejects the row",
    file: ts("step-value.ts"),
    find: 'binary(">", bound.code, numberCode(limits.high))',
    replace: 'binary(">=", bound.code, numberCode(limits.high))',
  },
  {
    name: "a feature at the lower end of its range rejects the row",
    file: ts("step-value.ts"),
    find: 'binary("<", bound.code, numberCode(limits.low))',
    replace: 'binary("<=", bound.code, numberCode(limits.low))',
  },
  {
    name: "a limit is left out where nothing proves it",
    file: ts("step-value.ts"),
    find: "numbers.high <= high",
    replace: "numbers.high >= high",
  },
  {
    name: "0 is imputed like a missing value",
    file: ts("step-value.ts"),
    find: 'return { code: binary("??", left, imputed.code), nullable };',
    replace: 'return { code: binary("||", left, imputed.code), nullable };',
  },
  {
    name: "an indicator tells that the value is there",
    file: ts("step-value.ts"),
    find: "block.line(`const ${names.indicator} = ${any(missingTests(draft)).text};`);",
    replace: "block.line(`const ${names.indicator} = ${not(any(missingTests(draft))).text};`);",
  },
  {
    name: "an indicator sees the first of the values alone that may be missing",
    file: ts("step-value.ts"),
    find: "block.line(`const ${names.indicator} = ${any(missingTests(draft)).text};`);",
    replace:
      "block.line(`const ${names.indicator} = ${any(missingTests(draft).slice(0, 1)).text};`);",
  },
  {
    name: "-0 is not cleared",
    file: ts("step-value.ts"),
    find: 'return { ...value, code: binary("+", value.code, numberCode(0)) };',
    replace: "return value;",
  },
  {
    name: "products and quotients are taken never to be -0",
    file: ts("negative-zero.ts"),
    find: "return mayBeSigned(expr.left, facts) || mayBeSigned(expr.right, facts);",
    replace: "return false;",
  },
  {
    name: "a result that cannot be is left without its guard",
    file: ts("emit-call.ts"),
    find: '(isPartial && lowering.missing === "number") || operands.unchecked',
    replace: "operands.unchecked",
  },
];
