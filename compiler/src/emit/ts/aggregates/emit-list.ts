import { internalError } from "../../../base/assert.js";
import { contractAt } from "../../../analyse/field-fact.js";
import type { Aggregate, Expr } from "../../../ir/nodes.js";
import type { FieldContract } from "../../../ir/program.js";
import { binary, numberCode, primary } from "../code.js";
import { isReference, present, settled } from "../emission.js";
import type { Emission, Value } from "../emission.js";
import { valueType } from "../value-type.js";
import { elementFields, emitLoop } from "./loop.js";
import type { Loop } from "./loop.js";

/** An aggregate over a list has a loop of its own, where it stands. */
export function emitListAggregate(expr: Aggregate, emission: Emission): Value {
  if (expr.collection.kind !== "list") internalError("events have loops of their own");
  const { list } = expr.collection;
  const value = listValue(list, emission);
  const requires = [...value.requires, ...(value.nullable ? [value.code.text] : [])].filter(
    (reference) => !emission.narrowed.has(reference),
  );
  if (isLength(expr, emission)) {
    const length = primary(`${value.code.text}.length`);
    const isExists = expr.fn === "exists";
    const code = isExists ? binary(">", length, numberCode(0)) : length;
    return { code, requires, nullable: false, guard: null };
  }
  const fallback = requires.length > 0 ? " ?? []" : "";
  const name = emission.takeName(expr.fn);
  const item = emission.scope.names.reuse("item");
  const { type } = list;
  if (type.kind !== "list") internalError("an aggregate over no list");
  const fields = itemFields(list, emission);
  const isInside = value.requires.some((reference) => !emission.narrowed.has(reference));
  const elements = isInside ? value.code.text.replaceAll(".", "?.") : value.code.text;
  const loop: Loop = {
    variable: item,
    elements: `${elements}${fallback}`,
    time: primary("0"),
    asOf: primary("0"),
    element: elementFields(fields, item, type.element.optional),
    skips: [],
    members: [{ expr, name, tests: [] }],
  };
  const [result] = emitLoop(loop, emission);
  if (result === undefined) internalError("a loop without its member");
  return { ...result, requires: [...requires, ...result.requires] };
}

/** Every element counts, so that none has to be looked at. */
function isLength(
  { fn, where, latest, element, skipMissing }: Aggregate,
  emission: Emission,
): boolean {
  if ((fn !== "count" && fn !== "exists") || where !== null || latest !== null) return false;
  return element === null || !(skipMissing && emission.scope.facts.of(element).missing);
}

/** The list as a reference, or as a literal that a loop can go over. */
function listValue(list: Expr, emission: Emission): Value {
  if (list.kind === "ListValue") {
    const items = list.items.map((item) => settled(emission.value(item), emission).code.text);
    return present(primary(`[${items.join(", ")}]`));
  }
  const value = emission.value(list);
  const isBare = isReference(value.code) && value.guard === null;
  if (isBare) return value;
  const { code, nullable } = settled(value, emission);
  if (!nullable) return present(code.operator === "primary" ? code : primary(`(${code.text})`));
  const name = emission.takeName("list");
  emission.block.line(`const ${name}: ${valueType(list.type)} | null = ${code.text};`);
  return { code: primary(name), requires: [], nullable: true, guard: null };
}

function itemFields(list: Expr, { scope }: Emission): readonly FieldContract[] {
  if (list.kind === "FieldRef")
    return contractAt(scope.program.input, list.path)?.items?.fields ?? [];
  if (list.kind === "TableRef") {
    const table = scope.program.tables.find(({ name }) => name === list.table);
    return contractAt(table?.fields ?? [], list.path)?.items?.fields ?? [];
  }
  return [];
}
