import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

type Row = Readonly<Record<string, unknown>>;

const root = new URL("../../", import.meta.url);

function json(path: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(path, root), "utf8")) as readonly Row[];
}

/** Numbers where the text is one and the column is not of texts. */
function csv(path: string, texts: readonly string[] = []): readonly Row[] {
  const rows: readonly Record<string, string>[] = parse(readFileSync(new URL(path, root)), {
    columns: true,
  });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, text]) => {
        const isNumber = !texts.includes(key) && text !== "" && Number.isFinite(Number(text));
        return [key, text === "" ? null : isNumber ? Number(text) : text];
      }),
    ),
  );
}

function applicants(): readonly Row[] {
  return Array.from({ length: 1000 }, (_, i) => ({
    applicant_id: `a-${100_000 + i * 7}`,
    requested_at: `2026-0${1 + (i % 9)}-1${i % 10}T0${i % 10}:30:00Z`,
    birth_date: `19${60 + (i % 40)}-0${1 + (i % 9)}-2${i % 9}`,
    income: i % 7 === 0 ? null : 18_000 + ((i * 7919) % 90_000),
    debt: ((i * 104_729) % 5_000_000) / 100,
    credit_limit: i % 11 === 0 ? -999 : 500 * (1 + (i % 40)),
    late_payments: i % 5,
    employment: ["salaried", "self_employed", "unemployed"][i % 3],
    email: `person${i}@${["gmail.com", "example.org", "outlook.com"][i % 3]}`,
    purpose: ["a new kitchen", "car", "to pay back other debts", "holiday with the family"][i % 4],
    defaulted: i % 9 === 0,
  }));
}

/** The records that a spec is about, as its producer writes them. */
export const usualRows: Readonly<Record<string, () => readonly Row[]>> = {
  city_taxi: () => csv("specs/data/city_taxi/trips.csv"),
  loan_default: applicants,
  movies: () => json("node_modules/vega-datasets/data/movies.json"),
  penguins: () => json("node_modules/vega-datasets/data/penguins.json"),
  seattle_weather: () => csv("node_modules/vega-datasets/data/seattle-weather.csv"),
  support_tickets: () =>
    readFileSync(new URL("specs/data/support_tickets/tickets.jsonl", root), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row),
};
