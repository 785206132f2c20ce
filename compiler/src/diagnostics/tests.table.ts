import { define } from "./define.js";

export const testsDiagnostics = {
  "tests/mutation-score": define<{ score: string; killed: number; counted: number }>({
    severity: "error",
    message: ({ killed, counted }) =>
      `the generated tests notice ${killed} of ${counted} mistakes in this spec`,
    label: ({ score }) => `the score is ${score}`,
    hint: () =>
      "give an example that tells a mistake from the spec, or ask for less; `featc mutate` lists them all.",
    explain:
      "A build that asks for a mutation score makes one mistake at a time in the spec and runs the generated tests on it. Where too few mistakes are noticed, nothing is written.",
    shownBy: "test/unit/cli/mutation-score.test.ts",
  }),
};
