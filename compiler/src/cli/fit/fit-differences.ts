import type { DataAst, FitFileAst, FittedAst } from "../../spec/ast.js";

/**
 * In words, what the committed file says otherwise than the data. The name of the file of data and the version
 * of featc may differ.
 */
export function fitDifferences(committed: FitFileAst, found: FitFileAst): readonly string[] {
  const differences: string[] = [];
  const compare = (what: string, before: unknown, now: unknown): void => {
    const [was, is] = [JSON.stringify(before), JSON.stringify(now)];
    if (was !== is)
      differences.push(`${what}: the file says ${short(was)}, the data give ${short(is)}`);
  };
  const entryOf = (file: FitFileAst, name: string): FittedAst | undefined =>
    file.values.find((entry) => entry.name.value === name);
  for (const now of found.values) {
    const name = now.name.value;
    const before = entryOf(committed, name);
    if (before === undefined) {
      differences.push(`${name}: the file does not have it`);
      continue;
    }
    compare(`${name}, formula`, before.formula.value, now.formula.value);
    compare(`${name}`, plain(before.value), plain(now.value));
    compare(`${name}, values`, before.count, now.count);
    compare(`${name}, missing`, before.missing, now.missing);
    compare(`${name}, what it reads`, [...before.reads], [...now.reads]);
  }
  for (const { name } of committed.values) {
    if (entryOf(found, name.value) === undefined) {
      differences.push(`${name.value}: the spec no longer has it`);
    }
  }
  compare("rows", committed.data.rows, found.data.rows);
  compare("rejected rows", committed.data.rejected, found.data.rejected);
  compare("first as_of", committed.data.from, found.data.from);
  compare("last as_of", committed.data.to, found.data.to);
  compare("hash of the data", committed.data.sha256, found.data.sha256);
  return differences;
}

function plain(data: DataAst | null): unknown {
  if (data === null) return null;
  switch (data.kind) {
    case "scalar":
      return data.value;
    case "list":
      return data.items.map(plain);
    case "map":
      return data.entries.map(({ key, value }) => [key.value, plain(value)]);
  }
}

const widest = 60;

function short(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest)}…`;
}
