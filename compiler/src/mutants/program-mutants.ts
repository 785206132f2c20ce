import type {
  Constraint,
  EventSource,
  FieldContract,
  Matrix,
  Program,
  Step,
  TableSource,
} from "../ir/program.js";
import { fieldMutants } from "./contract-mutants.js";
import { expressionMutants } from "./expression-mutants.js";
import type { Change, Mutant, MutantPart } from "./mutant.js";
import { swapped } from "./change.js";
import { stepMutants } from "./step-mutants.js";

/** Every spec that differs from this one by one plausible mistake, in the order of its parts. */
export function programMutants(program: Program): readonly Mutant[] {
  return [
    ...contractMutants(program),
    ...program.constraints.flatMap((one) => mutantsOfConstraint(program, one)),
    ...program.steps.flatMap((step) => mutantsOfStep(program, step)),
    ...program.matrices.flatMap((matrix) => mutantsOfMatrix(program, matrix)),
    ...program.policy.flatMap((step) => mutantsOfDecision(program, step)),
  ];
}

/** Those of one let or feature. */
export function mutantsOfStep(program: Program, step: Step): readonly Mutant[] {
  return stepMutants(step).map((one) =>
    mutantOf(
      one,
      { kind: "step", name: step.name },
      {
        ...program,
        steps: replaced(program.steps, step, one.changed),
      },
    ),
  );
}

export function mutantsOfDecision(program: Program, step: Step): readonly Mutant[] {
  return stepMutants(step).map((one) =>
    mutantOf(
      one,
      { kind: "decision", name: step.name },
      {
        ...program,
        policy: replaced(program.policy, step, one.changed),
      },
    ),
  );
}

function contractMutants(program: Program): readonly Mutant[] {
  const own = fieldsMutants(
    program.input,
    (field, changed) => ({
      ...program,
      input: replaced(program.input, field, changed),
    }),
    null,
    program.labels,
  );
  const events = program.events.flatMap((source) =>
    fieldsMutants(
      source.fields,
      (field, changed) => ({
        ...program,
        events: replaced(program.events, source, withField(source, field, changed)),
      }),
      source,
    ),
  );
  const tables = program.tables.flatMap((source) =>
    fieldsMutants(
      source.fields,
      (field, changed) => ({
        ...program,
        tables: replaced(program.tables, source, withField(source, field, changed)),
      }),
      source,
    ),
  );
  const [span] = program.input.map((field) => field.span);
  const ignores = program.unknownFields === "ignore";
  const unknown =
    span === undefined
      ? []
      : [
          mutantOf(
            {
              group: "contract",
              words: `unknown fields are ${ignores ? "rejected" : "ignored"}`,
              span,
            },
            { kind: "contract", name: "unknown_fields", source: null },
            { ...program, unknownFields: ignores ? "reject" : "ignore" },
          ),
        ];
  return [...own, ...unknown, ...events, ...tables];
}

function fieldsMutants(
  fields: readonly FieldContract[],
  programWith: (field: FieldContract, changed: FieldContract) => Program,
  source: TableSource | null,
  labels: readonly string[] = [],
): readonly Mutant[] {
  // Keys and times are what records are found by: they are never missing, and have no range.
  const fixed = source === null ? [] : [source.key, ...momentsOf(source)];
  return fields
    .filter(({ name }) => !fixed.includes(name))
    .flatMap((field) =>
      fieldMutants(field, labels.includes(field.name)).map((one) =>
        mutantOf(
          one,
          { kind: "contract", name: field.name, source: source?.name ?? null },
          programWith(field, one.changed),
        ),
      ),
    );
}

function momentsOf(source: TableSource | EventSource): readonly (string | null)[] {
  return "time" in source ? [source.time, source.known] : [];
}

function withField<Source extends TableSource>(
  source: Source,
  field: FieldContract,
  changed: FieldContract,
): Source {
  return { ...source, fields: replaced(source.fields, field, changed) };
}

export function mutantsOfConstraint(program: Program, constraint: Constraint): readonly Mutant[] {
  const part: MutantPart = { kind: "constraint", name: constraint.name };
  const rest = program.constraints.filter((other) => other !== constraint);
  const { span } = constraint;
  return [
    mutantOf({ group: "contract", words: "the constraint is forgotten", span }, part, {
      ...program,
      constraints: rest,
    }),
    ...expressionMutants(constraint.formula).map((one) =>
      mutantOf(one, part, {
        ...program,
        constraints: replaced(program.constraints, constraint, {
          ...constraint,
          formula: one.changed,
        }),
      }),
    ),
  ];
}

export function mutantsOfMatrix(program: Program, matrix: Matrix): readonly Mutant[] {
  const part: MutantPart = { kind: "matrix", name: matrix.name };
  const { span, columns } = matrix;
  const programWith = (changed: Matrix): Program => ({
    ...program,
    matrices: replaced(program.matrices, matrix, changed),
  });
  const turned = columns
    .slice(1)
    .map((_, i) => [...columns.slice(0, i), ...swapped(columns.slice(i))]);
  return [
    ...turned.map((order, i) =>
      mutantOf(
        { group: "matrix", words: `columns ${i + 1} and ${i + 2} are swapped`, span },
        part,
        programWith({ ...matrix, columns: order }),
      ),
    ),
    ...otherMissing(matrix).map((missing) =>
      mutantOf(
        {
          group: "matrix",
          words: `\`missing: ${String(matrix.missing)}\` becomes \`missing: ${String(missing)}\``,
          span,
        },
        part,
        programWith({ ...matrix, missing }),
      ),
    ),
    ...columns.flatMap((column) =>
      expressionMutants(column.formula).map((one) =>
        mutantOf(
          one,
          part,
          programWith({
            ...matrix,
            columns: replaced(columns, column, { ...column, formula: one.changed }),
          }),
        ),
      ),
    ),
  ];
}

function otherMissing({ missing, dtype }: Matrix): readonly Matrix["missing"][] {
  if (missing === "reject") return [0];
  const isFloat = dtype === "float64" || dtype === "float32";
  if (missing === "nan") return [0];
  return [missing + 1, ...(isFloat ? (["nan"] as const) : [])];
}

function mutantOf(
  {
    group,
    words,
    span,
    differsWhere = null,
  }: Omit<Change<unknown>, "changed" | "differsWhere"> &
    Partial<Pick<Change<unknown>, "differsWhere">>,
  part: MutantPart,
  program: Program,
): Mutant {
  return { group, words, span, differsWhere, part, program };
}

function replaced<T>(all: readonly T[], one: T, other: T): readonly T[] {
  return all.map((item) => (item === one ? other : item));
}
