import { ts } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

const passes = ts("aggregates/event-passes.ts");
const streaming = ts("aggregates/streaming.ts");
const collecting = ts("aggregates/collecting.ts");
const loop = ts("aggregates/loop.ts");

/** Mistakes in aggregates over events and lists. */
export const aggregateBugs: readonly SeededBug[] = [
  {
    name: "an event at the beginning of a window does not count",
    file: passes,
    find: 'binary(end.open ? ">" : ">=", time, bounds.of(end))',
    replace: 'binary(">", time, bounds.of(end))',
  },
  {
    name: "an event at the open beginning of a window counts",
    file: passes,
    find: 'binary(end.open ? ">" : ">=", time, bounds.of(end))',
    replace: 'binary(">=", time, bounds.of(end))',
  },
  {
    name: "an event at the open end of a window counts",
    file: passes,
    find: 'binary(end.open ? "<" : "<=", time, bounds.of(end))',
    replace: 'binary("<=", time, bounds.of(end))',
  },
  {
    name: "an event at the closed end of a window does not count",
    file: passes,
    find: 'binary(end.open ? "<" : "<=", time, bounds.of(end))',
    replace: 'binary("<", time, bounds.of(end))',
  },
  {
    name: "events count before they were known",
    file: passes,
    find: "source.known === null",
    replace: "source.known !== undefined",
  },
  {
    name: "an event that becomes known at the moment of the prediction counts",
    file: passes,
    find: 'includesCurrent ? "<=" : "<",',
    replace: 'includesCurrent ? "<" : "<=",',
  },
  {
    name: "a window begins behind the moment of the prediction",
    file: passes,
    find: 'offset < 0 ? binary("-", code, numberCode(-offset))',
    replace: 'offset < 0 ? binary("+", code, numberCode(-offset))',
  },
  {
    name: "the length of a window is taken for seconds",
    file: passes,
    find: 'binary("-", code, numberCode(-offset))',
    replace: 'binary("-", code, numberCode(-offset / 1000))',
  },
  {
    name: "two windows with one end share their beginning",
    file: passes,
    find: "const key = `${code.text} ${offset}`;",
    replace: "const key = code.text;",
  },
  {
    name: "events are not put in order",
    file: passes,
    find: "if (!isOrdered) return source.name;",
    replace: "if (isOrdered || !isOrdered) return source.name;",
  },
  {
    name: "a test of one aggregate is one of all in its pass",
    file: passes,
    find: "others.every(({ tests }) => tests.some((test) => test.text === text)),",
    replace:
      "others.length === 0 || others.some(({ tests }) => tests.some((test) => test.text === text)),",
  },
  {
    name: "events at one time are taken in the order in which they came",
    file: ts("source-order.ts"),
    find: "[...time, ...others].map(",
    replace: "[...time, ...others.slice(0, 0)].map(",
  },
  {
    name: "aggregates of one name share a value",
    file: ts("aggregates/schedule.ts"),
    find: "const key = structuralKey(expr);",
    replace: "const key = expr.fn;",
  },
  {
    name: "aggregates that differ only by their window share a value",
    file: ts("aggregates/schedule.ts"),
    find: "const key = structuralKey(expr);",
    replace:
      "const key = structuralKey({ ...expr, collection: { ...expr.collection, window: { lows: [], highs: [], includesCurrent: false } } } as Aggregate);",
  },
  {
    name: "aggregates of one pass share the window of the first",
    file: loop,
    find: 'const key = part.member.tests.map(({ text }) => text).join(" && ");',
    replace: 'const key = "";',
  },
  {
    name: "the condition of an aggregate is passed over",
    file: loop,
    find: "const condition = where === null ? null : first.holds(where);",
    replace: "const condition = where === null || true ? null : first.holds(where);",
  },
  {
    name: "elements count where the condition is false",
    file: loop,
    find: "const condition = where === null ? null : first.holds(where);",
    replace: "const condition = where === null ? null : first.fails(where);",
  },
  {
    name: "`exists` is true of nothing",
    file: streaming,
    find: "exists: ({ name }) => ({\n    declarations: [`let ${name} = false;`],",
    replace: "exists: ({ name }) => ({\n    declarations: [`let ${name} = true;`],",
  },
  {
    name: "`all` is false of nothing",
    file: streaming,
    find: "all: ({ name }) => ({\n    declarations: [`let ${name} = true;`],",
    replace: "all: ({ name }) => ({\n    declarations: [`let ${name} = false;`],",
  },
  {
    name: "`any` is what the last element is",
    file: streaming,
    find: "add: (value, block) => block.guard(given(value).text, `${name} = true;`),",
    replace: "add: (value, block) => block.line(`${name} = ${given(value).text};`),",
  },
  {
    name: "`all` is what the last element is",
    file: streaming,
    find: "add: (value, block) => block.guard(`!${tight(given(value))}`, `${name} = false;`),",
    replace: "add: (value, block) => block.line(`${name} = ${given(value).text};`),",
  },
  {
    name: "a sum starts from 1",
    file: streaming,
    find: "declarations: [`let ${total} = 0;`],",
    replace: "declarations: [`let ${total} = 1;`],",
  },
  {
    name: "the mean of nothing is not missing",
    file: streaming,
    find: 'guard: mayBeMissing ? "finite" : null',
    replace: "guard: null",
  },
  {
    name: "a rate is not divided by its periods",
    file: streaming,
    find: 'present(binary("/", count, periods))',
    replace: "present(count)",
  },
  {
    name: "the smallest is the largest",
    file: streaming,
    find: 'min: extreme("<")',
    replace: 'min: extreme(">")',
  },
  {
    name: "the first element is the last",
    file: streaming,
    find: "block.guard(`${scope.name} === null`, `${scope.name} = ${given(value).text};`),",
    replace: "block.line(`${scope.name} = ${given(value).text};`),",
  },
  {
    name: "the seconds since the last event are milliseconds",
    file: streaming,
    find: 'binary("/", binary("-", asOf, primary(`${name}_time`)), numberCode(1000))',
    replace: 'binary("-", asOf, primary(`${name}_time`))',
  },
  {
    name: "the seconds since the last event are those since the first",
    file: streaming,
    find: 'seconds_since_last: secondsSince(">")',
    replace: 'seconds_since_last: secondsSince("<")',
  },
  {
    name: "`latest` is passed over",
    file: collecting,
    find: 'if (latest !== null) kept = call(runtime("latest"), kept, numberCode(latest));',
    replace: "",
  },
  {
    name: "a sum of rounded values is one of exact values",
    file: collecting,
    find: 'if (args[0] !== undefined) return nullable(call(runtime("scaledSum"), values, args[0]));',
    replace: "",
  },
  {
    name: "a distinct count is a count",
    file: collecting,
    find: "return always(primary(`new Set(${values.text}).size`));",
    replace: "return always(length);",
  },
  {
    name: "the variance of a sample is that of a population",
    file: collecting,
    find: 'runtime("varSamp")',
    replace: 'runtime("varPop")',
  },
  {
    name: "every quantile is the median",
    file: collecting,
    find: 'call(runtime("quantile"), values, args[0] ?? numberCode(0.5))',
    replace: 'call(runtime("quantile"), values, numberCode(0.5))',
  },
  {
    name: "the last but one is the last",
    file: collecting,
    find: 'case "nth_last":\n      return nullable(call(runtime("nthLast"), values, args[0] ?? numberCode(1)));',
    replace:
      'case "nth_last":\n      return nullable(call(runtime("nthLast"), values, numberCode(1)));',
  },
];
