import { expect, test } from "vitest";
import { isReservedName, problemOfName } from "../../../compiler/src/spec/names.js";
import { formulaKeywords } from "../../../compiler/src/formula/keywords.js";

const keywordsOfJavaScript =
  "await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package private protected public".split(
    " ",
  );

test.each([
  ...keywordsOfJavaScript,
  ...formulaKeywords,
  ..."then __proto__ constructor prototype toString valueOf toJSON as_of undefined eval arguments async NaN Infinity".split(
    " ",
  ),
])("%s is reserved", (word) => expect(isReservedName(word)).toBe(true));

test.each(["debt", "name", "value", "features", "input", "of", "length", "con"])(
  "%s can be a field",
  (word) => expect(problemOfName(word)).toBeUndefined(),
);

test.each([
  ["DebtRatio", "debt_ratio"],
  ["ds ID", "ds_id"],
  ["Then", "then_value"],
  ["../../x", "x"],
  ["1st", "st"],
  ["Default", undefined],
  ["年", undefined],
  ["", undefined],
])("%s", (word, suggestion) => expect(problemOfName(word)).toEqual({ kind: "shape", suggestion }));

test("the name of a spec is no device of Windows", () => {
  expect(problemOfName("nul", true)).toEqual({ kind: "reserved" });
  expect(problemOfName("null", true)).toEqual({ kind: "reserved" });
  expect(problemOfName("nul")).toBeUndefined();
});
