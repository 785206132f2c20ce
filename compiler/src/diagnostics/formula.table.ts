import { define } from "./define.js";

const exampleFields = {
  a: "{ type: number, range: [0, 100] }",
  b: "{ type: number, range: [0, 100] }",
  c: "{ type: number, range: [0, 100] }",
  note: "string",
  kind: "{ type: enum, values: [buy, sell, other] }",
  limit: "{ type: number?, range: [0, 100] }",
  born: "date",
  seen: "timestamp",
} as const;

/** A spec with the named fields and one feature; the block scalar keeps YAML out of the formula. */
function specWith(formula: string, ...fields: (keyof typeof exampleFields)[]): string {
  return [
    "featc: 1",
    "name: example",
    "input:",
    ...fields.map((field) => `  ${field}: ${exampleFields[field]}`),
    "features:",
    "  result: |",
    ...formula.split("\n").map((line) => `    ${line}`),
    "",
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;

export interface WrongOperatorParams {
  readonly found: string;
  readonly write: string;
  readonly note?: string | undefined;
}

export const formulaDiagnostics = {
  "formula/empty": define<Record<string, never>>({
    severity: "error",
    message: () => "the formula is empty",
    hint: () => "write a formula, such as `a + 1`",
    explain:
      "Every feature has a value, so every formula says how to compute one. An empty text is most often a value that was lost while editing the YAML.",
    bad: specWith("a + 1", "a").replace("|\n    a + 1", '""'),
    good: specWith("a + 1", "a"),
  }),
  "formula/unexpected-token": define<{
    readonly problem: string;
    readonly hint?: string | undefined;
  }>({
    severity: "error",
    message: ({ problem }) => problem,
    hint: ({ hint }) => hint,
    explain:
      "The formula cannot be read at this place. A formula is values (fields, numbers, texts, calls) with operators between them; two values never stand side by side, and two operators neither.",
    bad: specWith("a b", "a", "b"),
    good: specWith("a * b", "a", "b"),
  }),
  "formula/unexpected-end": define<{ readonly after: string; readonly expected: string }>({
    severity: "error",
    message: ({ after, expected }) =>
      `the formula ends after ${code(after)}, where ${expected} must follow`,
    explain:
      "The formula stops in the middle. In YAML this also happens where a formula over several lines is not indented as one block: put it under `|`.",
    bad: specWith("a +", "a"),
    good: specWith("a + 1", "a"),
  }),
  "formula/unclosed-bracket": define<{ readonly open: string; readonly close: string }>({
    severity: "error",
    message: ({ open }) => `${code(open)} is never closed`,
    label: ({ close }) => `needs a ${code(close)}`,
    hint: ({ close }) => `add ${code(close)} where the bracket should end`,
    explain:
      "Every bracket needs its partner. The place shown is the opening bracket that has none; where several are open, look for the first one that should have ended earlier.",
    bad: specWith("(a + b) * (a - b", "a", "b"),
    good: specWith("(a + b) * (a - b)", "a", "b"),
  }),
  "formula/unmatched-bracket": define<{
    readonly close: string;
    readonly open?: string | undefined;
  }>({
    severity: "error",
    message: ({ close, open }) =>
      open === undefined
        ? `${code(close)} closes nothing`
        : `${code(close)} cannot close ${code(open)}`,
    hint: ({ close }) => `remove ${code(close)}, or write the bracket that belongs here`,
    explain:
      "A closing bracket stands where no bracket of its kind is open. Only the intervals of `during` mix round and square brackets.",
    bad: specWith("a + b)", "a", "b"),
    good: specWith("(a + b)", "a", "b"),
  }),
  "formula/unclosed-string": define<{ readonly quote: string }>({
    severity: "error",
    message: () => "this string is not closed on its line",
    hint: ({ quote }) => `add ${quote} at its end; a line break inside a string is \\n`,
    explain:
      "A string ends with the quote that began it, on the same line. Inside it, the quote itself is written with a backslash before it.",
    bad: specWith('if kind == "buy then 1 else 0', "kind"),
    good: specWith('if kind == "buy" then 1 else 0', "kind"),
  }),
  "formula/string-quote": define<{ readonly found: string }>({
    severity: "error",
    message: ({ found }) => `${found} is not a quote of the language`,
    hint: () => "write strings in straight quotes, \"…\" or '…'",
    explain:
      "Word processors and chat programs turn straight quotes into curly ones. To a program these are other characters; only straight single and double quotes begin a string.",
    bad: specWith("if kind == “buy” then 1 else 0", "kind"),
    good: specWith('if kind == "buy" then 1 else 0', "kind"),
  }),
  "formula/string-escape": define<{
    readonly escape: string;
    readonly reason?: string | undefined;
  }>({
    severity: "error",
    message: ({ escape, reason }) => reason ?? `${code(escape)} is not an escape of a string`,
    hint: () => "the escapes are \\\" \\' \\\\ \\n \\t and \\u{1F600}",
    explain:
      "A backslash begins an escape. Guessing what an unknown one means would change the text that is compared, so it is refused. A backslash itself is written twice. No text holds U+0000 or half of a surrogate pair.",
    bad: specWith('if note == "a\\d" then 1 else 0', "note"),
    good: specWith('if note == "a\\\\d" then 1 else 0', "note"),
  }),
  "formula/control-character": define<{ readonly codePoint: string }>({
    severity: "error",
    message: ({ codePoint }) => `an invisible character, ${codePoint}, stands here`,
    hint: ({ codePoint }) =>
      `remove it; in a string write it as \\u{${codePoint.slice(2)}} if it is meant`,
    explain:
      "Control characters, and the characters that turn the direction of text, make a formula read differently from what it says. They are refused; inside a string they can be written as an escape, which everyone sees.",
    bad: specWith('if note == "a\u202eb" then 1 else 0', "note"),
    good: specWith('if note == "a\\u{202E}b" then 1 else 0', "note"),
  }),
  "formula/unknown-character": define<{
    readonly found: string;
    readonly hint?: string | undefined;
  }>({
    severity: "error",
    message: ({ found }) => `${found} means nothing in a formula`,
    hint: ({ hint }) => hint,
    explain:
      "The character belongs to no name, number, string or operator of the language. Formulas have no comments either: what a feature means goes into its `description`.",
    bad: specWith("a @ b", "a", "b"),
    good: specWith("a * b", "a", "b"),
  }),
  "formula/wrong-operator": define<WrongOperatorParams>({
    severity: "error",
    message: ({ found, write }) => `${code(found)} is not an operator here: write ${write}`,
    hint: ({ note }) => note,
    explain:
      "Programming languages and query languages disagree about these signs (`%` of a negative number, `=` as comparison or assignment, `^` and `**`), so the language has one spelling for each operation and refuses the others.",
    bad: specWith("if a > 1 && b > 1 then 1 else 0", "a", "b"),
    good: specWith("if a > 1 and b > 1 then 1 else 0", "a", "b"),
  }),
  "formula/wrong-word": define<{ readonly found: string; readonly write: string }>({
    severity: "error",
    message: ({ found, write }) => `${code(found)} is not a word here: write ${code(write)}`,
    explain:
      "Other languages spell this differently. There is one absent value, `missing`; the words of the language are written in small letters; a chain of conditions is `else if`.",
    bad: specWith("if limit is null then 1 else 0", "limit"),
    good: specWith("if limit is missing then 1 else 0", "limit"),
  }),
  "formula/ternary": define<{ readonly rewrite: string }>({
    severity: "error",
    message: () => "`? :` is not part of the language: write `if … then … else …`",
    hint: ({ rewrite }) => code(rewrite),
    explain: "A choice between two values is an `if` with both `then` and `else`.",
    bad: specWith("a > b ? 1 : 0", "a", "b"),
    good: specWith("if a > b then 1 else 0", "a", "b"),
  }),
  "formula/name-style": define<{
    readonly found: string;
    readonly suggestion?: string | undefined;
  }>({
    severity: "error",
    message: ({ found }) =>
      `${code(found)} is not a name: names are small letters, digits and \`_\`, and begin with a letter`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "give a field whose own name differs a name here, and its own under `name:`"
        : `write ${code(suggestion)}`,
    explain:
      "Names are snake_case, so that one name works in YAML, TypeScript, SQL and data frames without quoting. What the producer calls a field is said once, under `name:`.",
    bad: specWith("totalAmount * 2", "a"),
    good: specWith("a * 2", "a"),
  }),
  "formula/keyword-as-name": define<{ readonly word: string }>({
    severity: "error",
    message: ({ word }) => `${code(word)} is a word of the language and cannot be a name`,
    hint: ({ word }) => `choose another name, such as ${code(`${word}_value`)}`,
    explain:
      "The words of the formula language (`if`, `in`, `is`, `latest`, `where`, …) name no field, feature or function, so that a formula reads the same to everyone.",
    bad: specWith("a + latest", "a"),
    good: specWith("a + b", "a", "b"),
  }),
  "formula/number-form": define<{ readonly text: string; readonly hint: string }>({
    severity: "error",
    message: ({ text }) => `${code(text)} is not a number`,
    hint: ({ hint }) => hint,
    explain:
      "A number is digits, optionally with a fraction, an exponent and `_` between digits: 42, 1_000, 0.5, 1e-3. Hexadecimal and leading zeros are refused, because readers disagree about what they mean.",
    bad: specWith("a * .5", "a"),
    good: specWith("a * 0.5", "a"),
  }),
  "formula/number-too-large": define<{ readonly text: string; readonly integral: boolean }>({
    severity: "error",
    message: ({ text, integral }) =>
      integral
        ? `${code(text)} is above 9007199254740991, the largest int`
        : `${code(text)} is above the largest number, about 1.8e308`,
    hint: ({ text, integral }) =>
      integral ? `write ${code(`${text}.0`)} for a number that need not be exact` : undefined,
    explain:
      "Above 2^53 - 1 neighbouring integers cannot be told apart in binary floating point, and above 1.8e308 there is no number at all. The literal would silently become another value.",
    bad: specWith("a + 9007199254740993", "a"),
    good: specWith("a + 9007199254740991.0", "a"),
  }),
  "formula/duration-unit": define<{ readonly text: string; readonly hint: string }>({
    severity: "error",
    message: ({ text }) => `${code(text)} is not a duration`,
    hint: ({ hint }) => hint,
    explain:
      "A duration is a whole number and one of ms, s, min, h, d, w. Months and years have no fixed length, so they are not durations; calendar functions such as `add_months` count them.",
    bad: specWith('if seen - t"2020-01-01T00:00:00Z" > 3months then 1 else 0', "seen"),
    good: specWith('if seen - t"2020-01-01T00:00:00Z" > 90d then 1 else 0', "seen"),
  }),
  "formula/date-literal": define<{
    readonly text: string;
    readonly reason: string;
    readonly hint?: string | undefined;
  }>({
    severity: "error",
    message: ({ text, reason }) => `${code(text)} is not a date: ${reason}`,
    hint: ({ hint }) => hint,
    explain:
      'A date is `d"YYYY-MM-DD"`, a day that the calendar has, between the years 0001 and 9999. Days such as 30 February are refused rather than moved into March.',
    bad: specWith('if born > d"2020-02-30" then 1 else 0', "born"),
    good: specWith('if born > d"2020-02-29" then 1 else 0', "born"),
  }),
  "formula/timestamp-literal": define<{
    readonly text: string;
    readonly reason: string;
    readonly hint?: string | undefined;
  }>({
    severity: "error",
    message: ({ text, reason }) => `${code(text)} is not a timestamp: ${reason}`,
    hint: ({ hint }) => hint,
    explain:
      'A timestamp is `t"2020-01-31T10:00:00Z"`: date, `T`, time with seconds, at most three digits of a fraction, and the zone as `Z` or an offset.',
    bad: specWith('if seen > t"2020-01-31T25:00:00Z" then 1 else 0', "seen"),
    good: specWith('if seen > t"2020-01-31T23:00:00Z" then 1 else 0', "seen"),
  }),
  "formula/timestamp-zone": define<{ readonly text: string }>({
    severity: "error",
    message: ({ text }) => `${code(text)} does not say its zone`,
    hint: ({ text }) =>
      `write ${code(`${text.slice(0, -1)}Z"`)} for UTC, or an offset such as +02:00`,
    explain:
      "Without a zone a time of day is not an instant: it would mean something else on every machine. Say `Z` for UTC or the offset from it.",
    bad: specWith('if seen > t"2020-01-31T10:00:00" then 1 else 0', "seen"),
    good: specWith('if seen > t"2020-01-31T10:00:00Z" then 1 else 0', "seen"),
  }),
  "formula/negated-power": define<{ readonly base: string; readonly exponent: string }>({
    severity: "error",
    message: ({ base, exponent }) => `${code(`-${base}^${exponent}`)} can be read in two ways`,
    hint: ({ base, exponent }) =>
      `write ${code(`-(${base} ^ ${exponent})`)} or ${code(`(-${base}) ^ ${exponent}`)}`,
    explain:
      "Some languages negate first and some raise first, so -3^2 is 9 in a spreadsheet and -9 in Python. Parentheses say which is meant.",
    bad: specWith("-a^2", "a"),
    good: specWith("-(a ^ 2)", "a"),
  }),
  "formula/exponent": define<{
    readonly problem: "not-literal" | "too-large" | "chained";
    readonly text: string;
    readonly base: string;
  }>({
    severity: "error",
    message: ({ problem, text }) => {
      switch (problem) {
        case "not-literal":
          return `the exponent ${code(text)} is not a whole number written out`;
        case "too-large":
          return `the exponent ${code(text)} is outside -16 to 16`;
        case "chained":
          return "`^` does not chain";
      }
    },
    hint: ({ problem, text, base }) =>
      problem === "chained"
        ? "put parentheses around the power that comes first"
        : `write ${code(`pow(${base}, ${text})`)}`,
    explain:
      "`^` takes a whole number between -16 and 16 that stands in the formula: it is computed by repeated multiplication, to the same bit everywhere. Every other power is `pow`.",
    bad: specWith("a ^ b", "a", "b"),
    good: specWith("a ^ 2", "a"),
  }),
  "formula/chained-comparison": define<{ readonly rewrite?: string | undefined }>({
    severity: "error",
    message: () => "comparisons do not chain",
    hint: ({ rewrite }) =>
      rewrite === undefined
        ? "put parentheses around the comparison that comes first"
        : `write ${code(rewrite)}`,
    explain:
      "`a < b < c` compares the outcome of the first comparison with `c` in most languages, and means two comparisons in a few. Join two comparisons with `and`, or write `x in low..high`, which includes both ends.",
    bad: specWith("if 1 < a < 5 then 1 else 0", "a"),
    good: specWith("if 1 < a and a < 5 then 1 else 0", "a"),
  }),
  "formula/compare-missing": define<{ readonly rewrite?: string | undefined }>({
    severity: "error",
    message: () => "nothing can be compared with `missing`: the outcome would always be missing",
    hint: ({ rewrite }) => `write ${code(rewrite ?? "x is missing")}`,
    explain:
      "Missing propagates through every comparison, so `x == missing` would be missing for every x. Whether a value is there is asked with `is missing` and `is present`.",
    bad: specWith("if limit == missing then 1 else 0", "limit"),
    good: specWith("if limit is missing then 1 else 0", "limit"),
  }),
  "formula/missing-else": define<Record<string, never>>({
    severity: "error",
    message: () => "this `if` has no `else`",
    hint: () => "say what the value is otherwise; `else missing` if there is none",
    explain:
      "A feature has a value for every input, so an `if` says both what holds and what holds otherwise.",
    bad: specWith("if a > 1 then 1", "a"),
    good: specWith("if a > 1 then 1 else 0", "a"),
  }),
  "formula/trailing-comma": define<{ readonly close: string }>({
    severity: "error",
    message: ({ close }) =>
      `a comma before ${code(close)}: lists, arguments and arms end without one`,
    hint: () => "remove the comma, or add what should follow it",
    explain:
      "A comma at the end may be a leftover or the place of a lost element. The language does not guess.",
    bad: specWith('if kind in ["buy", "sell",] then 1 else 0', "kind"),
    good: specWith('if kind in ["buy", "sell"] then 1 else 0', "kind"),
  }),
  "formula/in-needs-list": define<{ readonly found: string }>({
    severity: "error",
    message: ({ found }) => `\`in\` takes a list or a range, not ${code(found)}`,
    hint: () => 'write the values out, `x in ["a", "b"]`, or both ends, `x in 18..65`',
    explain:
      "What `in` tests against stands in the formula, so that the compiler can prove which values pass.",
    bad: specWith("if a in b then 1 else 0", "a", "b"),
    good: specWith('if kind in ["buy", "sell"] then 1 else 0', "kind"),
  }),
  "formula/range-outside-in": define<Record<string, never>>({
    severity: "error",
    message: () => "a range `low..high` stands only after `in` and in the arms of `match`",
    hint: () => "write `x in low..high`",
    explain: "A range is not a value: it is tested, and nothing else can be done with it.",
    bad: specWith("a + 1..2", "a"),
    good: specWith("if a in 1..2 then 1 else 0", "a"),
  }),
  "formula/needs-parentheses": define<{ readonly construct: "if" | "match" | "not" }>({
    severity: "error",
    message: ({ construct }) => `\`${construct}\` needs parentheses here`,
    hint: ({ construct }) => `write \`(${construct} …)\``,
    explain:
      "`if`, `match` and `not` bind more loosely than the operator beside them, so it would not be plain how far they reach.",
    bad: specWith("a + if b > 1 then 1 else 0", "a", "b"),
    good: specWith("a + (if b > 1 then 1 else 0)", "a", "b"),
  }),
  "formula/pattern-not-literal": define<{ readonly found: string }>({
    severity: "error",
    message: ({ found }) => `an arm of \`match\` takes values written out, not ${code(found)}`,
    hint: ({ found }) =>
      /^\w+$/.test(found)
        ? `a text is written with quotes, \`"${found}"\`; with fields and formulas one compares in an \`if\``
        : "compare with fields and formulas in an `if`",
    explain:
      "The arms of `match` are literals, comparisons with literals, ranges of literals, `missing` and `_`: the compiler proves from them that every input has an arm and that no arm is dead. A text needs its quotes.",
    bad: specWith("match kind { buy => 1, _ => 0 }", "kind"),
    good: specWith('match kind { "buy" => 1, _ => 0 }', "kind"),
  }),
  "formula/pattern-separator": define<Record<string, never>>({
    severity: "error",
    message: () => "between the patterns of an arm stands `|`, not `or`",
    hint: () => 'write `"a" | "b" => …`',
    explain: "`or` joins conditions; the patterns of an arm are alternatives, joined by `|`.",
    bad: specWith('match kind { "buy" or "sell" => 1, _ => 0 }', "kind"),
    good: specWith('match kind { "buy" | "sell" => 1, _ => 0 }', "kind"),
  }),
  "formula/match-empty": define<Record<string, never>>({
    severity: "error",
    message: () => "this `match` has no arms",
    hint: () => 'write arms, such as `match x { "a" => 1, _ => 0 }`',
    explain: "A `match` without arms has no value.",
    bad: specWith("match kind { }", "kind"),
    good: specWith('match kind { "buy" => 1, _ => 0 }', "kind"),
  }),
  "formula/wildcard-outside-match": define<Record<string, never>>({
    severity: "error",
    message: () => "`_` stands only in the arms of a `match`",
    explain: "`_` is the pattern that every value meets. It has no value of its own.",
    bad: specWith("a + _", "a"),
    good: specWith("match a { < 5 => 0, _ => 1 }", "a"),
  }),
  "formula/call-target": define<{ readonly found: string }>({
    severity: "error",
    message: ({ found }) => `${code(found)} is not the name of a function`,
    hint: ({ found }) => {
      const [, object, method] = /^(\w+)\.(\w+)$/.exec(found) ?? [];
      if (method === "fillna" || method === "fill_null") {
        return `write \`${object} ?? 0\` for the value in place of a missing one`;
      }
      return method === undefined
        ? "a call is a function's name and its arguments in parentheses, `greatest(a, b)`"
        : `there are no methods: a function stands alone before its arguments, \`${method}(…)\``;
    },
    explain: "There are no methods and no functions as values; a product needs its `*`.",
    bad: specWith("(a + 1)(b)", "a", "b"),
    good: specWith("(a + 1) * b", "a", "b"),
  }),
  "formula/selection-order": define<{
    readonly clause: string;
    readonly problem: "twice" | "order" | "two-windows";
  }>({
    severity: "error",
    message: ({ clause, problem }) => {
      switch (problem) {
        case "twice":
          return `${code(clause)} is said twice`;
        case "order":
          return `${code(clause)} stands too late`;
        case "two-windows":
          return "an aggregate has one window, `within` or `during`";
      }
    },
    hint: () => "the order is: where …, within … or during …, latest …, skip missing",
    explain:
      "The clauses of an aggregate have one order, which is the order in which they are applied, so that a formula reads as it is computed.",
    shownBy: "test/unit/formula/parse-calls.test.ts",
  }),
  "formula/selection-place": define<{ readonly clause: string }>({
    severity: "error",
    message: ({ clause }) => `${code(clause)} stands after the first argument only`,
    hint: () => "move the clause behind the element that it selects",
    explain:
      "An aggregate has one element, its first argument; the clauses select among its events.",
    shownBy: "test/unit/formula/parse-calls.test.ts",
  }),
  "formula/too-deep": define<{ readonly limit: number }>({
    severity: "error",
    message: ({ limit }) => `the formula is nested more than ${limit} deep`,
    hint: () => "name the inner parts under `let`",
    explain:
      "Brackets, `if` and prefix operators nest at most 64 deep. A formula near that limit cannot be reviewed; its parts deserve names.",
    bad: specWith(`${"(".repeat(65)}a${")".repeat(65)}`, "a"),
    good: specWith("(a)", "a"),
  }),
  "formula/too-many-terms": define<{ readonly limit: number; readonly terms: number }>({
    severity: "error",
    message: ({ limit, terms }) => `the formula has ${terms} terms; at most ${limit} are allowed`,
    hint: () => "name parts of it under `let`, or use a map under `maps`",
    explain:
      "A term is a name or a literal. Long tables belong into `maps`, long sums into steps under `let`, where each has a name and a test.",
    bad: specWith(`a${" + 1".repeat(1000)}`, "a"),
    good: specWith("a + 1000", "a"),
  }),
};
