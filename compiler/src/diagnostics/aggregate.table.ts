import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  customer: id
  income: { type: number?, range: [0, 100] }
  scores: { type: "list<number>", items: { range: [0, 10] } }
  basket:
    type: "list<record>"
    items:
      fields:
        price: { type: number, range: [0, 100] }
        rebate: { type: number?, range: [0, 100] }
        tags: "list<string>"
  signed_up: timestamp?
events:
  payments:
    key: customer
    time: paid_at
    retention: 365d
    max_count: 1000
    fields:
      customer: id
      paid_at: timestamp
      amount: { type: number, range: [0, 100] }
      fee: { type: number?, range: [0, 10] }
`;

/** The sources without `retention`. */
const unlimited = header.replace("    retention: 365d\n", "");

function feature(formula: string, rest: string, of = header): string {
  const text = /[,:{}[\]#"]/.test(formula) ? `'${formula}'` : formula;
  return `${of}features:\n  example_feature: { formula: ${text}${rest} }\n`;
}

const count = ", range: [0, 1000]";

export const aggregateDiagnostics = {
  "aggregate/outside": define<{ name: string; field: string | undefined; isList: boolean }>({
    severity: "error",
    message: ({ name, isList }) =>
      `${name} has many ${isList ? "elements" : "events"}: an aggregate makes one value of them`,
    hint: ({ name, field, isList }) =>
      `write ${field === undefined ? `\`count(${name})\`` : `\`mean(${field})\`, \`max(${field})\``}${isList ? "" : " and a window, `within 30d`,"} or another aggregate.`,
    explain:
      "A feature is one value per row, and a row may have no event, or thousands. Which of them counts is what an aggregate says: the sum, the last, how many.",
    bad: feature("payments.amount", ", range: [0, 100], impute: 0"),
    good: feature("last(payments.amount)", ", range: [0, 100], impute: 0"),
  }),
  "aggregate/no-collection": define<{ aggregate: string }>({
    severity: "error",
    message: ({ aggregate }) =>
      `${aggregate} is over nothing: no events and no list are named in it`,
    hint: ({ aggregate }) =>
      aggregate === "min" || aggregate === "max"
        ? `of several values of a row it is \`${aggregate === "min" ? "least" : "greatest"}(a, b)\`, or a list, \`${aggregate}([a, b])\`.`
        : "name a field of events, a list field, or write a list, `[a, b]`.",
    explain:
      "An aggregate makes one value of many: of the events of a source, of the elements of a list field, or of a list that is written down.",
    bad: feature("mean(income)", ", range: [0, 100], impute: 0"),
    good: feature("mean(scores)", ", range: [0, 10], impute: 0"),
  }),
  "aggregate/two-collections": define<{ aggregate: string; first: string; second: string }>({
    severity: "error",
    message: ({ aggregate, first, second }) =>
      `${aggregate} is over ${first} already, and cannot be over ${second} as well`,
    hint: () => "aggregate each by itself, and combine the results.",
    explain:
      "An aggregate walks over one collection. What stands in its condition may be another aggregate, which is one value for the whole row.",
    bad: feature("sum(payments.amount * scores within 30d)", ", range: [0, 1e6], outside: clamp"),
    good: feature(
      "sum(payments.amount within 30d) * mean(scores)",
      ", range: [0, 1e6], outside: clamp, impute: 0",
    ),
  }),
  "aggregate/nested": define<{ inner: string; outer: string }>({
    severity: "error",
    message: ({ inner, outer }) => `${inner} would be computed anew for each element of ${outer}`,
    hint: () =>
      "an aggregate inside another is one value of the row: it reads nothing of the element.",
    explain:
      "A fold inside a fold costs as many steps as there are pairs of elements. The inner aggregate is computed once, so that it cannot depend on the element at which the outer one stands.",
    bad: `${header}functions:
  above(limit): count(scores where scores > limit)
features:
  example_feature: { formula: sum(above(basket.price + 1)), range: [0, 1000], outside: clamp }
`,
    good: `${header}features:
  example_feature:
    { formula: count(payments where payments.amount > mean(scores) ?? 0), range: [0, 1000] }
`.replace("mean(scores) ?? 0", "(mean(scores) ?? 0)"),
  }),
  "aggregate/nested-list": define<{ aggregate: string }>({
    severity: "error",
    message: () => "this is a list inside an element: a list of lists cannot be aggregated",
    hint: () => "let the producer send one flat list, or count per element outside.",
    explain:
      "An aggregate walks over one list; the elements of that list are single values or records.",
    bad: feature("count(basket.tags)", ", range: [0, 1e6], outside: clamp"),
    good: feature("count(basket)", ", range: [0, 1e6], outside: clamp"),
  }),
  "aggregate/element": define<{
    aggregate: string;
    wanted: string;
    actual: string;
    field: string | undefined;
  }>({
    severity: "error",
    message: ({ aggregate, wanted }) => `${aggregate} takes ${wanted}`,
    label: ({ actual }) =>
      `this is ${actual === "record" ? "a whole record" : `of type ${actual}`}`,
    hint: ({ field }) => (field === undefined ? undefined : `name a field of it, \`${field}\`.`),
    explain: "What an aggregate can do depends on what it is given: texts have no mean.",
    bad: feature("sum(payments within 30d)", ", range: [0, 1e6], outside: clamp"),
    good: feature("sum(payments.amount within 30d)", ", range: [0, 1e5]"),
  }),
  "aggregate/over": define<{ aggregate: string; wanted: string; actual: string }>({
    severity: "error",
    message: ({ aggregate, wanted, actual }) =>
      `${aggregate} is over ${wanted}, not over ${actual}`,
    explain:
      "A moment and a rate need events, which have a time; a position needs a list, whose order is its own.",
    bad: feature("argmax(payments.amount within 30d)", ", range: [1, 1000], impute: 1"),
    good: feature("argmax(scores)", ", range: [1, 5e9], impute: 1"),
  }),
  "aggregate/place": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `${name} can only be read by features and lets`,
    hint: () => "make a feature of it, and read that.",
    explain:
      "Constraints are checked when a record is read, before anyone knows which events belong to it; columns and policies read features.",
    bad: `${header}constraints:
  few: count(payments within 30d) < 10
features:
  example_feature: { formula: count(payments within 30d), range: [0, 1000] }
`,
    good: `${header}features:
  example_feature: { formula: count(payments within 30d), range: [0, 9], outside: reject }
`,
  }),
  "aggregate/not-one": define<{ name: string; clause: string }>({
    severity: "error",
    message: ({ name }) => `${name} is no aggregate, so that nothing can be chosen for it`,
    label: ({ clause }) => `\`${clause}\` belongs to an aggregate`,
    hint: () => "put it inside the aggregate that it is meant for.",
    explain:
      "`where`, `within`, `during`, `latest` and `skip missing` say which elements an aggregate takes.",
    bad: feature("abs(income where income > 3)", ", range: [0, 100], impute: 0"),
    good: feature("max(scores where scores > 3)", ", range: [0, 10], impute: 0"),
  }),
  "aggregate/window-needed": define<{ source: string }>({
    severity: "error",
    message: ({ source }) => `how far back do the events of ${source} count?`,
    hint: ({ source }) => `say \`within 30d\`, or declare a \`retention\` of ${source}.`,
    explain:
      "Without a window the value depends on how long events are kept, which nobody wrote down: training on a long history and serving on a short one gives other values.",
    bad: feature("count(payments)", count, unlimited),
    good: feature("count(payments within 30d)", count, unlimited),
  }),
  "aggregate/window-beyond-retention": define<{ source: string }>({
    severity: "error",
    message: ({ source }) => `the window is longer than events of ${source} are kept`,
    hint: () => "shorten it, or declare a longer `retention`.",
    explain:
      "A window that reaches further back than the events are kept counts fewer of them in production than in training.",
    bad: feature("count(payments within 400d)", count),
    good: feature("count(payments within 365d)", count),
  }),
  "aggregate/window-after-as-of": define<Record<string, never>>({
    severity: "error",
    message: () => "the window ends after the moment of the prediction",
    hint: () => "end it at `as_of)` at the latest.",
    explain:
      "What happens after the prediction is known in training data and unknown in production: a model that learns from it fails in silence.",
    bad: feature("count(payments during [as_of - 7d, as_of + 1d))", count),
    good: feature("count(payments during [as_of - 7d, as_of))", count),
  }),
  "aggregate/window-at-as-of": define<{ source: string }>({
    severity: "warning",
    message: () => "the window counts an event at the very moment of the prediction",
    hint: ({ source }) =>
      `leave the end out, \`as_of)\`, or say \`includes_current: true\` of ${source}.`,
    explain:
      "The event that asks for a prediction often is itself among the events, in training data more often than in production. Where it is meant to count, the source says so.",
    bad: feature("count(payments during [as_of - 7d, as_of])", count),
    good: feature("count(payments during [as_of - 7d, as_of))", count),
  }),
  "aggregate/empty-window": define<Record<string, never>>({
    severity: "error",
    message: () => "no event can be in this window: it ends before it begins",
    explain: "The earlier moment stands first: `during [as_of - 37d, as_of - 7d)`.",
    bad: feature("count(payments during [as_of - 7d, as_of - 37d))", count),
    good: feature("count(payments during [as_of - 37d, as_of - 7d))", count),
  }),
  "aggregate/window-end": define<{ actual: string }>({
    severity: "error",
    message: () => "a window ends at a timestamp",
    label: ({ actual }) => `this is of type ${actual}`,
    hint: () => "such as `as_of - 7d`, or a field of type timestamp.",
    explain: "Events have a time to the millisecond, and so have the ends of a window.",
    bad: feature("count(payments during [7d, as_of))", count),
    good: feature("count(payments during [as_of - 7d, as_of))", count),
  }),
  "aggregate/window-end-missing": define<{ cause: string }>({
    severity: "error",
    message: () => "the end of this window may be missing",
    label: ({ cause }) => cause,
    hint: () => "say what it is then, `(… ?? as_of - 30d)`.",
    explain: "Between a moment and nothing there is no telling which events count.",
    bad: feature("count(payments during [signed_up, as_of))", count),
    good: feature("count(payments during [signed_up ?? as_of, as_of))", count),
  }),
  "aggregate/within": define<{ actual: string }>({
    severity: "error",
    message: () => "`within` takes a duration that is written down",
    label: ({ actual }) => `this is ${actual === "duration" ? "not one" : `of type ${actual}`}`,
    hint: () => "write it as in `within 30d`; a window that depends on the row is `during [a, b)`.",
    explain:
      "The longest look-back decides how many events have to be kept, so that it is the same for every row.",
    bad: feature("count(payments within 30)", count),
    good: feature("count(payments within 30d)", count),
  }),
  "aggregate/window-of-list": define<{ aggregate: string }>({
    severity: "error",
    message: () => "the elements of a list have no time",
    hint: () => "choose them with `where`, or with `latest n` for the last of the list.",
    explain: "`within` and `during` choose events by their time.",
    bad: feature("mean(scores within 30d)", ", range: [0, 10], impute: 0"),
    good: feature("mean(scores latest 5)", ", range: [0, 10], impute: 0"),
  }),
  "aggregate/latest": define<Record<string, never>>({
    severity: "error",
    message: () => "`latest` takes a whole number from 1 on, written down",
    explain: "`latest 5` keeps the last five of the elements that window and condition have left.",
    bad: feature("mean(scores latest 0)", ", range: [0, 10], impute: 0"),
    good: feature("mean(scores latest 5)", ", range: [0, 10], impute: 0"),
  }),
  "aggregate/rate-window": define<Record<string, never>>({
    severity: "error",
    message: () => "a rate needs a window of one length for every row",
    hint: () => "say `within 30d`; for a window that depends on the row divide `count` yourself.",
    explain: "`rate` is the number of events by how often `per` fits into the window.",
    bad: feature(
      "rate(payments during [signed_up ?? as_of, as_of), per: 1d)",
      ", range: [0, 1000]",
    ),
    good: feature("rate(payments within 30d, per: 1d)", ", range: [0, 1000]"),
  }),
  "aggregate/missing-element": define<{ aggregate: string; cause: string; field: string }>({
    severity: "error",
    message: ({ aggregate }) => `an element of ${aggregate} may be missing`,
    label: ({ cause }) => cause,
    hint: ({ field }) =>
      `leave such elements out, \`skip missing\`, or say what they count as, \`${field} ?? 0\`.`,
    explain:
      "A mean that leaves out missing values in silence has a denominator that shrinks when the producer breaks: the commonest mistake in features. Here the spec says which of the two is meant.",
    bad: feature("mean(payments.fee within 30d)", ", range: [0, 10], impute: 0"),
    good: feature("mean(payments.fee within 30d skip missing)", ", range: [0, 10], impute: 0"),
  }),
  "aggregate/needless-skip": define<Record<string, never>>({
    severity: "warning",
    message: () => "no element is ever missing: `skip missing` has no effect",
    hint: () => "remove it, so that a reader is not misled.",
    explain: "The contract says that the value is always there.",
    bad: feature("mean(payments.amount within 30d skip missing)", ", range: [0, 100], impute: 0"),
    good: feature("mean(payments.amount within 30d)", ", range: [0, 100], impute: 0"),
  }),
};
