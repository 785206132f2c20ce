import { assignedRanges } from "./assigned.table.js";

/** The version of the Unicode Character Database that the language follows. */
export const unicodeVersion = "15.1.0";

/*
 * Every version of Node that runs this knows the pinned version or a later one. Unicode never changes
 * how a character normalizes once it is assigned, and case changes only where a new character becomes
 * the counterpart of an old one. So the host's functions give the pinned results, as long as they
 * neither see nor return what the pinned version has not assigned.
 */

/** 1 for each code point that is assigned. */
function readRanges(): Uint8Array {
  const assigned = new Uint8Array(0x110000);
  let end = 0;
  for (const range of assignedRanges.split(",")) {
    const [gap = 0, more = 0] = range.split(" ").map((digits) => Number.parseInt(digits, 36));
    const first = end + gap;
    end = first + more;
    assigned.fill(1, first, end + 1);
  }
  return assigned;
}

let assigned: Uint8Array | undefined;

function isAssigned(point: string): boolean {
  return (assigned ??= readRanges())[point.codePointAt(0) ?? 0] === 1;
}

export function lowerUnicode(text: string): string {
  return eachPoint(text, (point) => point.toLowerCase());
}

export function upperUnicode(text: string): string {
  return eachPoint(text, (point) => point.toUpperCase());
}

function eachPoint(text: string, change: (point: string) => string): string {
  return [...text]
    .map((point) => {
      const changed = change(point);
      return [point, ...changed].every(isAssigned) ? changed : point;
    })
    .join("");
}

export function normalizeNfkd(text: string): string {
  const pieces: string[] = [];
  let known = "";
  for (const point of text) {
    if (isAssigned(point)) {
      known += point;
      continue;
    }
    // What is not assigned has combining class 0, so that no mark passes it.
    pieces.push(known.normalize("NFKD"), point);
    known = "";
  }
  return [...pieces, known.normalize("NFKD")].join("");
}

/** Without the marks that a character can carry: those whose combining class is not 0. */
export function stripAccents(text: string): string {
  return [...normalizeNfkd(text)].filter((point) => !isCombining(point)).join("");
}

/** The mark with the highest class of all, after which every other one is out of order. */
const highest = "\u0345";

function isCombining(point: string): boolean {
  if (!isAssigned(point)) return false;
  return point === highest || (highest + point).normalize("NFD") !== highest + point;
}
