import { describe, expect, it } from "vitest";
import { saidOfFeature, saidOfField } from "../../support/mistakes.js";

describe("a mistake in a formula gives one message, where it is, with what to write", () => {
  it.each([
    ["income or 0", "type/condition", "income", "`??`"],
    ['rate["salried"]', "type/unknown-key", '"salried"', undefined],
    ["rate(job)", "name/not-a-value", "rate", "rate[key]"],
    ["as_of - 30", "type/operands", "as_of - 30", "`30d`"],
    ["born + 30d", "type/operands", "born + 30d", "`date + 30`"],
    ['born > "2000-01-01"', "type/operands", 'born > "2000-01-01"', 'd"2020-01-31"'],
    ['as_of > "2024-01-01"', "type/operands", 'as_of > "2024-01-01"', 't"2020-01-31T10:00:00Z"'],
    ["as_of - born", "type/operands", "as_of - born", "date(x)"],
    ["int(age)", "name/unknown-function", "int", "trunc(x)"],
    ["float(age)", "name/unknown-function", "float", "parse_number(s)"],
    ["str(age)", "name/unknown-function", "str", "int_text(n)"],
    ["regexp_extract(city, 'a')", "name/unknown-function", "regexp_extract", "extract(s, pattern)"],
    ["md5(city)", "name/unknown-function", "md5", 'algorithm: "md5"'],
    ["strftime(born)", "name/unknown-function", "strftime", "date_text(d)"],
    ["keep(city, '0-9')", "type/bad-class", "0-9", "`[0-9]`"],
    ["extract(city, 'a+')", "type/bad-group", "a+", "`(` `)`"],
    ["extract(city, '(a)b(c)')", "type/bad-group", "(", "`(?:`"],
    ["extract(city, '(a)(?=b)')", "type/bad-pattern", "(?=", undefined],
    ["matches(city, 'a**')", "type/bad-pattern", "*", undefined],
    ["hash_bucket(city, 9, '', 'crc')", "type/bad-argument", "'crc'", undefined],
    ["first_match(city, ['a', 'ab'])", "type/bad-argument", "['a', 'ab']", undefined],
    ["first_match(city, [1])", "type/argument", "[1]", undefined],
    ["np.log1p(age)", "formula/call-target", "np.log1p", "`log1p(…)`"],
    ["income.fillna(0)", "formula/call-target", "income.fillna", "`income ?? 0`"],
    [
      "match job { salaried => 1, _ => 0 }",
      "formula/pattern-not-literal",
      "salaried",
      '"salaried"',
    ],
    ['{ formula: city, impute: "none" }', "name/unknown", "none", `\`'"none"'\``],
    ["part_of(age, agee)", "name/unknown", "agee", "age"],
  ])("%s", (yaml, code, at, hint) => {
    const said = saidOfFeature(yaml);
    expect(said.map((one) => [one.code, one.at])).toEqual([[code, at]]);
    if (hint !== undefined) expect(said[0]?.hint).toContain(hint);
  });

  it("names the field whose values a text is none of", () => {
    const [said, ...more] = saidOfFeature('job == "Salaried"');
    expect(more).toEqual([]);
    expect(said).toMatchObject({
      code: "type/unknown-enum-value",
      label: 'did you mean "salaried"?',
    });
  });

  it.each([
    ["'round(age, 2.5)'", "this is a number"],
    ["'bucketize(age, \"low\")'", "this is a text"],
    ["'index_in(age, [\"a\"])'", "this is a list of texts"],
    ["'clip(age, [1], 3)'", "this is a list"],
  ])("says what %s was given", (yaml, label) => {
    expect(saidOfFeature(yaml)).toMatchObject([{ code: "type/argument", label }]);
  });

  it("takes a text between other quotes for what it is", () => {
    expect(saidOfFeature(`{ formula: city, impute: '"none"' }`)).toEqual([]);
  });
});

describe("a mistake in a field gives one message, where it is, with what to write", () => {
  it.each([
    ["x: { type: int, range: [0, 1.5] }", "range/bad-bound", "1.5", "bounds of an int"],
    ['x: { type: int, range: ["1", "5"] }', "range/bad-bound", '"1"', "as 1."],
    [
      "x: { type: timestamp, range: [2020-01-01, 2024-01-01] }",
      "range/bad-bound",
      "2020-01-01",
      "2020-01-31T10:00:00Z",
    ],
    ['x: { type: date, from: "%d/%m/%Y" }', "type/bad-format", '"%d/%m/%Y"', '"dd/MM/yyyy"'],
    [
      'x: { type: timestamp, from: "%Y-%m-%dT%H:%M:%S" }',
      "type/bad-format",
      '"%Y-%m-%dT%H:%M:%S"',
      "\"yyyy-MM-dd'T'HH:mm:ss\"",
    ],
    ['x: { type: date, from: "DD.MM.YYYY" }', "type/bad-format", '"DD.MM.YYYY"', '"dd.MM.yyyy"'],
    ['x: { type: date, from: "dd.mm.yyyy" }', "type/bad-format", '"dd.mm.yyyy"', '"dd.MM.yyyy"'],
    ["x: { type: date, from: iso8601 }", "type/bad-format", "iso8601", "leave `from` out"],
    ["x: { type: date, from: yyyy-QQ }", "type/bad-format", "yyyy-QQ", "yyyy-MM-dd HH:mm:ss"],
    ["x: { type: date, from: 'YYYY-QQ' }", "type/bad-format", "'YYYY-QQ'", "yyyy-MM-dd HH:mm:ss"],
    ['x: { type: enum, values: "a, b" }', "spec/wrong-kind", '"a, b"', undefined],
  ])("%s", (yaml, code, at, hint) => {
    const said = saidOfField(yaml);
    expect(said.map((one) => [one.code, one.at])).toEqual([[code, at]]);
    if (hint !== undefined) expect(said[0]?.hint).toContain(hint);
  });
});
