/** A formula and what is said about it: `code @place: message // hint.`, see `report` in the test. */
export const mistakes: readonly (readonly [formula: string, ...expected: string[]])[] = [
  ["", "empty @0-: the formula is empty // write a formula, such as `a + 1`."],
  [
    "a b",
    "unexpected-token @b: no operator stands between `a` and `b` // two values are joined by an operator; a product needs its `*`.",
  ],
  [
    "f(a b)",
    "unexpected-token @b: no operator stands between `a` and `b` // write an operator or a comma between them.",
  ],
  ["a + * b", "unexpected-token @*: a value is missing between `+` and `*`"],
  ["* b", "unexpected-token @*: a value is missing before `*`"],
  [
    "+a",
    "unexpected-token @+: a value is missing before `+` // a number is positive without a sign.",
  ],
  [
    "30 days",
    "unexpected-token @days: `30 days` is not a duration // write `30d`, without a space.",
  ],
  [
    "x between 1 and 2",
    "unexpected-token @between: `between` is not an operator // both ends included, a range is `x in low..high`.",
  ],
  [
    "x in (1, 2)",
    "unexpected-token @,: `,` in parentheses that are no call // a list stands in square brackets.",
  ],
  [
    "if (a, b, c)",
    "unexpected-token @,: `,` in parentheses that are no call // write `if c then a else b`.",
  ],
  ["if a b else c", "unexpected-token @b: `then` is missing before `b`"],
  ["a.1", "number-form @.1: `.1` is not a number // the name of a field begins with a letter."],
  ["a then b", "unexpected-token @then: `then` without an `if` // write `if … then … else …`."],
  ["a else b", "unexpected-token @else: `else` without an `if` // each `if` has one `else`."],
  [
    "a => b",
    "unexpected-token @=>: `=>` stands only in the arms of a `match` // at least is `>=`.",
  ],
  [
    "a within 3d",
    "unexpected-token @within: `within` stands only inside the parentheses of an aggregate // write it behind the first argument, `count(payments within 30d)`.",
  ],
  ["{ a }", "unexpected-token @{: `{` does not belong here // braces hold the arms of a `match`."],
  ["x is b", "unexpected-token @b: `b` stands where `missing` or `present` must follow"],
  ["match x { 1 2 }", "unexpected-token @2: `=>` is missing before `2`"],
  ["a +", "unexpected-end @3-: the formula ends after `+`, where a value must follow"],
  ["if a", "unexpected-end @4-: the formula ends after `a`, where `then` must follow"],
  ["match a", "unexpected-end @7-: the formula ends after `a`, where `{` must follow"],
  ["a.", "unexpected-end @2-: the formula ends after `.`, where a name must follow"],
  [
    "(a + f(b)",
    "unclosed-bracket @(: `(` is never closed // add `)` where the bracket should end.",
  ],
  [
    "x in [1, 2 and y",
    "unclosed-bracket @[: `[` is never closed // add `]` where the bracket should end.",
  ],
  ["f(a, [b)", "unclosed-bracket @[: `[` is never closed // add `]` where the bracket should end."],
  [
    "a + b)",
    "unmatched-bracket @): `)` closes nothing // remove `)`, or write the bracket that belongs here.",
  ],
  [
    "(a]",
    "unmatched-bracket @]: `]` cannot close `(` // remove `]`, or write the bracket that belongs here.",
  ],
  [
    'a == "b + (c',
    'unclosed-string @"b + (c: this string is not closed on its line // add " at its end; a line break inside a string is \\n.',
  ],
  [
    "a == 'b\n+ c",
    "unclosed-string @'b: this string is not closed on its line // add ' at its end; a line break inside a string is \\n.",
  ],
  [
    "a == “b”",
    "string-quote @“b”: “ is not a quote of the language // write strings in straight quotes, \"…\" or '…'.",
  ],
  [
    "a == `b`",
    "string-quote @`b`: ` is not a quote of the language // write strings in straight quotes, \"…\" or '…'.",
  ],
  [
    String.raw`"a\qb"`,
    "string-escape @\\q: `\\q` is not an escape of a string // the escapes are \\\" \\' \\\\ \\n \\t and \\u{1F600}.",
  ],
  [
    String.raw`"\u{D800}"`,
    "string-escape @\\u{D800}: `\\u{D800}` is half of a surrogate pair, not a character // the escapes are \\\" \\' \\\\ \\n \\t and \\u{1F600}.",
  ],
  [
    String.raw`"\u{0}"`,
    "string-escape @\\u{0}: strings cannot hold U+0000 // the escapes are \\\" \\' \\\\ \\n \\t and \\u{1F600}.",
  ],
  [
    String.raw`"\u0041"`,
    "string-escape @\\u0041: `\\u0041` is not an escape of a string // the escapes are \\\" \\' \\\\ \\n \\t and \\u{1F600}.",
  ],
  [
    "a\u0007 + b",
    "control-character @\u0007: an invisible character, U+0007, stands here // remove it; in a string write it as \\u{0007} if it is meant.",
  ],
  [
    '"a\tb"',
    "control-character @\t: an invisible character, U+0009, stands here // remove it; in a string write it as \\u{0009} if it is meant.",
  ],
  [
    "a # note",
    "unknown-character @#: `#` means nothing in a formula // formulas have no comments; put the text under `description`.",
  ],
  [
    "a @@ b",
    "unknown-character @@: `@` means nothing in a formula // write the name of the field alone.",
  ],
  [
    "a\u00a0+ b",
    "unknown-character @\u00a0: a special space, U+00A0, means nothing in a formula // write an ordinary space.",
  ],
  [
    "a % b",
    "wrong-operator @%: `%` is not an operator here: write `mod(a, b)` // the result of `mod` has the sign of the divisor.",
  ],
  [
    "a ** b",
    "wrong-operator @**: `**` is not an operator here: write `x ^ 2`, or `pow(x, y)` where the exponent is computed",
  ],
  ["a = b", "wrong-operator @=: `=` is not an operator here: write `==`"],
  ["a === b", "wrong-operator @===: `===` is not an operator here: write `==`"],
  ["a <> b", "wrong-operator @<>: `<>` is not an operator here: write `!=`"],
  ["a && b", "wrong-operator @&&: `&&` is not an operator here: write `and`"],
  [
    "a || b",
    "wrong-operator @||: `||` is not an operator here: write `or` // texts are joined with `concat`; patterns in an arm of `match` with `|`.",
  ],
  ["!a", "wrong-operator @!: `!` is not an operator here: write `not`"],
  ["a ≤ b", "wrong-operator @≤: `≤` is not an operator here: write `<=`"],
  ["a =< b", "wrong-operator @=<: `=<` is not an operator here: write `<=`"],
  [
    "a == null",
    "compare-missing @a == null: nothing can be compared with `missing`: the outcome would always be missing // write `a is missing`.",
  ],
  ["a ?? NaN", "wrong-word @NaN: `NaN` is not a word here: write `missing`"],
  ["a AND b", "wrong-word @AND: `AND` is not a word here: write `and`"],
  ["a == True", "wrong-word @True: `True` is not a word here: write `true`"],
  [
    "if a then b elif c then d else e",
    "wrong-word @elif: `elif` is not a word here: write `else if`",
  ],
  [
    "a is not missing",
    "wrong-word @is not missing: `is not missing` is not a word here: write `is present`",
  ],
  [
    "a ? b : c",
    "ternary @a ? b : c: `? :` is not part of the language: write `if … then … else …` // `if a then b else c`.",
  ],
  [
    "a ? b",
    "ternary @?: `? :` is not part of the language: write `if … then … else …` // `if a then b else c`.",
  ],
  [
    "TotalAmount + 1",
    "name-style @TotalAmount: `TotalAmount` is not a name: names are small letters, digits and `_`, and begin with a letter // write `total_amount`.",
  ],
  [
    "größe",
    "name-style @größe: `größe` is not a name: names are small letters, digits and `_`, and begin with a letter // write `gro_e`.",
  ],
  [
    "a.where + 1",
    "keyword-as-name @where: `where` is a word of the language and cannot be a name // choose another name, such as `where_value`.",
  ],
  [
    "f(latest: 1)",
    "keyword-as-name @latest: `latest` is a word of the language and cannot be a name // choose another name, such as `latest_value`.",
  ],
  ["0x1f", "number-form @0x1f: `0x1f` is not a number // numbers are written in decimal."],
  ["5.", "number-form @5.: `5.` is not a number // write `5.0` or `5`."],
  [".5", "number-form @.5: `.5` is not a number // write `0.5`."],
  ["1__0", "number-form @1__0: `1__0` is not a number // `_` stands between two digits."],
  [
    "1.2.3",
    "number-form @1.2.3: `1.2.3` is not a number // a number has one decimal point; a version or an address is a string.",
  ],
  ["1e", "number-form @1e: `1e` is not a number // the exponent is empty: write `1e3`."],
  [
    "007",
    "number-form @007: `007` is not a number // leave out the zeros, `7`; a code that begins with 0 is a string.",
  ],
  [
    "9007199254740992",
    "number-too-large @9007199254740992: `9007199254740992` is above 9007199254740991, the largest int // write `9007199254740992.0` for a number that need not be exact.",
  ],
  ["1e309", "number-too-large @1e309: `1e309` is above the largest number, about 1.8e308"],
  [
    "3months",
    "duration-unit @3months: `3months` is not a duration // months and years differ in length: write days, or use `add_months` on a date.",
  ],
  [
    "1y",
    "duration-unit @1y: `1y` is not a duration // months and years differ in length: write days, or use `add_months` on a date.",
  ],
  ["5m", "duration-unit @5m: `5m` is not a duration // write `5min`."],
  [
    "1.5h",
    "duration-unit @1.5h: `1.5h` is not a duration // durations are whole numbers: use a smaller unit, `90min` for 1.5 hours.",
  ],
  [
    'd"2020-02-30"',
    'date-literal @d"2020-02-30": `d"2020-02-30"` is not a date: February 2020 has 29 days',
  ],
  [
    'd"1900-02-29"',
    'date-literal @d"1900-02-29": `d"1900-02-29"` is not a date: February 1900 has 28 days',
  ],
  [
    'd"2020-13-01"',
    'date-literal @d"2020-13-01": `d"2020-13-01"` is not a date: there is no month 13',
  ],
  [
    'd"1/2/2020"',
    'date-literal @d"1/2/2020": `d"1/2/2020"` is not a date: it is not written YYYY-MM-DD // a date is written d"2020-01-31".',
  ],
  [
    't"2020-01-31T10:00:00"',
    'timestamp-zone @t"2020-01-31T10:00:00": `t"2020-01-31T10:00:00"` does not say its zone // write `t"2020-01-31T10:00:00Z"` for UTC, or an offset such as +02:00.',
  ],
  [
    't"2020-01-31"',
    'timestamp-literal @t"2020-01-31": `t"2020-01-31"` is not a timestamp: it is not written that way // a date is written d"2020-01-31".',
  ],
  [
    't"2020-01-31T24:00:00Z"',
    'timestamp-literal @t"2020-01-31T24:00:00Z": `t"2020-01-31T24:00:00Z"` is not a timestamp: there is no hour 24 // hours run from 00 to 23.',
  ],
  [
    "-x^2",
    "negated-power @-x^2: `-x^2` can be read in two ways // write `-(x ^ 2)` or `(-x) ^ 2`.",
  ],
  [
    "a - -f(x) ^ -2",
    "negated-power @-f(x) ^ -2: `-f(x)^-2` can be read in two ways // write `-(f(x) ^ -2)` or `(-f(x)) ^ -2`.",
  ],
  [
    "x ^ y",
    "exponent @y: the exponent `y` is not a whole number written out // write `pow(x, y)`.",
  ],
  [
    "x ^ 0.5",
    "exponent @0.5: the exponent `0.5` is not a whole number written out // write `pow(x, 0.5)`.",
  ],
  ["x ^ 17", "exponent @17: the exponent `17` is outside -16 to 16 // write `pow(x, 17)`."],
  [
    "x ^ 2 ^ 3",
    "exponent @x ^ 2 ^ 3: `^` does not chain // put parentheses around the power that comes first.",
  ],
  [
    "x ^ -2 ^ 3",
    "exponent @x ^ -2 ^ 3: `^` does not chain // put parentheses around the power that comes first.",
  ],
  [
    "a < b < c",
    "chained-comparison @a < b < c: comparisons do not chain // write `a < b and b < c`.",
  ],
  [
    "a == b != c + 1",
    "chained-comparison @a == b != c + 1: comparisons do not chain // write `a == b and b != c + 1`.",
  ],
  [
    "a < b is missing",
    "chained-comparison @a < b is missing: comparisons do not chain // put parentheses around the comparison that comes first.",
  ],
  [
    "a == missing",
    "compare-missing @a == missing: nothing can be compared with `missing`: the outcome would always be missing // write `a is missing`.",
  ],
  [
    "missing != f(a)",
    "compare-missing @missing != f(a): nothing can be compared with `missing`: the outcome would always be missing // write `f(a) is present`.",
  ],
  [
    "if a then 1",
    "missing-else @if a then 1: this `if` has no `else` // say what the value is otherwise; `else missing` if there is none.",
  ],
  [
    "if a then 1 else if b then 2",
    "missing-else @if b then 2: this `if` has no `else` // say what the value is otherwise; `else missing` if there is none.",
  ],
  [
    "f(a,)",
    "trailing-comma @,: a comma before `)`: lists, arguments and arms end without one // remove the comma, or add what should follow it.",
  ],
  [
    "match x { 1 => 2, }",
    "trailing-comma @,: a comma before `}`: lists, arguments and arms end without one // remove the comma, or add what should follow it.",
  ],
  [
    "a in b + 1",
    'in-needs-list @b + 1: `in` takes a list or a range, not `b + 1` // write the values out, `x in ["a", "b"]`, or both ends, `x in 18..65`.',
  ],
  [
    "f(1..2)",
    "range-outside-in @1..2: a range `low..high` stands only after `in` and in the arms of `match` // write `x in low..high`.",
  ],
  [
    "a + if b then c else d",
    "needs-parentheses @if b then c else d: `if` needs parentheses here // write `(if …)`.",
  ],
  [
    "match x { _ => 1 } ?? 2",
    "needs-parentheses @match x { _ => 1 }: `match` needs parentheses here // write `(match …)`.",
  ],
  ["a == not b", "needs-parentheses @not b: `not` needs parentheses here // write `(not …)`."],
  [
    "match x { a => 1, _ => 2 }",
    'pattern-not-literal @a: an arm of `match` takes values written out, not `a` // a text is written with quotes, `"a"`; with fields and formulas one compares in an `if`.',
  ],
  [
    "match x { 1 < 2 => 1, _ => 2 }",
    "pattern-not-literal @1 < 2: an arm of `match` takes values written out, not `1 < 2` // compare with fields and formulas in an `if`.",
  ],
  [
    'match x { "a" or "b" => 1, _ => 2 }',
    'pattern-separator @or: between the patterns of an arm stands `|`, not `or` // write `"a" | "b" => …`.',
  ],
  [
    "match x {}",
    'match-empty @match x {}: this `match` has no arms // write arms, such as `match x { "a" => 1, _ => 0 }`.',
  ],
  ["a + _", "wildcard-outside-match @_: `_` stands only in the arms of a `match`"],
  [
    "a.b(c)",
    "call-target @a.b: `a.b` is not the name of a function // there are no methods: a function stands alone before its arguments, `b(…)`.",
  ],
];
