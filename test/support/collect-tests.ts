import { expect } from "vitest";

/** A test of a generated suite: where it stands, its title, and what it does. */
export interface CollectedTest {
  readonly title: string;
  readonly run: () => void;
}

/** What generated suites import from vitest, written to note their tests down instead of running them. */
export function collecting(tests: CollectedTest[]): object {
  let outer = "";
  const it = (title: string, run: () => void): void => {
    tests.push({ title: `${outer}: ${title}`, run });
  };
  const each =
    (rows: readonly (readonly unknown[])[]) =>
    (title: string, run: (...row: readonly unknown[]) => void): void => {
      for (const row of rows) it(title.replace("%s", String(row[0])), () => run(...row));
    };
  const describe = (title: string, body: () => void): void => {
    const before = outer;
    outer = before === "" ? title : `${before}, ${title}`;
    body();
    outer = before;
  };
  return { describe, expect, it: Object.assign(it, { each }) };
}
