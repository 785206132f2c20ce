import { formula, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const advertising: CorpusDomain = {
  name: "advertising",
  contract: `
input:
  impressions: { type: int, range: [0, 1e9] }
  clicks: { type: int, range: [0, 1e9] }
  conversions: { type: int, range: [0, 1e9] }
  spend: { type: number, range: [0, 1e6] }
  revenue: { type: number, range: [0, 1e7] }
  position: { type: int, range: [1, 50] }
  quality: { type: number, range: [0, 1] }
constraints:
  clicked: { formula: clicks <= impressions, on_violation: reject }
  converted: { formula: conversions <= clicks, on_violation: reject }
`,
  formulas: [
    formula("ctr", "clicks / impressions", "[0, 1]", sometimesMissing),
    formula("ctr_guarded", "if impressions > 0 then clicks / impressions else 0", "[0, 1]", proved),
    formula("ctr_greatest", "clicks / greatest(impressions, 1)", "[0, 1]", proved),
    formula("ctr_smoothed", "(clicks + 1) / (impressions + 100)", "[0, 1]", proved),
    formula("ctr_prior_wrong", "(clicks + 10) / (impressions + 5)", "[0, 1]", sometimesOutside),
    formula("cvr_guarded", "if clicks > 0 then conversions / clicks else 0", "[0, 1]", proved),
    formula(
      "cvr_of_impressions",
      "if impressions > 0 then conversions / impressions else 0",
      "[0, 1]",
      proved,
    ),
    formula(
      "funnel",
      "if clicks > 0 then (conversions / clicks) * (clicks / impressions) else 0",
      "[0, 1]",
      proved,
    ),
    formula("not_clicked", "impressions - clicks", "[0, 1e9]", proved),
    formula("not_converted", "impressions - conversions", "[0, 1e9]", proved),
    formula(
      "not_clicked_share",
      "if impressions > 0 then (impressions - clicks) / impressions else 0",
      "[0, 1]",
      proved,
    ),
    formula("cost_per_click", "spend / clicks", "[0, 1e6]", sometimesMissing),
    formula(
      "cost_per_click_guarded",
      "if clicks > 0 then spend / clicks else 0",
      "[0, 1e6]",
      proved,
    ),
    formula(
      "cost_per_thousand",
      "if impressions > 0 then 1000 * spend / impressions else 0",
      "[0, 1e9]",
      proved,
    ),
    formula(
      "return_on_spend",
      "if spend > 0 then revenue / spend else 0",
      "[0, 1e6]",
      sometimesOutside,
    ),
    formula("return_on_spend_cent", "revenue / greatest(spend, 0.01)", "[0, 1e9]", proved),
    formula("profit", "revenue - spend", "[-1e6, 1e7]", proved),
    formula(
      "margin",
      "if revenue > 0 then (revenue - spend) / revenue else 0",
      "[-1, 1]",
      sometimesOutside,
    ),
    formula(
      "margin_clipped",
      "if revenue > 0 then clip((revenue - spend) / revenue, -1, 1) else 0",
      "[-1, 1]",
      proved,
    ),
    formula("log_odds", "ln((clicks + 0.5) / (impressions - clicks + 0.5))", "[-22, 22]", proved),
    formula("logit_ctr", "logit((clicks + 1) / (impressions + 2))", "[-21, 21]", proved),
    formula("logit_quality", "logit(quality)", "[-800, 800]", sometimesMissing),
    formula("discounted_gain", "quality / log2(position + 1)", "[0, 1]", proved),
    formula("discounted_gain_wrong", "quality / log2(position)", "[0, 1]", sometimesMissing),
    formula("reciprocal_rank", "1 / position", "[0, 1]", proved),
    formula("gini", "2 * quality * (1 - quality)", "[0, 0.5]", proved),
    formula("variance_of_share", "quality * (1 - quality)", "[0, 0.25]", proved),
    formula(
      "entropy",
      "if quality > 0 and quality < 1 then -(quality * log2(quality) + (1 - quality) * log2(1 - quality)) else 0",
      "[0, 1]",
      proved,
    ),
    formula("harmonic", "if quality > 0 then 2 * quality / (1 + quality) else 0", "[0, 1]", proved),
    formula("rank_score", "sigmoid(3 * quality - 0.1 * position)", "[0, 1]", proved),
    formula("rank_score_open", "1 / (1 + exp(0.1 * position - 3 * quality))", "[0, 1]", proved),
  ],
};
