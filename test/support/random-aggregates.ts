import type { Random } from "./random.js";

/** The moment of the prediction of every row; its events lie around it. */
export const moment = Date.parse("2024-03-01T12:00:00Z");

const day = 86_400_000;
const windows = ["within 1d", "within 7d", "within 30d", "during (as_of - 7d, as_of - 1d]"].concat(
  "during [as_of - 30d, as_of - 7d)",
  "during [since, as_of)",
  "during (since - 1d, since + 3d]",
  "",
);
const offsets = [0, 1, -1, -day, -day - 1, -day + 1, -7 * day, -7 * day - 1, -30 * day, -40 * day];
const amounts = [0, 0.1, 0.2, 0.3, 1, 2.5, -3, 1e6, -1e-9, 7];
const sizes = [0, 1, -2, 3, 9_007_199_254_740_991, -9_007_199_254_740_991, 12, 12];
const kinds = ["card", "cash", "wire"];
const notes = ["", "a", "b", "Ä", "😀", "￮", "a"];

const input = `featc: 1
name: example
as_of: at
input:
  customer: id
  at: timestamp
  since: timestamp
  limit: number
  ceiling: number?
  prices: { type: "list<number>", length: [0, 6] }
  rebates: { type: "list<number?>?" }
  words: "list<string>"
  basket:
    type: "list<record>"
    items:
      fields:
        price: number
        count: int
        rebate: number?
        label: { type: enum, values: [card, cash, wire] }
events:
  payments:
    key: customer
    time: paid_at
    known: known_at
    retention: 365d
    fields:
      customer: id
      amount: number
      fee: number?
      size: int
      kind: { type: enum, values: [card, cash, wire] }
      note: string
      late: bool
      paid_at: timestamp
      known_at: timestamp
      tags: "list<int>"
      place: { type: "record?", fields: { height: "number?", name: string } }
  visits:
    key: visitor
    on: customer
    time: seen
    includes_current: true
    fields: { visitor: id, seen: timestamp, pages: { type: int, range: [0, 100] } }
tables:
  bureau:
    key: customer
    fields: { customer: id, score: int?, limits: "list<number>", note: string }
`;

const numberFunctions = ["sum", "mean", "min", "max", "first", "last", "median", "mode"].concat([
  "var_pop",
  "var_samp",
  "stddev_pop",
  "stddev_samp",
  "count_distinct",
]);
const textFunctions = ["min", "max", "first", "last", "mode", "count_distinct"];

interface Element {
  readonly text: string;
  readonly functions: readonly string[];
  readonly mayBeMissing: boolean;
}

const ofPayments: readonly Element[] = [
  { text: "payments.amount", functions: numberFunctions, mayBeMissing: false },
  { text: "payments.fee", functions: numberFunctions, mayBeMissing: true },
  { text: "payments.size", functions: numberFunctions, mayBeMissing: false },
  { text: "payments.amount / payments.size", functions: numberFunctions, mayBeMissing: true },
  { text: "-payments.amount * limit", functions: numberFunctions, mayBeMissing: true },
  { text: "payments.note", functions: textFunctions, mayBeMissing: false },
  { text: "payments.kind", functions: textFunctions, mayBeMissing: false },
  { text: "date(payments.paid_at)", functions: textFunctions, mayBeMissing: false },
  { text: "payments.paid_at", functions: textFunctions, mayBeMissing: false },
  {
    text: "payments.late",
    functions: ["any", "all", "share", "last", "mode"],
    mayBeMissing: false,
  },
  { text: "payments.fee > 1", functions: ["any", "all", "share"], mayBeMissing: true },
  { text: "payments.place.height", functions: numberFunctions, mayBeMissing: true },
  { text: "round(payments.amount)", functions: numberFunctions, mayBeMissing: true },
  {
    text: 'match payments.kind { "card" => 1, "cash" => payments.amount, _ => 0 }',
    functions: numberFunctions,
    mayBeMissing: false,
  },
];

