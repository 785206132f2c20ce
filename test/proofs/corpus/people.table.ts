import { formula, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const people: CorpusDomain = {
  name: "people",
  contract: `
input:
  born: { type: date, range: [1900-01-01, 2010-12-31] }
  joined: { type: date, range: [2011-01-01, 2024-12-31] }
  last_seen: { type: date, range: [2011-01-01, 2024-12-31] }
  at: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  orders: { type: int, range: [0, 10000] }
  returns: { type: int, range: [0, 10000] }
  visits: { type: int, range: [0, 100000] }
  spent: { type: number, range: [0, 1e6] }
  height_cm: { type: number, range: [50, 250] }
  weight_kg: { type: number, range: [2, 400] }
  comment: { type: string, length: [0, 500] }
constraints:
  seen_later: { formula: joined <= last_seen, on_violation: reject }
  returned: { formula: returns <= orders, on_violation: reject }
`,
  formulas: [
    formula("age_at_joining", "years_between(born, joined)", "[0, 124]", proved),
    formula("age_at_joining_wrong", "years_between(born, joined)", "[18, 124]", sometimesOutside),
    formula("days_active", "days_between(joined, last_seen)", "[0, 5113]", proved),
    formula(
      "days_active_swapped",
      "days_between(last_seen, joined)",
      "[0, 5113]",
      sometimesOutside,
    ),
    formula("months_active", "months_between(joined, last_seen)", "[0, 167]", proved),
    formula(
      "orders_a_day",
      "orders / days_between(joined, last_seen)",
      "[0, 10000]",
      sometimesMissing,
    ),
    formula(
      "orders_a_day_guarded",
      "orders / (days_between(joined, last_seen) + 1)",
      "[0, 10000]",
      proved,
    ),
    formula(
      "spend_a_month",
      "spent / greatest(months_between(joined, last_seen), 1)",
      "[0, 1e6]",
      proved,
    ),
    formula("average_order", "spent / orders", "[0, 1e6]", sometimesMissing),
    formula(
      "average_order_guarded",
      "if orders > 0 then spent / orders else 0",
      "[0, 1e6]",
      proved,
    ),
    formula("return_rate", "if orders > 0 then returns / orders else 0", "[0, 1]", proved),
    formula("kept", "orders - returns", "[0, 10000]", proved),
    formula(
      "orders_a_visit",
      "if visits > 0 then orders / visits else 0",
      "[0, 1]",
      sometimesOutside,
    ),
    formula("body_mass_index", "weight_kg / (height_cm / 100) ^ 2", "[0.3, 1600]", proved),
    formula(
      "body_mass_index_wrong",
      "weight_kg / (height_cm / 100) ^ 2",
      "[10, 80]",
      sometimesOutside,
    ),
    formula("hour_of_day", 'hour(at, "UTC")', "[0, 23]", proved),
    formula("hour_sine", 'cyclic_sin(hour(at, "UTC"), 24)', "[-1, 1]", proved),
    formula("is_weekend", 'if day_of_week(at, "UTC") >= 6 then 1 else 0', "[0, 1]", proved),
    formula("quarter_of_year", "(month(born) - 1) // 3 + 1", "[1, 4]", proved),
    formula("birth_decade", "year(born) // 10 * 10", "[1900, 2010]", proved),
    formula("comment_length", "length(comment)", "[0, 500]", proved),
    formula("comment_share", "length(comment) / 500", "[0, 1]", proved),
    formula(
      "words_of_comment",
      "length(comment) / length(trim(comment))",
      "[0, 500]",
      sometimesMissing,
    ),
    formula("log_visits", "log2(visits + 1)", "[0, 17]", proved),
    formula("log_visits_bare", "log2(visits)", "[0, 17]", sometimesMissing),
    formula("recency_weight", "pow(0.5, days_between(joined, last_seen) / 30)", "[0, 1]", proved),
    formula(
      "loyalty",
      "least(orders / 100, 1) * 0.6 + least(days_between(joined, last_seen) / 365, 1) * 0.4",
      "[0, 1]",
      proved,
    ),
  ],
};
