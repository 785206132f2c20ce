import type { Basket, Purchase } from "./basket-records.js";

const day = 86_400_000;

/** What a careful engineer would write by hand for specs/basket.feat.yaml: the same bits. */
export function writeBasket(
  input: Basket,
  history: readonly Purchase[],
  out: Float32Array,
  o: number,
): void {
  writeAlone(input, out, o);
  const at = input.bought_at;
  const [from30, from7, from1] = [at - 30 * day, at - 7 * day, at - day];
  const { country, merchant } = input;
  let [count30, count1, online, abroad] = [0, 0, 0, 0];
  let [spent7, spent30, fees] = [0, 0, 0];
  let largest = -1;
  let knows = 0;
  let last = 0;
  const events = inOrder(history);
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as Purchase;
    const time = event.bought_at;
    if (time >= at) break;
    if (time < from30) continue;
    const amount = event.amount;
    count30 += 1;
    spent30 += amount;
    fees += event.fee;
    if (amount > largest) largest = amount;
    if (event.online) online += 1;
    if (event.merchant === merchant) knows = 1;
    last = time;
    if (time >= from7) {
      spent7 += amount;
      if (event.country !== country) abroad += 1;
      if (time >= from1) count1 += 1;
    }
  }
  out[o + 20] = count30;
  out[o + 21] = count1;
  out[o + 22] = spent7 > 1e8 ? 1e8 : spent7;
  const mean = spent30 / count30;
  out[o + 23] = count30 === 0 ? 0 : mean > 20_000 ? 20_000 : mean;
  out[o + 24] = count30 === 0 ? 0 : largest;
  out[o + 25] = fees > 500_000 ? 500_000 : fees;
  out[o + 26] = count30 === 0 ? 0 : online / count30;
  out[o + 27] = abroad;
  out[o + 28] = knows;
  out[o + 29] = count30 === 0 ? 720 : (at - last) / 1000 / 3600;
}

/** The features of the record alone. */
export function writeAlone(input: Basket, out: Float32Array, o: number): void {
  const { amount, shipping, balance, limit, age, quantity, bought_at, country } = input;
  out[o] = amount + shipping;
  out[o + 1] = amount / quantity;
  const share = shipping / amount;
  out[o + 2] = amount === 0 ? 0 : share > 10 ? 10 : share;
  out[o + 3] = amount / limit;
  out[o + 4] = limit - amount;
  out[o + 5] = balance === null ? 0 : 1;
  out[o + 6] = balance ?? 0;
  const held = balance === null ? 0 : balance / limit;
  out[o + 7] = held > 10 ? 10 : held;
  out[o + 8] = age <= 24 ? 0 : age <= 34 ? 1 : age <= 49 ? 2 : age <= 64 ? 3 : 4;
  const late = input.late_payments;
  out[o + 9] = late === 0 ? 0 : late <= 3 ? 1 : late <= 12 ? 2 : 3;
  out[o + 10] = quantity >= 10 ? 1 : 0;
  out[o + 11] = amount > 1000 && !input.is_new ? 1 : 0;
  const date = Math.floor(bought_at / day);
  const hour = ((bought_at - date * day) / 3_600_000) | 0;
  out[o + 12] = hour >= 22 || hour < 6 ? 1 : 0;
  out[o + 13] = (date + 3) % 7 >= 5 ? 1 : 0;
  out[o + 14] = hour;
  out[o + 15] = monthOf(date);
  out[o + 16] =
    country === "DE"
      ? 0
      : country === "FR"
        ? 1
        : country === "IT"
          ? 2
          : country === "ES"
            ? 3
            : country === "US"
              ? 4
              : 5;
  out[o + 17] = input.channel === "app" ? 1 : 0;
  out[o + 18] = country === "DE" ? 0 : 1;
  out[o + 19] = codePoints(input.merchant);
}

/** The same as an object: its literal once, so that all have one shape. */
export function objectOfAlone(input: Basket): Readonly<Record<string, number | boolean>> {
  const { amount, shipping, balance, limit, age, quantity, bought_at, country } = input;
  const share = shipping / amount;
  const held = balance === null ? 0 : balance / limit;
  const late = input.late_payments;
  const date = Math.floor(bought_at / day);
  const hour = ((bought_at - date * day) / 3_600_000) | 0;
  return {
    total: amount + shipping,
    per_item: amount / quantity,
    shipping_share: amount === 0 ? 0 : share > 10 ? 10 : share,
    used: amount / limit,
    free_limit: limit - amount,
    balance_known: balance !== null,
    balance_or_zero: balance ?? 0,
    balance_to_limit: held > 10 ? 10 : held,
    age_band: age <= 24 ? 0 : age <= 34 ? 1 : age <= 49 ? 2 : age <= 64 ? 3 : 4,
    late_band: late === 0 ? 0 : late <= 3 ? 1 : late <= 12 ? 2 : 3,
    is_bulk: quantity >= 10,
    is_large: amount > 1000 && !input.is_new,
    at_night: hour >= 22 || hour < 6,
    at_weekend: (date + 3) % 7 >= 5,
    hour_of_day: hour,
    month_of_year: monthOf(date),
    country_index:
      country === "DE"
        ? 0
        : country === "FR"
          ? 1
          : country === "IT"
            ? 2
            : country === "ES"
              ? 3
              : country === "US"
                ? 4
                : 5,
    is_app: input.channel === "app",
    abroad: country !== "DE",
    merchant_length: codePoints(input.merchant),
  };
}

export const names = (
  "total per_item shipping_share used free_limit balance_known balance_or_zero balance_to_limit age_band " +
  "late_band is_bulk is_large at_night at_weekend hour_of_day month_of_year country_index is_app abroad " +
  "merchant_length count_30d count_1d spent_7d mean_30d largest_30d fees_30d online_share abroad_7d " +
  "knows_merchant hours_since_last"
).split(" ");

/** Days since 1970 to the month, after 1970. */
function monthOf(date: number): number {
  const z = date + 719_468;
  const era = (z / 146_097) | 0;
  const ofEra = z - era * 146_097;
  const years =
    ((ofEra - ((ofEra / 1460) | 0) + ((ofEra / 36_524) | 0) - ((ofEra / 146_096) | 0)) / 365) | 0;
  const ofYear = ofEra - (365 * years + ((years / 4) | 0) - ((years / 100) | 0));
  const march = ((5 * ofYear + 2) / 153) | 0;
  return march < 10 ? march + 3 : march - 9;
}

function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count -= 1;
  }
  return count;
}

/** Sums depend on the order of what is added: events are taken in the order of time. */
function inOrder(events: readonly Purchase[]): readonly Purchase[] {
  for (let i = 1; i < events.length; i += 1) {
    const [one, next] = [events[i - 1] as Purchase, events[i] as Purchase];
    if (!(one.bought_at < next.bought_at)) return [...events].sort(compare);
  }
  return events;
}

function compare(a: Purchase, b: Purchase): number {
  return a.bought_at - b.bought_at || a.amount - b.amount || a.fee - b.fee;
}
