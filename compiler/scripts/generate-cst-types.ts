import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cstTypesSource } from "./cst-types-source.js";

const target = fileURLToPath(new URL("../src/formula/formula-cst.ts", import.meta.url));
writeFileSync(target, await cstTypesSource());
