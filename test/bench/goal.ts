/** One row of the page: what was wanted, what was measured. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly figure: string;
  readonly met: boolean;
}

/** A part of the page, with a command of its own: `npm run bench NAME`. */
export interface Section {
  readonly goals: readonly Goal[];
  /** Markdown, with the figures that the goals are made of. */
  readonly text: string;
}

const fixed = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

/** `figure` is a ratio that should be at least `least`. */
export function atLeast(what: string, least: number, figure: number): Goal {
  return { what, goal: `at least ${least}x`, figure: `${fixed(figure)}x`, met: figure >= least };
}

export function atMost(what: string, most: number, figure: number, unit = "x"): Goal {
  const space = unit === "x" ? "" : " ";
  return {
    what,
    goal: `at most ${most}${space}${unit}`,
    figure: `${fixed(figure)}${space}${unit}`,
    met: figure <= most,
  };
}

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

export function goalTable(goals: readonly Goal[]): string {
  return tableOf(
    ["what", "goal", "figure", ""],
    goals.map(({ what, goal, figure, met }) => [what, goal, figure, met ? "met" : "**not met**"]),
  );
}
