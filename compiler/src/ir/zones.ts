import { zoneTable } from "../functions/zones/zone-table.js";
import { walk } from "./children.js";
import type { Expr } from "./nodes.js";
import type { FieldContract } from "./program.js";

/** The zones whose tables formulas and fields read, by name. */
export function zonesOf(
  fields: readonly FieldContract[],
  formulas: readonly Expr[],
): readonly string[] {
  const zones = new Set(fields.flatMap(zonesOfField));
  for (const formula of formulas) {
    walk(formula, (expr) => {
      const zone = zoneOfCall(expr);
      if (zone !== null) zones.add(zone);
    });
  }
  return [...zones].sort();
}

function zonesOfField(field: FieldContract): readonly string[] {
  const own = field.format.kind === "patterns" ? field.format.zone : null;
  const inner = [...field.fields, ...(field.items === null ? [] : [field.items])];
  return [...(own === null ? [] : [own]), ...inner.flatMap(zonesOfField)];
}

/** The zone in which a call sees its timestamps. */
export function zoneOfCall(expr: Expr): string | null {
  if (expr.kind !== "Call" || (expr.fn !== "local_time" && expr.fn !== "local_trunc")) return null;
  const zone = expr.args.at(-1);
  return zone?.kind === "Literal" && typeof zone.value === "string" ? zone.value : null;
}

/** Tests are written around changes from this moment on, or the latest ones before it. */
const settled = Date.UTC(2023, 0, 1);

/** Instants at which the zone's clock is set forward and back, one of each where it is. */
export function changesToTest(zone: string): readonly number[] {
  const { starts, offsets } = zoneTable(zone);
  return [1, -1].flatMap((direction) => {
    const changes = starts.filter(
      (_, i) => Math.sign((offsets[i + 1] ?? 0) - (offsets[i] ?? 0)) === direction,
    );
    const change = changes.find((start) => start >= settled) ?? changes.at(-1);
    return change === undefined ? [] : [change];
  });
}
