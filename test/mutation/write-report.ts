import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { JudgedMutant, MutantVerdict } from "../../compiler/src/compile.js";
import { measureSpec, specNames, unexplained } from "./measure-specs.js";
import { survivors } from "./survivors.table.js";

const page = fileURLToPath(new URL("../../docs/mutation.md", import.meta.url));

const measured = [];
for (const spec of specNames) {
  const one = await measureSpec(spec);
  measured.push(one);
  const { killed, equivalent, survived } = countsOf(one.mutants);
  process.stdout.write(
    `${spec}: ${shown(one.score)}, ${killed} killed, ${equivalent} equivalent, ${survived} survived\n`,
  );
  const { found, explained } = unexplained(one);
  for (const name of found.filter((other) => !explained.includes(other))) {
    process.stdout.write(`  no reason in survivors.table.ts: ${name}\n`);
    process.exitCode = 1;
  }
}

const rows = measured.map(({ spec, mutants, score }) => {
  const { killed, equivalent, survived } = countsOf(mutants);
  return `| ${spec} | ${killed} | ${equivalent} | ${survived} | ${shown(score)} |`;
});
const reasons = survivors.map(
  ({ spec, part, mistakes, reason }) =>
    `| ${spec} | ${code(part)} | ${[...new Set(mistakes)].map(cell).join("; ")} | ${cell(reason)} |`,
);

writeFileSync(
  page,
  `# How strong the generated tests are

Written by \`npm run mutate\`, which does what [\`featc mutate\`](../README.md#commands) does for every spec under \`specs/\`: each mistake of a list is made once at each place of the spec, and the generated tests are asked whether one of them fails. Mutants of which it is proved that no row tells them from the spec are called equivalent and do not count; the score is the share of the others that are killed.

| spec | killed | equivalent | survived | score |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}

## Survivors

No test fails on these. Most cannot be told from the spec by any row, which the analyser does not prove; the others need rows that are not searched for.

| spec | where | mistakes | why no test fails |
| --- | --- | --- | --- |
${reasons.join("\n")}
`,
);

function countsOf(mutants: readonly JudgedMutant[]) {
  const count = (verdict: MutantVerdict): number =>
    mutants.filter((mutant) => mutant.verdict === verdict).length;
  return { killed: count("killed"), equivalent: count("equivalent"), survived: count("survived") };
}

/** Rounded down: 0.9999 is not 1. */
function shown(score: number): string {
  return (Math.floor(score * 1_000) / 1_000).toFixed(3);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function code(text: string): string {
  return `\`${text}\``;
}
