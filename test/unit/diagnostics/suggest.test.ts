import { expect, test } from "vitest";
import { editDistance, nearest } from "../../../compiler/src/diagnostics/suggest.js";

test.each([
  ["", "", 0],
  ["abc", "abc", 0],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "abxc", 1],
  ["abc", "axc", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
  ["abcdef", "badcfe", 3],
])("%j to %j", (a, b, distance) => {
  expect(editDistance(a, b, 10)).toBe(distance);
  expect(editDistance(b, a, 10)).toBe(distance);
});

test("no farther than the limit", () => expect(editDistance("kitten", "sitting", 2)).toBe(2));

test.each([
  ["rnage", ["type", "range", "values"], "range"],
  ["forumla", ["formula", "range"], "formula"],
  ["dept", ["debt", "income"], "debt"],
  ["missingValues", ["missing_values"], "missing_values"],
  ["Missing-Values", ["missing_values"], "missing_values"],
  ["incom", ["income", "in_come"], "income"],
  ["cat", ["dog", "bird"], undefined],
  ["x", ["y"], undefined],
  ["a", [], undefined],
  ["debt", ["debt"], undefined],
])("%s among %j", (word, candidates, expected) => expect(nearest(word, candidates)).toBe(expected));
