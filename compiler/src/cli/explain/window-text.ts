import { nameOf } from "../../ir/name-of.js";
import type { Window, WindowEnd } from "../../ir/nodes.js";

/** From when to when events count: `from as_of - 30d up to as_of`. */
export function windowText({ lows, highs }: Window): string {
  const low = lows.map((end) => `${end.open ? "after" : "from"} ${endText(end)} on`);
  const high = highs.map((end) => `${end.open ? "before" : "up to"} ${endText(end)}`);
  return [...low, ...high].join(", ");
}

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

function endText({ base, offset }: WindowEnd): string {
  const { file, start, end } = base.span;
  const name = base.kind === "AsOf" ? "as_of" : (nameOf(base) ?? file.text.slice(start, end));
  if (offset === 0) return name;
  const span = Math.abs(offset);
  const [unit, size] = units.find(([, length]) => span % length === 0) ?? units[4];
  return `${name} ${offset < 0 ? "-" : "+"} ${span / size}${unit}`;
}
