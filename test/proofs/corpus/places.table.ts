import { formula, neither, proved, sometimesMissing, sometimesOutside } from "./corpus-domain.js";
import type { CorpusDomain } from "./corpus-domain.js";

export const places: CorpusDomain = {
  name: "places",
  contract: `
input:
  from_latitude: { type: number, range: [-90, 90] }
  from_longitude: { type: number, range: [-180, 180] }
  to_latitude: { type: number, range: [-90, 90] }
  to_longitude: { type: number, range: [-180, 180] }
  kilometres: { type: number, range: [0, 500] }
  seconds: { type: int, range: [0, 86400] }
  picked_up: { type: timestamp, range: [2020-01-01T00:00:00Z, 2024-12-31T00:00:00Z] }
  dropped_off: { type: timestamp, range: [2020-01-01T00:00:00Z, 2025-01-31T00:00:00Z] }
  passengers: { type: int, range: [0, 6] }
  fare: { type: number, range: [0, 1000] }
  tip: { type: number, range: [0, 1000] }
constraints:
  forward: { formula: picked_up <= dropped_off, on_violation: reject }
`,
  formulas: [
    formula(
      "haversine_part",
      "sqrt(sinpi((to_latitude - from_latitude) / 360) ^ 2 + cospi(from_latitude / 180) * cospi(to_latitude / 180) * sinpi((to_longitude - from_longitude) / 360) ^ 2)",
      "[0, 1.5]",
      proved,
    ),
    formula(
      "manhattan_degrees",
      "abs(to_latitude - from_latitude) + abs(to_longitude - from_longitude)",
      "[0, 540]",
      proved,
    ),
    formula("latitude_share", "abs(to_latitude - from_latitude) / 180", "[0, 1]", proved),
    formula("width_of_degree", "111.32 * cospi(from_latitude / 180)", "[0, 111.32]", proved),
    formula("speed", "kilometres / seconds", "[0, 500]", sometimesMissing),
    formula("speed_guarded", "if seconds > 0 then kilometres / seconds else 0", "[0, 500]", proved),
    formula(
      "speed_an_hour",
      "if seconds > 0 then kilometres / (seconds / 3600) else 0",
      "[0, 150]",
      sometimesOutside,
    ),
    formula("pace", "seconds / kilometres", "[0, 1e6]", neither),
    formula("duration_hours", "seconds / 3600", "[0, 24]", proved),
    formula(
      "fare_per_kilometre",
      "if kilometres >= 0.1 then fare / kilometres else 0",
      "[0, 10000]",
      proved,
    ),
    formula("fare_per_passenger", "fare / passengers", "[0, 1000]", sometimesMissing),
    formula("fare_per_passenger_guarded", "fare / greatest(passengers, 1)", "[0, 1000]", proved),
    formula("tip_share", "if fare > 0 then tip / fare else 0", "[0, 1]", sometimesOutside),
    formula("tip_of_total", "if fare + tip > 0 then tip / (fare + tip) else 0", "[0, 1]", proved),
    formula("total", "fare + tip", "[0, 2000]", proved),
    formula(
      "grid_cell",
      "floor((from_latitude + 90) / 10) * 36 + floor((from_longitude + 180) / 10)",
      "[0, 684]",
      proved,
    ),
    formula(
      "same_cell",
      "if floor(from_latitude) == floor(to_latitude) then 1 else 0",
      "[0, 1]",
      proved,
    ),
  ],
};
