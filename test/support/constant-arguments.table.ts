import type { Constant } from "../../compiler/src/types/value.js";

/** Constants of the functions that need some, by function and position. */
export const constantArguments: Readonly<Record<string, readonly (readonly Constant[])[]>> = {
  clip: [[], [-1, 0, 2], [2, 5.5, 100]],
  round: [[], [-3, -1, 0, 2, 15]],
  standardize: [[], [0, 3.5], [0.1, -2]],
  min_max_scale: [[], [-1, 0], [2, 9.5]],
  cyclic_sin: [[], [7, 12, 24]],
  cyclic_cos: [[], [7, 365.25]],
  bucketize: [[], [[0], [-1, 0, 1], [-40, -9, -3, -1, 0, 1, 2.5, 8, 16, 1000]], ["left", "right"]],
  index_in: [
    [],
    [
      ["red", "a"],
      ["a", "b", "c", "d", "e", "f", "g", "h", "red", "12"],
      [1, 2, 3],
    ],
    [-1, 99],
  ],
  hash_bucket: [[], [1, 64, 2147483648], ["salt", ""], ["sha256", "md5", "murmur3"]],
  interpolate: [
    [],
    [
      [
        [0, 0],
        [10, 1],
      ],
      [
        [-5, 2],
        [0, -1],
        [0.5, 7],
        [100, 7],
      ],
    ],
  ],
  replace: [[], ["a", "red", " "], ["", "zz"]],
  part: [[], [" ", "e"], [1, 2, 3]],
  split: [[], [" ", "e", "red"]],
  matches: [[], ["^[a-z]+$", "e", "^\\d{2}"]],
  keep: [[], ["[a-z]", "\\d", "[^ e]", "."]],
  remove: [[], ["[a-z]", "\\D", "[\\u{1F300}-\\u{1F6FF}]", "e"]],
  extract: [
    [],
    [
      "([a-z]+)",
      "^.(.*?)e",
      "(?:a|ab)(.?)",
      "(\\d{2})",
      "(?: (.))?$",
      "^(.{0,3})$",
      "(?:([a-e])|.)[d-z]",
    ],
  ],
  first_match: [
    [],
    [
      ["red", "e", "12"],
      ["zz", " "],
    ],
  ],
  date_trunc: [["day", "week", "month", "quarter", "year"]],
  ts_trunc: [["day", "hour", "minute", "second"]],
};
