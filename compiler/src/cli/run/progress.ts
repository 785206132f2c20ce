import type { World } from "../world.js";

const intervalMilliseconds = 150;

export interface Progress {
  readonly show: (rows: number) => void;
  /** Removes the line. */
  readonly end: () => void;
}

/** One line on a terminal that says how far the run is; nothing elsewhere. */
export function createProgress(world: World, share: () => number): Progress {
  if (!world.stderr.isTerminal || (world.env["CI"] ?? "") !== "") {
    return { show: () => undefined, end: () => undefined };
  }
  const start = performance.now();
  let last = start;
  let shown = false;
  return {
    show: (rows) => {
      const now = performance.now();
      if (now - last < intervalMilliseconds) return;
      last = now;
      shown = true;
      const rate = Math.round(rows / ((now - start) / 1000));
      const percent = Math.min(100, Math.floor(share() * 100));
      const text = `${rows.toLocaleString("en")} rows, ${percent} %, ${rate.toLocaleString("en")} rows/s`;
      world.stderr.write(`\r\u001b[K${text.slice(0, world.stderr.columns - 1)}`);
    },
    end: () => {
      if (shown) world.stderr.write("\r\u001b[K");
    },
  };
}
