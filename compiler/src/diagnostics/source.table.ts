import { define } from "./define.js";

const start = `featc: 1
name: example
input:
  customer: id
  debt: { type: number, range: [0, 100] }
`;

const feature = `features:
  paid: { formula: count(payments within 30d), range: [0, 5e9] }
`;

interface Events {
  readonly key?: string;
  readonly time?: string;
  readonly more?: string;
  readonly fields?: string;
}

function withEvents({ key = "customer", time = "paid_at", more = "", fields }: Events): string {
  return `${start}events:
  payments:
    key: ${key}
    time: ${time}
${more}    fields:
${fields ?? "      customer: id\n      paid_at: timestamp\n"}${feature}`;
}

export const sourceDiagnostics = {
  "source/no-field": define<{
    name: string;
    owner: string;
    where: string;
    suggestion: string | undefined;
  }>({
    severity: "error",
    message: ({ name, owner }) => `${name} is no field of ${owner}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: ({ where }) =>
      where === "`on`"
        ? "the key of a source meets the input field of the same name; `on: FIELD` names another one."
        : undefined,
    explain:
      "A source says by which of its fields a record belongs to the row (`key`), which input field that meets (`on`, where the names differ), and when an event happened (`time`).",
    bad: withEvents({
      key: "customer_id",
      fields: "      customer_id: id\n      paid_at: timestamp\n",
    }),
    good: withEvents({
      key: "customer_id",
      more: "    on: customer\n",
      fields: "      customer_id: id\n      paid_at: timestamp\n",
    }),
  }),
  "source/optional-key": define<{ name: string }>({
    severity: "error",
    message: ({ name }) => `${name} may be missing, so that it cannot be a key`,
    hint: () => "make it required: a record without a key belongs to nobody.",
    explain:
      "Records meet the row by their key. Where it is missing on one side, there is nothing to meet.",
    bad: withEvents({ fields: '      customer: "id?"\n      paid_at: timestamp\n' }),
    good: withEvents({}),
  }),
  "source/key-type": define<{ key: string; keyType: string; on: string; onType: string }>({
    severity: "error",
    message: ({ key, keyType, on, onType }) =>
      `${key} (${keyType}) never equals ${on} (${onType}): the types differ`,
    hint: () => "give both the same type: `id` takes whole numbers and texts alike.",
    explain:
      "A key that is a number on one side and a text on the other joins nothing, and every feature would see no events: a mistake that no test with its own data shows.",
    bad: withEvents({ fields: "      customer: int\n      paid_at: timestamp\n" }),
    good: withEvents({}),
  }),
  "source/moment": define<{ name: string; where: string; type: string }>({
    severity: "error",
    message: ({ name, where }) => `${name} cannot be the ${where} of events`,
    label: ({ type }) => `it is of type ${type}`,
    hint: ({ type }) =>
      type.startsWith("date")
        ? "a day has no moment: read it as a timestamp, `{ type: timestamp, from: yyyy-MM-dd }`, which is its midnight in UTC."
        : "it is a timestamp that is always there.",
    explain:
      "Whether an event lies in a window is decided to the millisecond, so that training and serving count the same events.",
    bad: withEvents({ fields: "      customer: id\n      paid_at: date\n" }),
    good: withEvents({
      fields: "      customer: id\n      paid_at: { type: timestamp, from: yyyy-MM-dd }\n",
    }),
  }),
  "source/retention": define<Record<string, never>>({
    severity: "error",
    message: () => "`retention` is a duration, such as `365d`",
    explain:
      "How long events are kept is the longest look-back of every window, and bounds memory.",
    bad: withEvents({ more: "    retention: 365\n" }),
    good: withEvents({ more: "    retention: 365d\n" }),
  }),
};
