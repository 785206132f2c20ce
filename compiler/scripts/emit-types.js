import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";

const require = createRequire(import.meta.url);

/**
 * Writes the declarations that index.d.ts reaches to dist/. They may mention no package but the runtime:
 * what is bundled is not installed beside the published package.
 */
export function emitTypes(root) {
  const draft = join(root, "dist", ".types");
  // Other parts of the workspace may hold errors of their own; `npm run typecheck` reports them.
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(
    process.execPath,
    [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", draft],
    { stdio: "inherit" },
  );
  const reached = new Set();
  reach(join(draft, "index.d.ts"), reached);
  for (const file of reached) {
    const target = join(root, "dist", relative(draft, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(file));
  }
  rmSync(draft, { recursive: true, force: true });
}

function reach(file, reached) {
  if (reached.has(file)) return;
  if (!existsSync(file)) throw new Error(`a public type needs ${file}, which does not exist`);
  reached.add(file);
  for (const [, specifier] of readFileSync(file, "utf8").matchAll(
    /(?:\bfrom|\bimport\()\s*"([^"]+)"/g,
  )) {
    if (specifier.startsWith(".")) {
      reach(resolve(dirname(file), specifier.replace(/\.js$/, ".d.ts")), reached);
    } else if (specifier !== "@featc/runtime") {
      throw new Error(`the public types mention ${specifier}: ${file}`);
    }
  }
}
