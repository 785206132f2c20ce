import type { Basket, Purchase } from "./basket-records.js";

const day = 86_400_000;
const countries = ["DE", "FR", "IT", "ES", "US"];

/** What most people write for the features of the record alone: one readable line each. */
export function aloneFeatures(input: Basket) {
  const date = new Date(input.bought_at);
  return {
    total: input.amount + input.shipping,
    per_item: input.amount / input.quantity,
    shipping_share: input.amount === 0 ? 0 : Math.min(10, input.shipping / input.amount),
    used: input.amount / input.limit,
    free_limit: input.limit - input.amount,
    balance_known: input.balance !== null,
    balance_or_zero: input.balance ?? 0,
    balance_to_limit: input.balance === null ? 0 : Math.min(10, input.balance / input.limit),
    age_band: [24, 34, 49, 64].filter((bound) => input.age > bound).length,
    late_band: [0, 3, 12].filter((bound) => input.late_payments > bound).length,
    is_bulk: input.quantity >= 10,
    is_large: input.amount > 1000 && !input.is_new,
    at_night: date.getUTCHours() >= 22 || date.getUTCHours() < 6,
    at_weekend: [0, 6].includes(date.getUTCDay()),
    hour_of_day: date.getUTCHours(),
    month_of_year: date.getUTCMonth() + 1,
    country_index: countries.indexOf(input.country),
    is_app: input.channel === "app",
    abroad: input.country !== "DE",
    merchant_length: [...input.merchant].length,
  };
}

/** And with those of the history: filter, map and reduce. */
export function basketFeatures(input: Basket, history: readonly Purchase[]) {
  const before = history
    .filter((one) => one.bought_at < input.bought_at)
    .sort((a, b) => a.bought_at - b.bought_at);
  const within = (days: number): Purchase[] =>
    before.filter((one) => one.bought_at >= input.bought_at - days * day);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const month = within(30);
  const amounts = month.map((one) => one.amount);
  const newest = month.at(-1);
  return {
    ...aloneFeatures(input),
    count_30d: month.length,
    count_1d: within(1).length,
    spent_7d: sum(within(7).map((one) => one.amount)),
    mean_30d: amounts.length === 0 ? 0 : sum(amounts) / amounts.length,
    largest_30d: amounts.length === 0 ? 0 : Math.max(...amounts),
    fees_30d: sum(month.map((one) => one.fee)),
    online_share: month.length === 0 ? 0 : month.filter((one) => one.online).length / month.length,
    abroad_7d: within(7).filter((one) => one.country !== input.country).length,
    knows_merchant: new Set(month.map((one) => one.merchant)).has(input.merchant),
    hours_since_last:
      newest === undefined ? 720 : (input.bought_at - newest.bought_at) / 1000 / 3600,
  };
}

/** Into the matrix, by name. */
export function writeNaive(
  features: Readonly<Record<string, number | boolean>>,
  names: readonly string[],
  out: Float32Array,
  offset: number,
): void {
  names.forEach((name, i) => {
    out[offset + i] = Number(features[name]);
  });
}
