import type { ValidatorFigures } from "./apart/validators.js";
import { atLeast, atMost, tableOf } from "./goal.js";
import type { Goal, Section } from "./goal.js";
import { bundleSpecFile, runApart } from "./run-apart.js";

type Times = Readonly<Record<string, number>>;

/** Every peer's time as a multiple of the generated code's. */
function over(times: Times | undefined, name: string): number {
  return (times?.[name] ?? Number.NaN) / (times?.["featc"] ?? Number.NaN);
}

function best(times: Times | undefined, names: readonly string[]): number {
  return Math.min(...names.map((name) => over(times, name)));
}

const fast = ["ajv", "TypeBox"];
const others = ["TypeBox", "ArkType", "Valibot", "Zod"];
const every = ["ajv", ...others];

function goalsOf({ accepts, issues, bytes }: ValidatorFigures): readonly Goal[] {
  const goals: Goal[] = [];
  const valid = { stable: "one order of keys", several: "four shapes", shuffled: "shuffled keys" };
  for (const [name, words] of Object.entries(valid)) {
    const times = accepts[name];
    const of = `\`isInput\`, valid, ${words}`;
    if (name === "shuffled") goals.push(atLeast(`${of}: ajv's time`, 2, over(times, "ajv")));
    else goals.push(atLeast(`${of}: time of the best of ajv and TypeBox`, 1.5, best(times, fast)));
    goals.push(atMost(`${of}: of hand-written`, 1.1, 1 / over(times, "by hand")));
  }
  const stable = accepts["stable"];
  goals.push(
    atLeast("`isInput`, valid: ArkType's time", 4, over(stable, "ArkType")),
    atLeast(
      "`isInput`, valid: time of the better of Valibot and Zod",
      8,
      best(stable, ["Valibot", "Zod"]),
    ),
    atMost("`isInput`, valid: memory for a row", 0, bytes["featc"] ?? Number.NaN, "bytes"),
  );
  const faults = { early: "the first field", late: "the last field", unknown: "an unknown key" };
  for (const [name, words] of Object.entries(faults)) {
    goals.push(
      atLeast(
        `\`isInput\`, invalid, ${words}: time of the best peer`,
        1,
        best(accepts[name], every),
      ),
    );
  }
  const three = issues["three"];
  return [
    ...goals,
    atLeast("all issues, three of them: time of ajv `allErrors`", 0.95, over(three, "ajv")),
    atLeast("all issues, three of them: time of the best other", 4, best(three, others)),
  ];
}

export async function validatorSection(): Promise<Section> {
  await bundleSpecFile("test/bench/specs/order.feat.yaml");
  const figures = await runApart<ValidatorFigures>("validators");
  const names = ["featc", "by hand", ...every];
  const rowsOf = (
    of: string,
    groups: Readonly<Record<string, Times>>,
  ): readonly (readonly string[])[] =>
    Object.entries(groups).map(([name, times]) => [
      `${of}, ${name}`,
      ...names.map((one) => (times[one] === undefined ? "" : `${times[one].toFixed(0)}`)),
    ]);
  const table = tableOf(
    ["nanoseconds a record", ...names],
    [
      ...rowsOf("accepts", figures.accepts),
      ...rowsOf("issues", figures.issues),
      [
        "bytes a valid record",
        ...names.map((one) => (figures.bytes[one] ?? Number.NaN).toFixed(0)),
      ],
    ],
  );
  return {
    goals: goalsOf(figures),
    text: `## Validators

\`test/bench/specs/order.feat.yaml\`: eleven fields, five patterns, a record and a list of three records; unknown keys are refused. 512 records as JSON.parse gives them. All validators agree on every record before any is measured. ajv is compiled to a module (standalone), TypeBox by its TypeCompiler; "accepts" is the answer yes or no, "issues" the list of all that is wrong. The peers do not look for lone surrogates, changed prototypes or class instances, which featc refuses. The hand-written version does, but for \`Object.prototype\` itself.

${table}

typia is not among the peers: its checks are made by a plugin of TypeScript 5, and it does not install beside TypeScript 6.`,
  };
}
