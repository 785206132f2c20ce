import { cyclicCos, cyclicSin, log1p, parseDate, pow, dayOfYear, month } from "@featc/runtime";

/** What a careful engineer would write by hand for specs/seattle_weather.feat.yaml. */
export interface Day {
  date: number;
  precipitation: number;
  tempMax: number;
  tempMin: number;
  wind: number;
  weather: string;
}

const known = new Set(["date", "precipitation", "temp_max", "temp_min", "wind", "weather"]);
const kinds = new Set(["drizzle", "rain", "sun", "snow", "fog"]);
const firstDay = 10_957;
const lastDay = 47_481;

export function parseDay(value: unknown): Day {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("not an object");
  const record = value as Record<string, unknown>;
  const { date, precipitation, temp_max, temp_min, wind, weather } = record;
  if (typeof date !== "string") throw new Error("date");
  const day = parseDate(date);
  if (!(day >= firstDay && day <= lastDay)) throw new Error("date");
  if (typeof precipitation !== "number" || !(precipitation >= 0 && precipitation <= 500)) {
    throw new Error("precipitation");
  }
  if (typeof temp_max !== "number" || !(temp_max >= -60 && temp_max <= 60))
    throw new Error("temp_max");
  if (typeof temp_min !== "number" || !(temp_min >= -60 && temp_min <= 60))
    throw new Error("temp_min");
  if (typeof wind !== "number" || !(wind >= 0 && wind <= 100)) throw new Error("wind");
  if (typeof weather !== "string" || !kinds.has(weather)) throw new Error("weather");
  for (const key in record) if (!known.has(key)) throw new Error(key);
  if (temp_min > temp_max) throw new Error("min_below_max");
  return { date: day, precipitation, tempMax: temp_max, tempMin: temp_min, wind, weather };
}

export function weatherFeatures(day: Day): Record<string, number> {
  const row = new Float64Array(10);
  writeWeather(day, row, 0);
  return {
    temp_range: row[0] ?? 0,
    temp_mean: row[1] ?? 0,
    freezing: row[2] ?? 0,
    wet: row[3] ?? 0,
    log_precipitation: row[4] ?? 0,
    rain_band: row[5] ?? 0,
    beaufort: row[6] ?? 0,
    wind_chill: row[7] ?? 0,
    day_sin: row[8] ?? 0,
    day_cos: row[9] ?? 0,
    month_of_year: month(day.date),
  };
}

export function writeWeather(day: Day, out: Float64Array, offset: number): void {
  const { precipitation: rain, tempMax, tempMin, wind } = day;
  const range = tempMax - tempMin;
  const mean = (tempMax + tempMin) / 2;
  const yearDay = dayOfYear(day.date);
  const kmh = wind * 3.6;
  out[offset] = range > 60 ? 60 : range < 0 ? 0 : range;
  out[offset + 1] = mean;
  out[offset + 2] = tempMin <= 0 ? 1 : 0;
  out[offset + 3] = rain > 0 ? 1 : 0;
  out[offset + 4] = log1p(rain);
  out[offset + 5] = rain < 0.1 ? 0 : rain < 2.5 ? 1 : rain < 7.6 ? 2 : rain < 50 ? 3 : 4;
  out[offset + 6] =
    wind < 0.5
      ? 0
      : wind < 1.6
        ? 1
        : wind < 3.4
          ? 2
          : wind < 5.5
            ? 3
            : wind < 8
              ? 4
              : wind < 10.8
                ? 5
                : wind < 13.9
                  ? 6
                  : wind < 17.2
                    ? 7
                    : 8;
  const chill =
    mean <= 10 && kmh > 4.8
      ? 13.12 + 0.6215 * mean + (0.3965 * mean - 11.37) * pow(kmh, 0.16)
      : mean;
  out[offset + 7] = chill < -120 ? -120 : chill > 60 ? 60 : chill;
  out[offset + 8] = cyclicSin(yearDay, 365.25);
  out[offset + 9] = cyclicCos(yearDay, 365.25);
}
