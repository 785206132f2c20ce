import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callCli } from "./support/call-cli.js";
import { temporaryFolder, writeFiles } from "./support/temporary-folder.js";

const spec = (name: string, more = ", impute: 1"): string => `featc: 1
name: ${name}
input:
  debt: { type: number, range: [0, 100] }
  income: { type: number, range: [0, 100] }
features:
  ratio: { formula: debt / income, range: [0, 5], outside: clamp${more} }
`;

function project(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  writeFiles(cwd, files);
  return cwd;
}

describe("featc report", () => {
  it("writes a page for a spec, and says where", async () => {
    const cwd = project({ "s.feat.yaml": spec("one") });
    const { code, stdout } = await callCli(["report", "s.feat.yaml"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe("wrote reports/one.html\n");
    expect(readFileSync(join(cwd, "reports/one.html"), "utf8")).toContain("<h1>one</h1>");
    expect(existsSync(join(cwd, "reports/index.html"))).toBe(false);
  });

  it("writes a list beside several pages", async () => {
    const cwd = project({ "a.feat.yaml": spec("one"), "b.feat.yaml": spec("two") });
    const args = ["report", "a.feat.yaml", "b.feat.yaml", "--out", "pages", "--json"];
    const { code, stdout } = await callCli(args, { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      specs: [
        { spec: "a.feat.yaml", file: "pages/one.html", errors: 0, totals: { refuted: 2 } },
        { spec: "b.feat.yaml", file: "pages/two.html", errors: 0 },
      ],
    });
    const list = readFileSync(join(cwd, "pages/index.html"), "utf8");
    expect(list).toContain('<a href="one.html">');
    expect(list).toContain('<a href="two.html">');
  });

  it("writes the page of a spec with errors too, and fails", async () => {
    const cwd = project({ "s.feat.yaml": spec("one", "") });
    const { code, stderr } = await callCli(["report", "s.feat.yaml"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("missing/possible-missing");
    expect(readFileSync(join(cwd, "reports/one.html"), "utf8")).toContain("does not compile");
  });

  it("leaves the last page of a spec that cannot be read", async () => {
    const cwd = project({ "s.feat.yaml": spec("one") });
    await callCli(["report", "s.feat.yaml"], { cwd });
    const before = readFileSync(join(cwd, "reports/one.html"), "utf8");
    writeFileSync(join(cwd, "s.feat.yaml"), "featc: [1");
    const { code } = await callCli(["report", "s.feat.yaml"], { cwd });
    expect(code).toBe(1);
    expect(readFileSync(join(cwd, "reports/one.html"), "utf8")).toBe(before);
  });

  it("refuses two specs of one name", async () => {
    const cwd = project({ "a.feat.yaml": spec("one"), "b.feat.yaml": spec("one") });
    const { code, stderr } = await callCli(["report", "a.feat.yaml", "b.feat.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("b.feat.yaml and a.feat.yaml are both named one");
    expect(existsSync(join(cwd, "reports"))).toBe(false);
  });
});
