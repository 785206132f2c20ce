import type { World } from "../world.js";

const intervalMilliseconds = 150;

export interface Progress {
  readonly show: (rows: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

/** One line on a terminal that says how far the run is; nothing elsewhere. */
export function createProgress(world: World, share: () => number): Progress {
  const line = progressLine(world);
  const start = performance.now();
  return {
    show: (rows) => {
      line.show(() => {
        const rate = Math.round(rows / ((performance.now() - start) / 1000));
        const percent = Math.min(100, Math.floor(share() * 100));
        return `${rows.toLocaleString("en")} rows, ${percent} %, ${rate.toLocaleString("en")} rows/s`;
      });
    },
    end: line.end,
  };
}

/** The same for work of a known number of parts: `what: 12 of 300`. */
export function createCounter(
  world: World,
  what: string,
): { readonly show: (done: number, all: number) => void; readonly end: () => void } {
  const line = progressLine(world);
  return {
    show: (done, all) => {
      line.show(() => `${what}: ${done.toLocaleString("en")} of ${all.toLocaleString("en")}`);
    },
    end: line.end,
  };
}

interface ProgressLine {
  /** The text is asked for only when it is shown. */
  readonly show: (text: () => string) => void;
  readonly end: () => void;
}

function progressLine(world: World): ProgressLine {
  if (!world.stderr.isTerminal || (world.env["CI"] ?? "") !== "") {
    return { show: () => undefined, end: () => undefined };
  }
  let last = performance.now();
  let shown = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < intervalMilliseconds) return;
      last = now;
      shown = true;
      world.stderr.write(`\r\u001b[K${text().slice(0, world.stderr.columns - 1)}`);
    },
    end: () => {
      if (shown) world.stderr.write("\r\u001b[K");
    },
  };
}
