import { zoneTable } from "../../functions/zones/zone-table.js";
import type { Imports } from "../text/imports.js";
import { literal } from "../text/literal.js";

/** The TypeScript text of a zone's table; the comment above `zoneTable` of the runtime says what it holds. */
export function zoneLiteral(zone: string, imports: Imports): string {
  const { starts, offsets } = zoneTable(zone);
  const distinct = [...new Set(offsets)];
  const order = offsets.map((offset) => letter(distinct.indexOf(offset))).join("");
  const seconds = starts.map((start) => start / 1000);
  const gaps = seconds.slice(1).map((second, i) => second - (seconds[i] ?? 0));
  const unit = Math.max(1, gaps.reduce(greatestDivisor, 0));
  const args = [
    literal(distinct.map((offset) => offset / 1000)),
    literal(order),
    literal(seconds[0] ?? 0),
    literal(unit),
    literal(gaps.map((gap) => gap / unit)),
  ];
  return `/* @__PURE__ */ ${imports.runtime("zoneTable")}(${args.join(", ")})`;
}

/** A snake_case name for the constant: `america_chicago`, `utc_02_00`. */
export function zoneSubject(zone: string): string {
  const words = zone.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.join("_").toLowerCase();
  if (zone.startsWith("+")) return `utc_plus_${name}`;
  return zone.startsWith("-") ? `utc_minus_${name}` : name;
}

function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
