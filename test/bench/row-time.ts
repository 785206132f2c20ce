import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { computeFeatures, modelInput, parseInput } from "../../generated/seattle_weather/index.js";
import { parseDay, weatherFeatures, writeWeather } from "./hand-written-weather.js";
import { nanosecondsPerRow } from "./measure.js";

/** Nanoseconds per row, generated code and a module written by hand for the same spec, in one process. */
export function rowTimes(): ReadonlyMap<string, number> {
  const path = new URL(
    "../../node_modules/vega-datasets/data/seattle-weather.csv",
    import.meta.url,
  );
  const table: readonly Record<string, string>[] = parse(readFileSync(path), { columns: true });
  const numbers = ["precipitation", "temp_max", "temp_min", "wind"];
  const records = table.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, text]) => [key, numbers.includes(key) ? Number(text) : text]),
    ),
  );
  const inputs = records.map(parseInput);
  const days = records.map(parseDay);
  const width = modelInput.columns.length;
  const out = new Float64Array(width * records.length);
  const expected = new Float64Array(width * records.length);
  inputs.forEach((input, i) => modelInput.writeRow(input, {}, out, i * width));
  days.forEach((day, i) => writeWeather(day, expected, i * width));
  const differs = out.findIndex((value, i) => value !== expected[i]);
  if (differs !== -1) throw new Error(`the two modules differ at cell ${differs}`);
  let sink: unknown;
  const times = nanosecondsPerRow(
    [
      {
        name: "parse, generated",
        run: () => {
          for (const record of records) sink = parseInput(record);
        },
      },
      {
        name: "parse, by hand",
        run: () => {
          for (const record of records) sink = parseDay(record);
        },
      },
      {
        name: "features, generated",
        run: () => {
          for (const input of inputs) sink = computeFeatures(input);
        },
      },
      {
        name: "features, by hand",
        run: () => {
          for (const day of days) sink = weatherFeatures(day);
        },
      },
      {
        name: "matrix row, generated",
        run: () => {
          for (let i = 0; i < inputs.length; i += 1)
            modelInput.writeRow(inputs[i]!, {}, out, i * width);
        },
      },
      {
        name: "matrix row, by hand",
        run: () => {
          for (let i = 0; i < days.length; i += 1) writeWeather(days[i]!, out, i * width);
        },
      },
    ],
    records.length,
  );
  if (sink === undefined) throw new Error("nothing was computed");
  return times;
}
