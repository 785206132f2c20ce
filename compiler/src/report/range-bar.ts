import { element, text } from "./html.js";
import type { Html } from "./html.js";
import { scaleFor, unbounded } from "./scale.js";

/** What is drawn: both ends included; an end that is not there is infinite. */
export interface RangeBar {
  readonly name: string;
  readonly declared: { readonly low: number; readonly high: number } | null;
  readonly proved: { readonly low: number; readonly high: number };
  /** The value may be missing. */
  readonly missing: boolean;
  readonly print: (value: number) => string;
}

const width = 640;
const height = 74;
const bar = { y: 22, height: 14 };
const frame = { y: 16, height: 26 };

/** What a feature can be, drawn against its declared range. */
export function rangeBar({ name, declared, proved, missing, print }: RangeBar): Html {
  const scale = scaleFor(proved, declared);
  const x = (value: number): number => Math.round(scale.place(value) * width * 10) / 10;
  const within = {
    low: Math.max(proved.low, declared?.low ?? proved.low),
    high: Math.min(proved.high, declared?.high ?? proved.high),
  };
  const piece = (low: number, high: number, kind: string): Html | null =>
    low > high
      ? null
      : element("rect", {
          class: kind,
          x: x(low),
          y: bar.y,
          width: Math.max(2, Math.round((x(high) - x(low)) * 10) / 10),
          height: bar.height,
          rx: 2,
        });
  const shown = (value: number): string => (Math.abs(value) >= unbounded ? "∞" : print(value));
  const described = [
    `${name} can be from ${print(proved.low)} to ${print(proved.high)}`,
    ...(declared === null
      ? []
      : [`declared from ${print(declared.low)} to ${print(declared.high)}`]),
    ...(missing ? ["and it may be missing"] : []),
  ].join(", ");
  const label = (value: number, kind: string, y: number): Html =>
    element(
      "text",
      { class: kind, x: x(value), y, "text-anchor": anchor(x(value)) },
      text(`${value < 0 && shown(value) === "∞" ? "−" : ""}${shown(value)}`),
    );
  const isLow = declared !== null && proved.low < declared.low;
  const isHigh = declared !== null && proved.high > declared.high;
  return element(
    "svg",
    { class: "bar", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": described },
    element("title", {}, text(described)),
    element("line", { class: "axis", x1: 0, x2: width, y1: 29, y2: 29 }),
    declared === null
      ? null
      : element("rect", {
          class: "declared",
          x: x(declared.low),
          y: frame.y,
          width: Math.max(3, Math.round((x(declared.high) - x(declared.low)) * 10) / 10),
          height: frame.height,
          rx: 3,
        }),
    isLow ? piece(proved.low, Math.min(proved.high, declared.low), "outside") : null,
    isHigh ? piece(Math.max(proved.low, declared.high), proved.high, "outside") : null,
    piece(within.low, within.high, "inside"),
    declared === null ? null : label(declared.low, "declared-end", 11),
    declared === null || declared.high === declared.low
      ? null
      : label(declared.high, "declared-end", 11),
    label(proved.low, "proved-end", 56),
    proved.high === proved.low ? null : label(proved.high, "proved-end", 56),
    missing
      ? element(
          "text",
          { class: "missing", x: width, y: 71, "text-anchor": "end" },
          text("may be missing"),
        )
      : null,
    scale.note === null ? null : element("text", { class: "note", x: 0, y: 71 }, text(scale.note)),
  );
}

/** Labels at the edges stay inside the drawing. */
function anchor(x: number): "start" | "middle" | "end" {
  if (x < 60) return "start";
  return x > width - 60 ? "end" : "middle";
}