const ofLists: readonly Element[] = [
  { text: "prices", functions: [...numberFunctions, "argmin", "argmax"], mayBeMissing: false },
  { text: "prices", functions: ["argmin", "argmax"], mayBeMissing: false },
  { text: "rebates", functions: numberFunctions, mayBeMissing: true },
  { text: "words", functions: [...textFunctions, "argmax"], mayBeMissing: false },
  { text: "basket.price * basket.count", functions: numberFunctions, mayBeMissing: true },
  { text: "basket.count", functions: numberFunctions, mayBeMissing: false },
  { text: "basket.rebate", functions: numberFunctions, mayBeMissing: true },
  { text: "basket.label", functions: textFunctions, mayBeMissing: false },
  { text: "[limit, ceiling, 2]", functions: [...numberFunctions, "argmin"], mayBeMissing: true },
  { text: "[limit, -limit]", functions: numberFunctions, mayBeMissing: false },
  { text: "bureau.limits", functions: numberFunctions, mayBeMissing: false },
];

const conditions = [
  "payments.late",
  "payments.amount > limit",
  'payments.kind in ["card", "wire"]',
  "(payments.fee > 1) ?? false",
  "payments.amount > (mean(payments.amount within 30d) ?? 0)",
  "payments.place is present and not payments.late",
  "payments.size != 12",
];

/** A spec of random aggregates over events, lists and lists of values; each feature may be missing. */
export function aggregateSpec(random: Random, features: number): string {
  const lines = Array.from({ length: features }, (_, i) => {
    const formula = random.chance(0.15)
      ? conditional(random)
      : random.chance(0.25)
        ? related(random)
        : aggregate(random);
    return `  f_${i}:\n    formula: |\n      ${formula}`;
  });
  return `${input}functions:\n  above(x): count(payments where payments.amount > x within 30d)\nfeatures:\n${lines.join("\n")}\n`;
}

/** Two aggregates of one element, so that the elements of the one may be among those of the other. */
function related(random: Random): string {
  const condition = random.pick(conditions);
  const [source, element, fns] = random.pick([
    ["payments", "payments.amount", ["sum", "min", "max", "first", "last", "mode"]],
    ["payments", "abs(payments.amount)", ["sum", "min", "max", "count"]],
    ["payments", "payments.size", ["count_distinct", "count", "sum", "max"]],
    ["visits", "visits.pages", ["sum", "count", "count_distinct", "min", "max"]],
  ] as const);
  const one = (): string => {
    const conditionOfOne = random.pick(["", condition, `${condition} and payments.amount > 0`]);
    const where = source === "visits" || conditionOfOne === "" ? "" : ` where ${conditionOfOne}`;
    const window = spaced(random.pick(["within 7d", "within 30d", "during [as_of - 30d, as_of)"]));
    const latest = random.chance(0.3) ? ` latest ${random.int(1, 3)}` : "";
    return `${random.pick(fns)}(${element}${where}${window}${latest})`;
  };
  return `(${one()}) ${random.pick(["-", "/"])} (${one()})`;
}

function conditional(random: Random): string {
  const [a, b, c] = [aggregate(random), aggregate(random), aggregate(random)];
  return random.pick([
    `if limit > 1 then count(payments where payments.amount / limit > 1 within 30d) else 0`,
    `if (ceiling is present) then above(ceiling) else above(1)`,
    `if exists(payments where payments.late within 7d) then ${number(a)} else ${number(b)}`,
    `${number(a)} + ${number(b)} - ${number(c)}`,
    `count(payments within 7d) / count(payments within 30d)`,
    `sum(visits.pages during [as_of - 7d, as_of]) + above(limit)`,
    `max([${number(a)}, ${number(b)}, limit] skip missing)`,
    `if count(payments within 30d) > 0 then sum(payments.amount within 30d) / count(payments within 30d) else 0`,
  ]);
}

/** The aggregate where it is a number, else how many there are. */
function number(text: string): string {
  return /^(sum|mean|median|var|stddev)/.test(text) ? `(${text})` : "count(payments within 30d)";
}

