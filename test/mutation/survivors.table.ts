/** Mutants that no generated test kills, and why none does. */
export interface Survivors {
  /** Of the spec, under `specs`. */
  readonly spec: string;
  /** The feature, let or decision. */
  readonly part: string;
  readonly mistakes: readonly string[];
  readonly reason: string;
}

const sameDistance = "At exactly 2 km: no pair of doubles near the airport has that distance.";
const noEvents =
  "Missing only where the window has no event, and then there is none that the condition is asked of: always the same value, which is not proved.";
const oldestEvent =
  "Differs for an event exactly 30 days old, and then the feature has the value that it also has without events.";

export const survivors: readonly Survivors[] = [
  {
    spec: "card_fraud",
    part: "amount_z",
    mistakes: ["the lower end of the range is -9", "the lower end of the range is -11"],
    reason:
      "A z-score below -9 needs a history of large amounts that hardly differ: two turned together, and rows are searched by turning one.",
  },
  {
    spec: "card_fraud",
    part: "larger_than_usual",
    mistakes: ["`??` is forgotten", "0 becomes 1", "0 becomes -1"],
    reason: noEvents,
  },
  {
    spec: "card_fraud",
    part: "hours_since_last",
    mistakes: ["the beginning of the window is open"],
    reason: oldestEvent,
  },
  {
    spec: "city_taxi",
    part: "to_airport",
    mistakes: ["`<` becomes `<=`", "`<` becomes `<=`"],
    reason: sameDistance,
  },
  {
    spec: "kitchen-sink",
    part: "compared",
    mistakes: ["the right side of `or` is forgotten"],
    reason:
      "`a <= 2` implies `a != 3`, which stands before it: always the same value, which is not proved.",
  },
  {
    spec: "kitchen-sink",
    part: "matched_number",
    mistakes: ["the left side of `and` is forgotten", "3 becomes 2", "3 becomes -3"],
    reason:
      "Smaller numbers have been taken by the arms before it: always the same value, which is not proved.",
  },
  {
    spec: "kitchen-sink",
    part: "soon",
    mistakes: [
      "`??` is forgotten",
      "false becomes true",
      "`>` becomes `>=`",
      "5400000ms becomes 9000000ms",
      "5400000ms becomes 129600000ms",
    ],
    reason: "`as_of` is the same field: the condition is always true, also with these mistakes.",
  },
  {
    spec: "kitchen-sink",
    part: "f_seconds_since_first",
    mistakes: ["the end of the window is closed"],
    reason:
      "Differs for a first event at the very moment, 0 seconds ago: 0 is also what stands in without events.",
  },
  {
    spec: "kitchen-sink",
    part: "above_usual",
    mistakes: ["`??` is forgotten", "0 becomes 1", "0 becomes -1"],
    reason: noEvents,
  },
  {
    spec: "kitchen-sink",
    part: "since_a_day_of_the_row",
    mistakes: [
      "the beginning of the window is open",
      "the beginning of the window is 1d later",
      "the beginning of the window is 1d earlier",
    ],
    reason:
      "These move the beginning that `retention` gives, 365 days ago; the other one, 7 days ago, decides.",
  },
  {
    spec: "kitchen-sink",
    part: "basket_total",
    mistakes: ["`where` is forgotten", "`>` becomes `>=`", "0 becomes -1"],
    reason: "No piece, no price: there are never fewer than 0, and 0 times the price adds 0.",
  },
  {
    spec: "kitchen-sink",
    part: "model_input",
    mistakes: ["1 becomes 0.99", "10 becomes 10.1", "10 becomes 9.9"],
    reason:
      "Edges of buckets in a column: rows of a matrix are those of its features, which do not turn there.",
  },
  {
    spec: "loan_default",
    part: "debt_to_income",
    mistakes: ["the branch is always taken"],
    reason:
      "A division by 0 is missing, and so is what the other branch gives: always the same value, which is not proved.",
  },
  {
    spec: "movies",
    part: "foreign_gross",
    mistakes: ["`and` becomes `or`"],
    reason:
      "A difference is missing where either side is, and so is what the other branch gives: always the same value, which is not proved.",
  },
  {
    spec: "published/chicago_taxi",
    part: "payment_index",
    mistakes: ["-1 becomes -2", "`??` is forgotten"],
    reason: "Only its sign is read, and a missing index is taken like a negative one.",
  },
  {
    spec: "published/chicago_taxi",
    part: "company_index",
    mistakes: ["-1 becomes -2"],
    reason: "Only its sign is read.",
  },
  {
    spec: "published/chronon_purchases",
    part: "return_rate",
    mistakes: [
      "`outside: clamp` becomes `outside: missing`",
      "`outside: clamp` becomes `outside: reject`",
      "`outside` is forgotten",
      "the upper end of the range is 10.1",
      "the upper end of the range is 9.9",
    ],
    reason:
      "Needs more than ten returns for each purchase: rows have at most four events of a source for such a reason.",
  },
  {
    spec: "published/chronon_purchases",
    part: "days_since_purchase",
    mistakes: ["the beginning of the window is open"],
    reason: oldestEvent,
  },
  {
    spec: "published/nyc_taxi",
    part: "day_cos",
    mistakes: ["the sides of `-` are swapped"],
    reason: "A cosine is the same for both signs: an equivalent mutant, which is not proved.",
  },
  {
    spec: "published/nyc_taxi",
    part: "manhattan_distance",
    mistakes: ["the sides of `-` are swapped", "the sides of `-` are swapped"],
    reason: "Under `abs`, both signs are the same: an equivalent mutant, which is not proved.",
  },
  {
    spec: "published/nyc_taxi",
    part: "direction",
    mistakes: ["the sides of `-` are swapped"],
    reason: "The difference of this place stands under a cosine, which is the same for both signs.",
  },
  {
    spec: "published/nyc_taxi",
    part: "is_jfk_trip",
    mistakes: ["`<` becomes `<=`", "`<` becomes `<=`"],
    reason: sameDistance,
  },
  {
    spec: "published/nyc_taxi",
    part: "is_lga_trip",
    mistakes: ["`<` becomes `<=`", "`<` becomes `<=`"],
    reason: sameDistance,
  },
];
