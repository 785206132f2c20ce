import { formula, neither, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const lending: CorpusDomain = {
  name: "lending",
  contract: `
input:
  income: { type: number, range: [0, 1e7] }
  debt: { type: number, range: [0, 1e8] }
  limit: { type: number, range: [0, 1e6] }
  balance: { type: number, range: [0, 1e6] }
  spent: { type: number, range: [0, 1e6] }
  annual_rate: { type: number, range: [0, 0.4] }
  months: { type: int, range: [1, 480] }
  principal: { type: number, range: [100, 1e7] }
  missed: { type: int, range: [0, 480] }
  instalments: { type: int, range: [0, 480] }
  score: { type: int, range: [300, 850] }
  savings: { type: "number?", range: [0, 1e7] }
  home: { type: enum, values: [own, rent, mortgage] }
constraints:
  within_limit: { formula: balance <= limit, on_violation: reject }
  missed_of_all: { formula: missed <= instalments, on_violation: reject }
`,
  formulas: [
    formula("debt_to_income", "debt / income", "[0, 1e9]", neither),
    formula(
      "debt_to_income_guarded",
      "if income > 0 then debt / income else 0",
      "[0, 1e9]",
      sometimesOutside,
    ),
    formula(
      "debt_to_income_clipped",
      "if income > 0 then clip(debt / income, 0, 10) else 10",
      "[0, 10]",
      proved,
    ),
    formula("debt_share", "debt / (debt + income)", "[0, 1]", sometimesMissing),
    formula(
      "debt_share_guarded",
      "if debt + income > 0 then debt / (debt + income) else 0",
      "[0, 1]",
      proved,
    ),
    formula("debt_share_offset", "debt / (debt + income + 1)", "[0, 1]", proved),
    formula("utilisation", "balance / limit", "[0, 1]", sometimesMissing),
    formula("utilisation_guarded", "if limit > 0 then balance / limit else 0", "[0, 1]", proved),
    formula("utilisation_offset", "balance / (limit + 1)", "[0, 1]", proved),
    formula("headroom", "limit - balance", "[0, 1e6]", proved),
    formula(
      "headroom_share",
      "if limit > 0 then (limit - balance) / limit else 0",
      "[0, 1]",
      proved,
    ),
    formula("headroom_root", "sqrt(limit - balance)", "[0, 1000]", proved),
    formula("spent_of_limit", "if limit > 0 then spent / limit else 0", "[0, 1]", sometimesOutside),
    formula(
      "spent_capped",
      "if limit > 0 then least(spent, limit) / limit else 0",
      "[0, 1]",
      proved,
    ),
    formula("missed_share", "missed / instalments", "[0, 1]", sometimesMissing),
    formula(
      "missed_share_guarded",
      "if instalments > 0 then missed / instalments else 0",
      "[0, 1]",
      proved,
    ),
    formula("missed_smoothed", "(missed + 1) / (instalments + 2)", "[0, 1]", proved),
    formula("missed_smoothed_tight", "(missed + 1) / (instalments + 2)", "[0.002, 0.998]", proved),
    formula(
      "paid_share",
      "if instalments > 0 then 1 - missed / instalments else 1",
      "[0, 1]",
      proved,
    ),
    formula("paid", "instalments - missed", "[0, 480]", proved),
    formula(
      "annuity",
      "principal * (annual_rate / 12) / (1 - pow(1 + annual_rate / 12, -months))",
      "[0, 1e8]",
      sometimesMissing,
    ),
    formula("straight_line", "principal / months", "[0, 1e7]", proved),
    formula("straight_line_tight", "principal / months", "[0.2, 1e7]", proved),
    formula("interest_a_month", "principal * annual_rate / 12", "[0, 333334]", proved),
    formula(
      "interest_a_month_narrow",
      "principal * annual_rate / 12",
      "[0, 300000]",
      sometimesOutside,
    ),
    formula("log_income", "ln(income)", "[0, 20]", neither),
    formula("log_income_offset", "ln(income + 1)", "[0, 17]", proved),
    formula("log1p_income", "log1p(income)", "[0, 17]", proved),
    formula("log_principal", "log10(principal)", "[2, 7]", proved),
    formula("score_scaled", "(score - 300) / (850 - 300)", "[0, 1]", proved),
    formula("score_scaled_wrong", "(score - 300) / 500", "[0, 1]", sometimesOutside),
    formula("score_min_max", "min_max_scale(score, 300, 850)", "[0, 1]", proved),
    formula(
      "score_band",
      "if score < 580 then 0 else if score < 670 then 1 else if score < 740 then 2 else 3",
      "[0, 3]",
      proved,
    ),
    formula("score_bucket", "bucketize(score, [580, 670, 740, 800])", "[0, 4]", proved),
    formula(
      "risk_weights",
      "0.5 * (score - 300) / 550 + 0.3 * (1 - annual_rate / 0.4) + 0.2 * clip(income / 100000, 0, 1)",
      "[0, 1]",
      proved,
    ),
    formula("net_income", "income - debt", "[0, 1e7]", sometimesOutside),
    formula("net_income_root", "sqrt(income - debt)", "[0, 4000]", sometimesMissing),
    formula("net_income_floored", "sqrt(greatest(income - debt, 0))", "[0, 4000]", proved),
    formula("savings_known", "savings", "[0, 1e7]", sometimesMissing),
    formula("savings_or_none", "savings ?? 0", "[0, 1e7]", proved),
    formula("savings_to_debt", "(savings ?? 0) / greatest(debt, 1)", "[0, 1e7]", proved),
    formula(
      "home_weight",
      'match home { "own" => 1, "mortgage" => 0.7, "rent" => 0.2 }',
      "[0.2, 1]",
      proved,
    ),
    formula(
      "home_weight_wrong",
      'match home { "own" => 1, "mortgage" => 0.7, _ => 1.2 }',
      "[0, 1]",
      sometimesOutside,
    ),
  ],
};
