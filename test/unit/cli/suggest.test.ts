import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = `featc: 1
name: example
input:
  celsius: { type: number, range: [-50, 80] }
  used: { type: number, range: [0, 1e6] }
  free: { type: number, range: [0, 1e6] }
  pieces: { type: int, range: [0, 12] }
  open: number
features:
  kelvin: { formula: celsius + 273.15 }
  utilisation: { formula: used / (used + free + 1) }
  boxes: { formula: pieces // 5 + 1 }
  imputed: { formula: used / free, impute: 0, range: [0, 10], outside: clamp }
  doubled: { formula: 'clip(open, 0, 1) * 2' }
  unbounded: { formula: open }
  is_full: { formula: free == 0 }
`;

function project(text: string): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, { "s.feat.yaml": text });
  return cwd;
}

interface Printed {
  readonly specs: readonly {
    readonly spec: string;
    readonly suggestions: readonly { readonly feature: string; readonly range: string | null }[];
  }[];
}

async function suggestions(text: string) {
  const { code, stdout } = await callCli(["suggest", "s.feat.yaml", "--json"], {
    cwd: project(text),
  });
  return { code, suggestions: (JSON.parse(stdout) as Printed).specs[0]?.suggestions ?? [] };
}

describe("featc suggest", () => {
  it("gives the range of each number that declares none, as a person would write it", async () => {
    expect(await suggestions(spec)).toEqual({
      code: 0,
      suggestions: [
        { feature: "kelvin", range: "[223.15, 353.15]" },
        { feature: "utilisation", range: "[0, 1]" },
        { feature: "boxes", range: "[1, 3]" },
        { feature: "doubled", range: "[0, 2]" },
        { feature: "unbounded", range: null },
      ],
    });
  });

  it("gives ranges that are proved where they are declared, and that are the tightest", async () => {
    const found = (await suggestions(spec)).suggestions.filter(({ range }) => range !== null);
    const declared = (change: (range: string) => string): string =>
      found.reduce(
        (text, { feature, range }) =>
          text.replace(
            new RegExp(`(${feature}: \\{ formula: .*?) \\}\\n`),
            `$1, range: ${change(range ?? "")} }\n`,
          ),
        spec,
      );
    const checked = async (text: string) =>
      callCli(["check", "s.feat.yaml"], { cwd: project(text) });
    const asSuggested = await checked(declared((range) => range));
    expect(asSuggested.stderr).toBe("1 spec checked, no errors\n");
    const narrower = declared((range) =>
      range.replace(/, (.*)\]/, (_, high) => `, ${high * 0.99}]`),
    );
    expect((await checked(narrower)).stderr.match(/range\/possible-outside/g)).toHaveLength(
      found.length,
    );
  });

  it("prints a list, and says where there is nothing to suggest", async () => {
    const { stdout } = await callCli(["suggest", "s.feat.yaml"], { cwd: project(spec) });
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "s.feat.yaml",
      "  kelvin       range: [223.15, 353.15]",
    ]);
    expect(stdout).toContain("  unbounded    can be as large as its type: ");
    const whole = spec.replace(/ {2}(kelvin|utilisation|boxes|doubled|unbounded): .*\n/g, "");
    const none = await callCli(["suggest", "s.feat.yaml"], { cwd: project(whole) });
    expect(none.stdout).toBe("s.feat.yaml: every feature that is a number has a range\n");
  });

  it("reports what is wrong with the spec, and fails", async () => {
    const wrong = spec.replace("open }", "opne }");
    const { code, stderr } = await callCli(["suggest", "s.feat.yaml"], { cwd: project(wrong) });
    expect(code).toBe(1);
    expect(stderr).toContain("name/unknown");
  });
});