function aggregate(random: Random): string {
  if (random.chance(0.15)) return counted(random);
  const isEvents = random.chance(0.7);
  const element = random.pick(isEvents ? ofPayments : ofLists);
  const skips = element.mayBeMissing ? " skip missing" : "";
  const fn = random.pick(element.functions);
  const isNumber = element.functions.includes("median");
  const special = isNumber && random.chance(0.2) ? extra(random, element.text) : undefined;
  const where = isEvents && random.chance(0.4) ? ` where ${random.pick(conditions)}` : "";
  const window = isEvents ? spaced(random.pick(windows)) : "";
  const latest = random.chance(0.2) ? ` latest ${random.int(1, 3)}` : "";
  const selection = `${where}${window}${latest}${skips}`;
  return special === undefined
    ? `${fn}(${element.text}${selection})`
    : `${special.fn}(${element.text}${selection}, ${special.rest})`;
}

function extra(random: Random, element: string): { readonly fn: string; readonly rest: string } {
  const k = random.int(1, 3);
  return random.pick([
    { fn: "quantile", rest: random.pick(["0", "0.25", "0.9", "1"]) },
    { fn: "nth_last", rest: String(k) },
    { fn: "nth_smallest", rest: String(k) },
    { fn: "nth_largest", rest: String(k) },
    {
      fn: element.includes("size") ? "nth_last" : "sum",
      rest: element.includes("size") ? "2" : "scale: 2",
    },
  ]);
}

function counted(random: Random): string {
  const where = random.chance(0.5) ? ` where ${random.pick(conditions)}` : "";
  const window = spaced(random.pick(windows));
  const fixed = window.includes("since") || window === "" ? " within 7d" : window;
  return random.pick([
    `count(payments${where}${window})`,
    `exists(payments${where}${window})`,
    `rate(payments${where}${fixed}, per: 1d)`,
    `seconds_since_last(payments${where}${window})`,
    `seconds_since_first(payments${where}${window})`,
    `count(basket where basket.count > 1)`,
    `count(visits during [as_of - 1d, as_of])`,
    `seconds_since_last(payments${where}${window} latest 2)`,
    `count(payments${where}${window} latest 2)`,
  ]);
}

function spaced(text: string): string {
  return text === "" ? "" : ` ${text}`;
}

export interface AggregateRow {
  readonly input: Readonly<Record<string, unknown>>;
  readonly payments: readonly Readonly<Record<string, unknown>>[];
  readonly visits: readonly Readonly<Record<string, unknown>>[];
  readonly bureau: Readonly<Record<string, unknown>> | null;
}

/** A row in the producer's form: none, few or many events, in any order, with ties and repetitions. */
export function aggregateRow(random: Random): AggregateRow {
  const times = <T>(most: number, make: () => T): readonly T[] =>
    Array.from({ length: random.int(0, most) }, make);
  const text = (millis: number): string => new Date(millis).toISOString();
  const near = (): number =>
    random.chance(0.6) ? moment + random.pick(offsets) : moment - random.int(-day, 45 * day);
  const optional = <T>(make: () => T): T | null => (random.chance(0.3) ? null : make());
  const amount = (): number => random.pick(amounts);
  const payments = times(random.pick([0, 1, 3, 12]), () => {
    const paid = near();
    return {
      customer: "c",
      amount: amount(),
      fee: optional(amount),
      size: random.pick(sizes),
      kind: random.pick(kinds),
      note: random.pick(notes),
      late: random.chance(0.5),
      paid_at: text(paid),
      known_at: text(random.chance(0.7) ? paid : near()),
      tags: times(2, () => random.int(0, 1)),
      place: optional(() => ({ height: optional(amount), name: random.pick(notes) })),
    };
  });
  return {
    input: {
      customer: "c",
      at: text(moment),
      since: text(near()),
      limit: amount(),
      ceiling: optional(amount),
      prices: times(6, amount),
      rebates: optional(() => times(4, () => optional(amount))),
      words: times(4, () => random.pick(notes)),
      basket: times(4, () => ({
        price: amount(),
        count: random.int(-3, 3),
        rebate: optional(amount),
        label: random.pick(kinds),
      })),
    },
    payments: random.chance(0.2) ? [...payments, ...payments] : payments,
    visits: times(4, () => ({ visitor: "c", seen: text(near()), pages: random.int(0, 100) })),
    bureau: optional(() => ({
      customer: "c",
      score: optional(() => random.int(300, 850)),
      limits: times(3, amount),
      note: random.pick(notes),
    })),
  };
}
