import { formula, neither, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const payments: CorpusDomain = {
  name: "payments",
  contract: `
input:
  card: { type: id }
  at: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  amount: { type: number, range: [0.01, 1e5] }
  country: { type: enum, values: [de, fr, us] }
as_of: at
events:
  history:
    key: card
    time: paid_at
    max_count: 1000
    fields:
      card: id
      paid_at: timestamp
      amount: { type: number, range: [0.01, 1e5] }
      country: { type: enum, values: [de, fr, us] }
      declined: bool
tables:
  account:
    key: card
    fields: { card: id, limit: { type: number, range: [0, 1e6] }, used: { type: number, range: [0, 1e6] } }
`,
  formulas: [
    formula("count_30d", "count(history within 30d)", "[0, 1000]", proved),
    formula("count_narrow", "count(history within 30d)", "[0, 3]", sometimesOutside),
    formula(
      "count_growth",
      "count(history within 30d) - count(history within 7d)",
      "[0, 1000]",
      proved,
    ),
    formula(
      "share_7d",
      "count(history within 7d) / count(history within 30d)",
      "[0, 1]",
      sometimesMissing,
    ),
    formula(
      "share_7d_guarded",
      "if count(history within 30d) > 0 then count(history within 7d) / count(history within 30d) else 0",
      "[0, 1]",
      proved,
    ),
    formula(
      "abroad_share",
      "if count(history within 30d) > 0 then count(history where history.country != country within 30d) / count(history within 30d) else 0",
      "[0, 1]",
      proved,
    ),
    formula("declined_share", "share(history.declined within 30d)", "[0, 1]", sometimesMissing),
    formula("declined_share_or_none", "share(history.declined within 30d) ?? 0", "[0, 1]", proved),
    formula(
      "spent_share_7d",
      "if sum(history.amount within 30d) > 0 then sum(history.amount within 7d) / sum(history.amount within 30d) else 0",
      "[0, 1]",
      proved,
    ),
    formula("mean_amount", "mean(history.amount within 30d)", "[0.01, 1e5]", sometimesMissing),
    formula(
      "mean_amount_or_own",
      "mean(history.amount within 30d) ?? amount",
      "[0.01, 1e5]",
      proved,
    ),
    formula(
      "mean_by_hand",
      "sum(history.amount within 30d) / count(history within 30d)",
      "[0, 1e8]",
      sometimesMissing,
    ),
    formula(
      "amount_to_mean",
      "amount / (mean(history.amount within 30d) ?? amount)",
      "[0, 10000001]",
      proved,
    ),
    formula(
      "amount_to_mean_narrow",
      "amount / (mean(history.amount within 30d) ?? amount)",
      "[0, 100]",
      sometimesOutside,
    ),
    formula(
      "amount_z",
      "(amount - mean(history.amount within 30d)) / stddev_pop(history.amount within 30d)",
      "[-10, 10]",
      neither,
    ),
    formula(
      "spread",
      "max(history.amount within 30d) - min(history.amount within 30d)",
      "[0, 1e5]",
      sometimesMissing,
    ),
    formula("largest_or_none", "max(history.amount within 90d) ?? 0", "[0, 1e5]", proved),
    formula("countries", "count_distinct(history.country within 90d)", "[0, 3]", proved),
    formula(
      "countries_per_payment",
      "if count(history within 90d) > 0 then count_distinct(history.country within 90d) / count(history within 90d) else 0",
      "[0, 1]",
      proved,
    ),
    formula("velocity", "rate(history within 1d, per: 1h)", "[0, 42]", proved),
    formula(
      "seconds_since_last",
      "seconds_since_last(history within 30d)",
      "[0, 2592000]",
      sometimesMissing,
    ),
    formula("used_of_limit", "account.used / account.limit", "[0, 1]", neither),
    formula(
      "used_of_limit_capped",
      "(if (account.limit > 0) ?? false then least(account.used / account.limit, 1) else 1) ?? 1",
      "[0, 1]",
      proved,
    ),
    formula("limit_or_none", "account.limit ?? 0", "[0, 1e6]", proved),
  ],
};
