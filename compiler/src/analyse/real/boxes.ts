import type { NumberDomain } from "../../types/domain.js";
import { smallestNonZero } from "../../types/interval.js";
import type { Enclosure } from "./enclosure.js";

/** What was found of a box: the claim holds in it, cannot hold, or is open and may be easier in its parts. */
export type BoxVerdict =
  | { readonly kind: "holds" }
  | { readonly kind: "fails" }
  /** `weights`: how much of what is open is due to each side. */
  | { readonly kind: "open"; readonly weights: readonly number[] };

export interface Search {
  readonly holds: boolean;
  /** Boxes looked at. */
  readonly boxes: number;
}

/** Where a side is cut. */
export type Cut = (low: number, high: number) => number;

export interface BoxSearch {
  readonly whole: readonly Enclosure[];
  /** Which numbers of each side occur. */
  readonly domains: readonly NumberDomain[];
  readonly cut: Cut;
  /** Boxes looked at, at most. */
  readonly most: number;
}

/** Looks at a box, then at halves of those that are open, until all hold or one fails. */
export function searchBoxes(
  { whole, domains, cut, most }: BoxSearch,
  look: (box: readonly Enclosure[]) => BoxVerdict,
): Search {
  const open = [whole];
  let boxes = 0;
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (boxes === most) return { holds: false, boxes };
    boxes += 1;
    const verdict = look(box);
    if (verdict.kind === "holds") continue;
    const halves =
      verdict.kind === "open" ? halved(box, { domains, cut }, verdict.weights) : undefined;
    if (halves === undefined) return { holds: false, boxes };
    open.push(...halves);
  }
  return { holds: true, boxes };
}

/** Undefined where no side can be cut. */
function halved(
  box: readonly Enclosure[],
  { domains, cut }: Pick<BoxSearch, "domains" | "cut">,
  weights: readonly number[],
): readonly (readonly Enclosure[])[] | undefined {
  let chosen: number | undefined;
  for (const [i, { low, high }] of box.entries()) {
    const at = cut(low, high);
    if (!(low < at && at < high)) continue;
    if (chosen === undefined || (weights[i] ?? 0) > (weights[chosen] ?? 0)) chosen = i;
  }
  const side = chosen === undefined ? undefined : box[chosen];
  const domain = chosen === undefined ? undefined : domains[chosen];
  if (side === undefined || domain === undefined) return undefined;
  return parts(side, domain, cut(side.low, side.high)).map((part) =>
    box.map((one, i) => (i === chosen ? part : one)),
  );
}

function parts({ low, high }: Enclosure, domain: NumberDomain, at: number): readonly Enclosure[] {
  if (at === 0 && !domain.zero) {
    const smallest = smallestNonZero(domain);
    return [
      { low, high: -smallest },
      { low: smallest, high },
    ];
  }
  if (domain.integral) {
    return [
      { low, high: Math.floor(at) },
      { low: Math.floor(at) + 1, high },
    ];
  }
  return [
    { low, high: at },
    { low: at, high },
  ];
}

export function inTheMiddle(low: number, high: number): number {
  return low + (high - low) / 2;
}

/** At 0 where it lies inside; between numbers of very different size where their exponents meet. */
export function bySize(low: number, high: number): number {
  if (low < 0 && high > 0) return 0;
  if (low === 0 || high === 0) {
    const far = low + high;
    return Math.abs(far) > 1e-90 ? far / 16 : far / 2;
  }
  const ratio = Math.abs(low) > Math.abs(high) ? low / high : high / low;
  if (ratio > 16) return Math.sign(low) * Math.sqrt(Math.abs(low)) * Math.sqrt(Math.abs(high));
  return low + (high - low) / 2;
}
