import { internalError } from "../../../base/assert.js";
import type { AggregateName } from "../../../functions/aggregates/aggregate.table.js";
import { binary, call, numberCode, primary } from "../code.js";
import type { Code } from "../code.js";
import { present } from "../emission.js";
import type { Value } from "../emission.js";
import { nullableType, valueType } from "../value-type.js";
import type { Accumulate, Accumulation, AccumulationScope } from "./accumulation.js";

/** Aggregates that keep a number or two; the others keep the values. */
export const streaming: Readonly<Partial<Record<AggregateName, Accumulate>>> = {
  count: ({ name }) => counted(name, present(primary(name))),
  rate: ({ name, expr }) => {
    const count = primary(`${name}_count`);
    const periods = numberCode(Number(expr.args[0]));
    return counted(count.text, present(binary("/", count, periods)));
  },
  exists: ({ name }) => ({
    declarations: [`let ${name} = false;`],
    add: (_, block) => block.line(`${name} = true;`),
    result: () => present(primary(name)),
  }),
  any: ({ name }) => ({
    declarations: [`let ${name} = false;`],
    add: (value, block) => block.guard(given(value).text, `${name} = true;`),
    result: () => present(primary(name)),
  }),
  all: ({ name }) => ({
    declarations: [`let ${name} = true;`],
    add: (value, block) => block.guard(`!${tight(given(value))}`, `${name} = false;`),
    result: () => present(primary(name)),
  }),
  sum: ({ name, mayBeMissing }) => {
    const total = mayBeMissing ? `${name}_total` : name;
    return {
      declarations: [`let ${total} = 0;`],
      add: (value, block) => block.line(`${total} += ${given(value).text};`),
      result: () => guarded(primary(total), mayBeMissing),
    };
  },
  mean: ({ name, mayBeMissing }) => ({
    declarations: [`let ${name}_sum = 0;`, `let ${name}_count = 0;`],
    add: (value, block) =>
      block.line(`${name}_sum += ${given(value).text};`).line(`${name}_count++;`),
    result: () => quotient(`${name}_sum`, `${name}_count`, mayBeMissing),
  }),
  share: ({ name, mayBeMissing }) => ({
    declarations: [`let ${name}_true = 0;`, `let ${name}_count = 0;`],
    add: (value, block) =>
      block.guard(given(value).text, `${name}_true++;`).line(`${name}_count++;`),
    result: () => quotient(`${name}_true`, `${name}_count`, mayBeMissing),
  }),
  min: extreme("<"),
  max: extreme(">"),
  first: (scope) => ({
    ...kept(scope),
    add: (value, block) =>
      block.guard(`${scope.name} === null`, `${scope.name} = ${given(value).text};`),
  }),
  last: (scope) => ({
    ...kept(scope),
    add: (value, block) => block.line(`${scope.name} = ${given(value).text};`),
  }),
  seconds_since_first: secondsSince("<"),
  seconds_since_last: secondsSince(">"),
};

function given(value: Code | null): Code {
  return value ?? internalError("an aggregate of values without one");
}

function tight({ text, operator }: Code): string {
  return operator === "primary" ? text : `(${text})`;
}

function counted(name: string, result: Value): Accumulation {
  return {
    declarations: [`let ${name} = 0;`],
    add: (_, block) => block.line(`${name}++;`),
    result: () => result,
  };
}

/** 0 by 0, of no elements, is no number. */
function quotient(sum: string, count: string, mayBeMissing: boolean): Value {
  return guarded(binary("/", primary(sum), primary(count)), mayBeMissing);
}

function guarded(code: Code, mayBeMissing: boolean): Value {
  return { code, requires: [], nullable: false, guard: mayBeMissing ? "finite" : null };
}

function kept({ name, expr }: AccumulationScope) {
  return {
    declarations: [`let ${name}: ${nullableType(expr.type, true)} = null;`],
    result: (): Value => ({ code: primary(name), requires: [], nullable: true, guard: null }),
  };
}

function extreme(operator: "<" | ">"): Accumulate {
  return (scope) => ({
    ...kept(scope),
    add: (value, block) => {
      const { name, expr, emission } = scope;
      const code = given(value);
      const comparison =
        valueType(expr.type) === "number"
          ? binary(operator, code, primary(name))
          : binary(
              operator,
              call(emission.scope.imports.runtime("compareText"), code, primary(name)),
              numberCode(0),
            );
      block.guard(`${name} === null || ${comparison.text}`, `${name} = ${code.text};`);
    },
  });
}

function secondsSince(operator: "<" | ">"): Accumulate {
  return ({ name, time, asOf }) => ({
    declarations: [`let ${name}_time: number | null = null;`],
    add: (_, block) => {
      const test = binary(operator, time, primary(`${name}_time`));
      block.guard(`${name}_time === null || ${test.text}`, `${name}_time = ${time.text};`);
    },
    result: () => ({
      code: binary("/", binary("-", asOf, primary(`${name}_time`)), numberCode(1000)),
      requires: [`${name}_time`],
      nullable: false,
      guard: null,
    }),
  });
}
