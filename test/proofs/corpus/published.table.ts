import { formula, neither, sometimesMissing } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

/**
 * Features as the documentation and the examples of feature stores publish them: each divides by a spread or by
 * a duration and says nothing of 0.
 *
 * - Tecton, github.com/tecton-ai/examples, README, `zscore_current_transaction`
 * - Hopsworks, github.com/logicalclocks/hopsworks-api, python/hsfs/builtin_transformations.py, `standard_scaler`,
 *   `min_max_scaler`, `robust_scaler`
 * - Feathr, the NYC taxi sample notebook, `f_trip_time_distance`
 * - FeatHub, github.com/alibaba/feathub, docs/tutorial.md, `max_avg_ratio`
 */
export const published: CorpusDomain = {
  name: "published",
  contract: `
input:
  user: { type: id }
  at: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  amount: { type: number, range: [0, 1e5] }
  value: { type: number, range: [-1000, 1000] }
  training_mean: { type: number, range: [-1000, 1000] }
  training_stddev: { type: number, range: [0, 1000] }
  training_min: { type: number, range: [-1000, 1000] }
  training_max: { type: number, range: [-1000, 1000] }
  training_p25: { type: number, range: [-1000, 1000] }
  training_median: { type: number, range: [-1000, 1000] }
  training_p75: { type: number, range: [-1000, 1000] }
  picked_up: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  dropped_off: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  trip_distance: { type: number, range: [0, 200] }
as_of: at
constraints:
  within_training: training_min <= value and value <= training_max
  ordered: training_p25 <= training_p75
  drives_forward: picked_up <= dropped_off
events:
  transactions:
    key: user
    time: paid_at
    max_count: 1000
    fields: { user: id, paid_at: timestamp, amount: { type: number, range: [0, 1e5] } }
  trips:
    key: user
    time: ended_at
    max_count: 1000
    fields: { user: id, ended_at: timestamp, fare: { type: number, range: [0, 500] } }
`,
  formulas: [
    formula(
      "zscore_current_transaction",
      "(amount - mean(transactions.amount within 60d)) / stddev_samp(transactions.amount within 60d)",
      "[-10, 10]",
      neither,
    ),
    formula("standard_scaler", "(value - training_mean) / training_stddev", "[-10, 10]", neither),
    formula(
      "min_max_scaler",
      "(value - training_min) / (training_max - training_min)",
      "[0, 1]",
      sometimesMissing,
    ),
    formula(
      "robust_scaler",
      "(value - training_median) / (training_p75 - training_p25)",
      "[-10, 10]",
      neither,
    ),
    formula(
      "f_trip_time_distance",
      "trip_distance / ((epoch_ms(dropped_off) - epoch_ms(picked_up)) / 60000)",
      "[0, 5]",
      neither,
    ),
    formula(
      "max_avg_ratio",
      "max(trips.fare within 90d) / mean(trips.fare within 90d)",
      "[1, 1000]",
      sometimesMissing,
    ),
  ],
};
