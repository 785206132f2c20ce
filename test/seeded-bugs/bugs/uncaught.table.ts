/**
 * Bugs that no generated suite of `specs/` catches, by name, and the row or the assertion that would. A bug that is
 * caught has no place here: the test compares.
 */
export const uncaught: Readonly<Record<string, string>> = {
  "the length of a text is counted in UTF-16 units":
    "contract of kitchen_sink: a text of 100 characters beyond U+FFFF is admitted",
  "a range that ends at 0 is tested without regard to tiny numbers":
    "contract of kitchen_sink: prices with the element -1e-200 is admitted",
  "a value is raised to the range and not lowered":
    "what parseInput reads of kitchen_sink: old_field 2 is 1",
  "a value is lowered to the range and not raised":
    "what parseInput reads of kitchen_sink: old_field -1 is 0",
  "tiny numbers are not read as 0": "kitchen_sink: f_sign is 0 where a is 1e-200",
  "an int may be -0": "what parseInput reads of loan_default: late_payments -0 is 0",
  "a number as text is read as JavaScript reads numbers":
    'contract of kitchen_sink: n as "", " 7" and "0x10" is refused',
  "an int as text may have a fraction": 'contract of kitchen_sink: n as "1.5" is refused',
  "an id that is a number stays one": 'what parseInput reads of kitchen_sink: customer 7 is "7"',
  "an id may be a number with a fraction": "contract of kitchen_sink: customer 1.5 is refused",
  "texts with half a surrogate pair are let through":
    "contract of kitchen_sink: text that ends in U+D800 is refused",
  "values outside the range are kept where they are missing":
    "kitchen_sink: may_be_missing is missing where maybe is 11",
  "values outside the range are clamped where they are missing":
    "kitchen_sink: may_be_missing is missing where maybe is 11",
  "values outside the range are kept where they are clamped":
    "what parseInput reads of kitchen_sink: old_field 2 is 1",
  "an invalid value is replaced by the last of the enum":
    'kitchen_sink: mapped is 0.1 where colour is "no such value"',
  "a fixed pattern does not look at the last character of a run":
    'contract of kitchen_sink: code "AA1x" is refused',
  "a fixed pattern takes longer texts": 'contract of kitchen_sink: code "AA111" is refused',
  "two-digit years turn at 50, whatever the contract says":
    'kitchen_sink: f_year is 2060 where day is "31/01/60"',
  "a feature at the upper end of its range rejects the row":
    "loan_default: applicant_age is 110 where birth_date is 110 years before requested_at",
  "a feature at the lower end of its range rejects the row":
    "loan_default: applicant_age is 18 where birth_date is 18 years before requested_at",
  "halves are rounded away from zero where they go to the even number":
    "kitchen_sink: f_round_half_even is 0 where a is 0.5",
  "the length of a text is that of its UTF-16 form":
    "kitchen_sink: f_length is 1 where text is one character beyond U+FFFF",
  "lower changes letters beyond ASCII":
    'movies: director_bucket where director is "\\u00c9", whose bucket is not that of "\\u00e9"',
  "trim takes every white space of Unicode away":
    'kitchen_sink: f_trim is false where text is "\\u00a0a"',
  "the ISO year is the calendar year": "kitchen_sink: f_iso_year is 2020 where day is 2021-01-01",
  "an event at the open beginning of a window counts":
    "kitchen_sink: since_a_day_of_the_row is 0 where payments has one event at 7d before at",
  "`any` is what the last element is":
    "kitchen_sink: f_any is true where the first of two payments is late and the last is not",
  "`all` is what the last element is":
    "kitchen_sink: f_all is false where the last of two payments is late and the first is not",
  "a sum of rounded values is one of exact values":
    "kitchen_sink: f_sum_scaled is 0 where payments has one event whose amount is 0.001",
  "every quantile is the median":
    "kitchen_sink: f_quantile is 90 where payments has the amounts 0 and 100",
  "every row of a batch is written over the first":
    "encode of two records that differ gives the cells of the first, then those of the second",
  "every row of a batch is the first in errors":
    "encode of a good and a bad record throws a MatrixError whose row is 1",
  "the shape of a batch has one row": "encode of two records has the shape [2, width]",
  "a missing cell is 0 where it is NaN":
    "kitchen_sink: model_input has NaN for may_be_missing where maybe is missing",
  "0 is filled in like a missing cell":
    "kitchen_sink: model_input has 0 for may_be_missing where maybe is 0",
  "every fourth year is a leap year": 'contract of kitchen_sink: day "1900-02-29" is refused',
  "no year that ends in 00 is a leap year":
    'contract of kitchen_sink: day "2000-02-29" is admitted',
  "Saturday is no weekend": "kitchen_sink: f_is_weekend is true where at is 2024-01-13 12:00:00",
  "a month later than the 31st is in the month after":
    "kitchen_sink: f_add_months is 29 where day is 2024-01-31",
  "of a local time that comes twice the later one is taken":
    "kitchen_sink: f_epoch_ms where at is 2023-10-29 02:30:00, which Paris has twice",
  "halves are rounded towards zero": "kitchen_sink: f_round is 0.13 where a is 0.125",
  "of equally common values the one that came first is taken":
    'kitchen_sink: f_mode is "card" where payments has one of cash, then one of card',
};
