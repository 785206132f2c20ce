import { formula, neither, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const sensors: CorpusDomain = {
  name: "sensors",
  contract: `
input:
  x: { type: number, range: [-50, 80] }
  y: { type: number, range: [-50, 80] }
  low: { type: number, range: [-1000, 1000] }
  high: { type: number, range: [-1000, 1000] }
  reading: { type: number, range: [-1000, 1000] }
  mean_of_day: { type: number, range: [-50, 80] }
  stddev_of_day: { type: number, range: [0, 40] }
  humidity: { type: number, range: [0, 100] }
  p: { type: number, range: [0, 1] }
  q: { type: number, range: [0, 1] }
  small_a: { type: number, range: [0, 0.1] }
  small_b: { type: number, range: [0, 0.1] }
  small_c: { type: number, range: [0, 0.1] }
  decay: { type: number, range: [0, 700] }
constraints:
  lowest: { formula: low <= reading, on_violation: reject }
  highest: { formula: reading <= high, on_violation: reject }
`,
  formulas: [
    formula("z_score", "(x - mean_of_day) / stddev_of_day", "[-10, 10]", neither),
    formula(
      "z_score_guarded",
      "if stddev_of_day > 0 then (x - mean_of_day) / stddev_of_day else 0",
      "[-10, 10]",
      sometimesOutside,
    ),
    formula(
      "z_score_clipped",
      "if stddev_of_day > 0 then clip((x - mean_of_day) / stddev_of_day, -10, 10) else 0",
      "[-10, 10]",
      proved,
    ),
    formula("z_score_offset", "(x - mean_of_day) / (stddev_of_day + 1)", "[-130, 130]", proved),
    formula("z_score_fixed", "standardize(x, mean: 20, sd: 5)", "[-14, 12]", proved),
    formula("coefficient_of_variation", "stddev_of_day / mean_of_day", "[-1000, 1000]", neither),
    formula("coefficient_of_kelvin", "stddev_of_day / (mean_of_day + 273.15)", "[0, 0.2]", proved),
    formula("min_max", "(reading - low) / (high - low)", "[0, 1]", sometimesMissing),
    formula(
      "min_max_guarded",
      "if high > low then (reading - low) / (high - low) else 0",
      "[0, 1]",
      proved,
    ),
    formula("span", "high - low", "[0, 2000]", proved),
    formula("itself", "x - x", "[0, 0]", proved),
    formula("difference", "x - y", "[-130, 130]", proved),
    formula("distance", "abs(x - y)", "[0, 130]", proved),
    formula("spread", "greatest(x, y) - least(x, y)", "[0, 130]", proved),
    formula("relative_difference", "abs(x - y) / (abs(x) + abs(y))", "[0, 1]", sometimesMissing),
    formula(
      "relative_difference_guarded",
      "if abs(x) + abs(y) > 0 then abs(x - y) / (abs(x) + abs(y)) else 0",
      "[0, 1]",
      proved,
    ),
    formula("change", "(x - y) / y", "[-100, 100]", neither),
    formula("kelvin", "x + 273.15", "[223.15, 353.15]", proved),
    formula("kelvin_wrong", "x + 273.15", "[230, 353.15]", sometimesOutside),
    formula("fahrenheit", "x * 9 / 5 + 32", "[-58, 176]", proved),
    formula("dew_point", "x - (100 - humidity) / 5", "[-70, 80]", proved),
    formula("square", "x * x", "[0, 6400]", proved),
    formula("square_of_difference", "(x - y) ^ 2", "[0, 16900]", proved),
    formula("length_of_vector", "sqrt(x * x + y * y)", "[0, 114]", proved),
    formula("cosine_part", "x / sqrt(x * x + y * y)", "[-1, 1]", sometimesMissing),
    formula("gaussian", "exp(-(x * x) / 200)", "[0, 1]", proved),
    formula("decayed", "exp(-decay)", "[0, 1]", proved),
    formula("half_life", "pow(2, -decay / 24)", "[0, 1]", proved),
    formula("growth", "exp(decay)", "[1, 1e10]", sometimesOutside),
    formula("squashed", "tanh(x / 10)", "[-1, 1]", proved),
    formula("logistic", "1 / (1 + exp(-x))", "[0, 1]", proved),
    formula("inverse", "1 / x", "[-1, 1]", neither),
    formula("inverse_guarded", "if abs(x) >= 1 then 1 / x else 0", "[-1, 1]", proved),
    formula("softsign", "x / (1 + abs(x))", "[-1, 1]", proved),
    formula("both", "p * q", "[0, 1]", proved),
    formula("either", "p + q - p * q", "[0, 1]", proved),
    formula("either_by_not", "1 - (1 - p) * (1 - q)", "[0, 1]", proved),
    formula("f_score", "if p + q > 0 then 2 * p * q / (p + q) else 0", "[0, 1]", proved),
    formula("f_score_bare", "2 * p * q / (p + q)", "[0, 1]", sometimesMissing),
    formula(
      "jaccard",
      "if p + q - p * q > 0 then p * q / (p + q - p * q) else 0",
      "[0, 1]",
      proved,
    ),
    formula("blend", "p * 0.7 + q * 0.3", "[0, 1]", proved),
    formula("mixture", "q * p + (1 - q) * small_a", "[0, 1]", proved),
    formula("mean_of_three", "(small_a + small_b + small_c) / 3", "[0, 0.1]", proved),
    formula(
      "mean_of_three_wrong",
      "(small_a + small_b + small_c) / 2",
      "[0, 0.1]",
      sometimesOutside,
    ),
    formula("geometric_mean", "sqrt(p * q)", "[0, 1]", proved),
    formula("odds", "p / (1 - p)", "[0, 1e20]", sometimesMissing),
    formula("odds_capped", "least(p, 0.99) / (1 - least(p, 0.99))", "[0, 100]", proved),
    formula("log_of_share", "ln(p)", "[-700, 0]", sometimesMissing),
    formula("surprise", "if p > 0 then -log2(p) else 400", "[0, 400]", proved),
    formula("cubic_ease", "p * p * (3 - 2 * p)", "[0, 1]", proved),
    formula("logistic_map", "4 * p * (1 - p)", "[0, 1]", proved),
    formula("weekly", "cospi(2 * p)", "[-1, 1]", proved),
    formula("comfort", "clip(1 - abs(x - 21) / 20, 0, 1) * (1 - humidity / 100)", "[0, 1]", proved),
  ],
};
