/** A formula over the columns of `function-section.ts`, and the SQL that a person writes in its place. */
export interface FunctionCase {
  readonly formula: string;
  readonly byHand: string;
  /** The column that both read; what it costs to read is taken off. */
  readonly reads: "x" | "n" | "s" | "t" | "d" | "xs";
  /** By how much the sums of the results may differ, as a share; null where they are other results by design. */
  readonly within: number | null;
}

const oneBit = 1e-12;

export const functionCases: readonly FunctionCase[] = [
  { formula: "x + 1", byHand: "x + 1", reads: "x", within: 0 },
  { formula: "x / (x + 1)", byHand: "x / (x + 1)", reads: "x", within: 0 },
  { formula: "abs(x)", byHand: "abs(x)", reads: "x", within: 0 },
  { formula: "greatest(x, 100)", byHand: "greatest(x, 100)", reads: "x", within: 0 },
  { formula: "clip(x, 100, 900)", byHand: "least(greatest(x, 100), 900)", reads: "x", within: 0 },
  { formula: "mod(n, 7)", byHand: "n % 7", reads: "n", within: 0 },
  { formula: "sqrt(x)", byHand: "sqrt(x)", reads: "x", within: 0 },
  { formula: "floor(x)", byHand: "floor(x)", reads: "x", within: 0 },
  { formula: "round(x)", byHand: "round(x)", reads: "x", within: 0 },
  { formula: "round(x, 2)", byHand: "round(x, 2)", reads: "x", within: oneBit },
  { formula: "exp(x / 100)", byHand: "exp(x / 100)", reads: "x", within: oneBit },
  { formula: "ln(x)", byHand: "ln(x)", reads: "x", within: oneBit },
  { formula: "log10(x)", byHand: "log10(x)", reads: "x", within: oneBit },
  { formula: "log1p(x)", byHand: "ln(1 + x)", reads: "x", within: oneBit },
  { formula: "pow(x, 0.3)", byHand: "pow(x, 0.3)", reads: "x", within: oneBit },
  { formula: "tanh(x / 1000)", byHand: "tanh(x / 1000)", reads: "x", within: oneBit },
  { formula: "sigmoid(x / 1000)", byHand: "1 / (1 + exp(-x / 1000))", reads: "x", within: oneBit },
  { formula: "sin(x)", byHand: "sin(x)", reads: "x", within: 1e-9 },
  { formula: "cyclic_sin(x, 24)", byHand: "sin(2 * pi() * x / 24)", reads: "x", within: 1e-9 },
  { formula: "atan2(x, 500)", byHand: "atan2(x, 500)", reads: "x", within: oneBit },
  {
    formula: "haversine_km(40, -74, x / 100, x / 20)",
    byHand:
      "2 * 6371 * asin(sqrt(pow(sin(radians(x / 100 - 40) / 2), 2) + cos(radians(40)) * cos(radians(x / 100)) * pow(sin(radians(x / 20 + 74) / 2), 2)))",
    reads: "x",
    within: 1e-9,
  },
  {
    formula: "bucketize(x, [10, 50, 100, 250, 500, 750])",
    byHand:
      "CASE WHEN x < 10 THEN 0 WHEN x < 50 THEN 1 WHEN x < 100 THEN 2 WHEN x < 250 THEN 3 WHEN x < 500 THEN 4 WHEN x < 750 THEN 5 ELSE 6 END",
    reads: "x",
    within: 0,
  },
  {
    formula: "interpolate(x, [[0, 0], [100, 1], [500, 3]])",
    byHand:
      "CASE WHEN x < 0 THEN 0 WHEN x < 100 THEN x / 100 WHEN x < 500 THEN 1 + (x - 100) * 2 / 400 ELSE 3 END",
    reads: "x",
    within: oneBit,
  },
  {
    formula: 'index_in(s, ["City 1", "City 2", "City 3", "City 4"])',
    byHand:
      "CASE s WHEN 'City 1' THEN 0 WHEN 'City 2' THEN 1 WHEN 'City 3' THEN 2 WHEN 'City 4' THEN 3 ELSE 4 END",
    reads: "s",
    within: 0,
  },
  { formula: "length(s)", byHand: "length(s)", reads: "s", within: 0 },
  { formula: "length(lower(s))", byHand: "length(lower(s))", reads: "s", within: 0 },
  { formula: "length(trim(s))", byHand: "length(trim(s))", reads: "s", within: 0 },
  {
    formula: 'if contains(s, "ity 7") then 1 else 0',
    byHand: "CASE WHEN contains(s, 'ity 7') THEN 1 ELSE 0 END",
    reads: "s",
    within: 0,
  },
  {
    formula: 'if matches(s, "[0-9]{2}$") then 1 else 0',
    byHand: "CASE WHEN regexp_matches(s, '[0-9]{2}$') THEN 1 ELSE 0 END",
    reads: "s",
    within: 0,
  },
  {
    formula: 'length(part(s, " ", 2))',
    byHand: "length(split_part(s, ' ', 2))",
    reads: "s",
    within: 0,
  },
  {
    formula: "hash_bucket(s, 1000)",
    byHand: "hash(s) % 1000",
    reads: "s",
    within: null,
  },
  { formula: "hour(t)", byHand: "hour(t)", reads: "t", within: 0 },
  {
    formula: 'hour(t, "America/Chicago")',
    byHand: "hour(timezone('America/Chicago', timezone('UTC', t)))",
    reads: "t",
    within: 0,
  },
  { formula: "day_of_week(t)", byHand: "isodow(t)", reads: "t", within: 0 },
  { formula: "month(t)", byHand: "month(t)", reads: "t", within: 0 },
  { formula: "day_of_year(t)", byHand: "dayofyear(t)", reads: "t", within: 0 },
  {
    formula: 'days_between(d"2020-01-01", d)',
    byHand: "d - DATE '2020-01-01'",
    reads: "d",
    within: 0,
  },
  {
    formula: 'years_between(d"1970-01-01", d)',
    byHand: "datesub('year', DATE '1970-01-01', d)",
    reads: "d",
    within: 0,
  },
  { formula: "sum(xs)", byHand: "list_sum(xs)", reads: "xs", within: oneBit },
  { formula: "mean(xs)", byHand: "list_avg(xs)", reads: "xs", within: oneBit },
  { formula: "max(xs)", byHand: "list_max(xs)", reads: "xs", within: 0 },
  { formula: "median(xs)", byHand: "list_median(xs)", reads: "xs", within: oneBit },
  { formula: "stddev_samp(xs)", byHand: "list_stddev_samp(xs)", reads: "xs", within: 1e-9 },
  { formula: "count_distinct(xs)", byHand: "list_unique(xs)", reads: "xs", within: 0 },
];
