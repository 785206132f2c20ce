import type { Case, Expr } from "../../ir/nodes.js";
import type { Facts } from "../../ir/facts.js";
import { Block } from "../text/block.js";
import { conditional, primary } from "./code.js";
import { assign, outcomeOf } from "./case-outcome.js";
import type { Arm, Arms, Outcome } from "./case-outcome.js";
import { emitSwitch, switchOf } from "./emit-switch.js";
import type { Condition, Emission, Value } from "./emission.js";
import { fits } from "../text/line-width.js";
import { nullableType } from "./value-type.js";

/** Room that the words around a conditional take on its line. */
const margin = 20;
/** A conditional of one test may be laid out on three lines. */
const longestChoice = 160;

/** `if` and `match`: a conditional expression where it is short, else statements that set a variable. */
export function emitCase(expr: Case, emission: Emission): Value {
  const { arms, otherwise } = reachableArms(expr, emission.scope.facts);
  if (arms.length === 0) return emission.value(otherwise);
  const choice = switchOf({ arms, otherwise }, emission);
  if (choice !== undefined) {
    const target = targetOf(expr, emission);
    const nullable = emitSwitch(choice, expr, target, emission);
    return { code: primary(target), requires: [], nullable, guard: null };
  }
  return emitChain({ arms, otherwise }, expr, emission);
}

function targetOf(expr: Case, emission: Emission): string {
  return emission.targets.get(expr) ?? emission.takeName("part");
}

/** Arms that some input reaches; what is left for the last of them needs no test. */
function reachableArms(expr: Case, facts: Facts): Arms {
  const arms: Arm[] = [];
  let level: Case = expr;
  let otherwise: Expr = expr;
  for (;;) {
    arms.push(
      ...level.arms.filter(
        ({ condition, value }) => facts.isReachable(condition) && facts.isReachable(value),
      ),
    );
    otherwise = level.otherwise;
    const inner = otherwise.kind === "Cast" ? otherwise.operand : otherwise;
    if (inner.kind !== "Case" || !facts.isReachable(otherwise)) break;
    level = inner;
  }
  const last = arms.at(-1);
  if (last === undefined || facts.isReachable(otherwise)) return { arms, otherwise };
  return { arms: arms.slice(0, -1), otherwise: last.value };
}

interface Link {
  readonly condition: Condition;
  /** Statements in front of the condition. */
  readonly block: Block;
  readonly outcome: Outcome;
}

function emitChain({ arms, otherwise }: Arms, expr: Case, emission: Emission): Value {
  const links: Link[] = [];
  const known: string[] = [];
  let rest = otherwise;
  for (const { condition, value } of arms) {
    const before = links.length === 0 ? emission : emission.branch(known);
    const tested = before.holds(condition);
    if (tested.code.text === "false") continue;
    if (tested.code.text === "true") {
      rest = value;
      break;
    }
    const outcome = outcomeOf(value, emission.branch([...known, ...tested.whenTrue]));
    links.push({
      condition: tested,
      block: links.length === 0 ? new Block() : before.block,
      outcome,
    });
    known.push(...tested.whenFalse);
  }
  if (links.length === 0) return emission.value(rest);
  const last = outcomeOf(rest, emission.branch(known));
  const outcomes = [...links.map(({ outcome }) => outcome), last];
  const nullable = outcomes.some((outcome) => outcome.nullable);
  const isPure =
    links.every(({ block }) => block.isEmpty) && outcomes.every((o) => o.block.isEmpty);
  if (isPure) {
    const code = links.reduceRight(
      (alternate, { condition, outcome }) => conditional(condition.code, outcome.code, alternate),
      last.code,
    );
    const isSimple = links.length === 1 && !outcomes.some((o) => o.code.operator === "conditional");
    if (fits(code.text, margin) || (isSimple && code.text.length <= longestChoice))
      return { code, requires: [], nullable, guard: null };
  }
  const target = targetOf(expr, emission);
  emission.block.line(`let ${target}: ${nullableType(expr.type, nullable)};`);
  writeChain(links, last, target, emission.block);
  return { code: primary(target), requires: [], nullable, guard: null };
}

function writeChain(links: readonly Link[], last: Outcome, target: string, block: Block): void {
  let depth = 0;
  for (const { condition, block: statements, outcome } of links) {
    const test = `if (${condition.code.text}) {`;
    if (depth > 0 && statements.isEmpty) {
      block.middle(`} else ${test}`);
    } else {
      if (depth > 0) block.middle("} else {").append(statements);
      block.open(test);
      depth++;
    }
    assign(outcome, target, block);
  }
  block.middle("} else {");
  assign(last, target, block);
  for (; depth > 0; depth--) block.close();
}
