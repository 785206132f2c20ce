import { conversionFactor, multiplyUnits, printUnit } from "../types/unit.js";
import type { Unit } from "../types/unit.js";

/** What turns a number in `from` into one in `to`: "`/ 100` turns percent into ratio". */
export function conversion(from: Unit, to: Unit): string | undefined {
  const factor = conversionFactor(from, to);
  if (factor === undefined || factor === 1) return undefined;
  return `\`${factorText(factor)}\` turns ${printUnit(from)} into ${printUnit(to)}`;
}

/** A factor with a unit of its own, where featc does not know how the two relate. */
export function namedFactor(from: Unit, to: Unit): string | undefined {
  const factor = multiplyUnits(to, from, -1);
  if ([...factor.powers.values()].some((power) => !Number.isInteger(power))) return undefined;
  return `if a factor converts ${printUnit(from)} to ${printUnit(to)}, name it under \`let\`, as in \`factor: { formula: 2, unit: ${printUnit(factor)} }\`, and multiply by it`;
}

/** How an amount becomes a plain number: by dividing it by one of its unit. */
export function dividedByOne(amount: string, unit: Unit): string {
  const printed = printUnit(unit);
  const one = `one_${printed.replaceAll("/", "_per_").replace(/[^a-z0-9_]/g, "_")}`;
  const operand = /^[a-z0-9_.]+$/.test(amount) ? amount : amount.length < 40 ? `(${amount})` : "…";
  return `divide by one of its unit: \`${operand} / ${one}\`, with \`${one}: { formula: 1, unit: ${printed} }\` under \`let\``;
}

function factorText(factor: number): string {
  const inverse = Math.round(1 / factor);
  if (factor < 1 && Math.abs(inverse * factor - 1) < 1e-9) return `/ ${inverse}`;
  return `* ${Number(factor.toPrecision(15))}`;
}
