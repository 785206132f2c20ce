import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const require = createRequire(import.meta.url);

/** The names, versions and licence texts of all packages of which a bundle contains code. */
export function thirdPartyNotices(metafiles) {
  const packages = new Map();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = packageFolder(input);
      if (folder !== undefined) packages.set(folder, describe(folder));
    }
  }
  // ts-morph carries a copy of TypeScript as a file of its own, without its licence.
  if ([...packages.keys()].some((folder) => folder.endsWith("@ts-morph/common"))) {
    const folder = dirname(require.resolve("typescript/package.json"));
    packages.set(folder, { ...describe(folder), title: "typescript (inside @ts-morph/common)" });
  }
  const entries = [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  const parts = entries.map(({ title, licence, texts }) =>
    [`## ${title}`, `Licence: ${licence}`, ...texts].join("\n\n"),
  );
  const intro =
    "# Third-party notices\n\nThe files in dist/ contain code of these packages, each under its own licence.";
  return `${[intro, ...parts].join("\n\n")}\n`;
}

function packageFolder(input) {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input.replace(/^[a-z-]+:/, ""));
  return found === null ? undefined : resolve(found[1]);
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = licenceFiles(folder);
  return {
    title: `${name} ${version}`,
    licence: license ?? "see below",
    texts: files.map((file) => readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim()),
  };
}

/** A package of a monorepo may have its licence only in the package that it belongs to. */
function licenceFiles(folder) {
  const here = readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice|third-?party-?notices?)([.-].*)?$/i.test(name))
    .map((name) => join(folder, name));
  if (here.length > 0) return here.sort();
  const sibling = join(dirname(dirname(folder)), folder.split("/").at(-2).replace(/^@/, ""));
  return existsSync(join(sibling, "package.json")) && sibling !== folder
    ? licenceFiles(sibling)
    : [];
}
