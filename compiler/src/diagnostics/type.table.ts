import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  debt: { type: number, range: [0, 100] }
  employment: { type: enum, values: [salaried, retired] }
  city: string
`;

/** A spec with one feature, `a`. */
function withFormula(formula: string, rest = ""): string {
  return `${header}features:
  a: { formula: '${formula.replaceAll("'", "''")}'${rest} }
`;
}

const quote = (text: string): string => JSON.stringify(text);

export const typeDiagnostics = {
  "type/operands": define<{ operator: string; left: string; right: string }>({
    severity: "error",
    message: ({ operator }) =>
      operator === "??"
        ? `the two sides of \`??\` are of different kinds`
        : `\`${operator}\` does not work on these two kinds of value`,
    label: ({ left, right }) => `${aValueOf(left)} on the left, ${aValueOf(right)} on the right`,
    hint: ({ operator, left, right }) => operandHint(operator, left, right),
    explain:
      'Nothing is converted silently: text is not a number, a bool is not 1 or 0, a date is not a timestamp. In JavaScript `"1" + 1` is "11" and in SQL it is 2; here it is a mistake that does not compile.',
    bad: withFormula("debt + city", ", range: [0, 100]"),
    good: withFormula("debt + length(city)", ", range: [0, 1e9], outside: clamp"),
  }),
  "type/operand": define<{ operator: string; wanted: string; actual: string }>({
    severity: "error",
    message: ({ operator, wanted }) => `\`${operator}\` wants ${wanted}`,
    label: ({ actual }) => `this is ${aValueOf(actual)}`,
    explain: "Arithmetic works on numbers, ints and durations alone.",
    bad: withFormula("-city", ", range: [0, 100]"),
    good: withFormula("-debt", ", range: [-100, 0]"),
  }),
  "type/condition": define<{ where: string; actual: string }>({
    severity: "error",
    message: ({ where }) => `${where} wants a condition, true or false`,
    label: ({ actual }) => `this is ${aValueOf(actual)}`,
    hint: ({ where, actual }) => {
      const isNumber = actual === "number" || actual === "int";
      if (where === "`or`") {
        return `${isNumber ? "compare it, `… > 0`, or " : ""}write \`??\` before what stands in for a missing value.`;
      }
      return isNumber ? "compare it: `… > 0` or `… != 0`." : undefined;
    },
    explain:
      'Only a bool is a condition. Numbers and texts have no truth of their own: whether 0, "" or "no" count as false differs between languages.',
    bad: withFormula("if debt then 1 else 0", ", range: [0, 1]"),
    good: withFormula("if debt > 0 then 1 else 0", ", range: [0, 1]"),
  }),
  "type/branches": define<{ first: string; second: string }>({
    severity: "error",
    message: () => "the branches give different kinds of value",
    label: ({ second }) => `this one is ${aValueOf(second)}`,
    explain:
      "A formula has one type, whichever branch is taken; otherwise a column would hold numbers in some rows and text in others.",
    bad: withFormula('if debt > 0 then 1 else "none"', ", range: [0, 1]"),
    good: withFormula("if debt > 0 then 1 else 0", ", range: [0, 1]"),
  }),
  "type/argument": define<{ function: string; param: string; wanted: string; actual: string }>({
    severity: "error",
    message: ({ function: fn, param, wanted }) => `${fn} wants ${wanted} for ${param}`,
    label: ({ actual }) => `this is ${aValueOf(actual)}`,
    explain: "Each built-in function says what it takes; nothing is converted silently.",
    bad: withFormula("sqrt(city)", ", range: [0, 10]"),
    good: withFormula("sqrt(debt)", ", range: [0, 10]"),
  }),
  "type/argument-count": define<{ signature: string; given: number }>({
    severity: "error",
    message: ({ signature, given }) =>
      `${signature} was given ${given} ${given === 1 ? "argument" : "arguments"}`,
    hint: ({ signature }) => `write it as ${signature}.`,
    explain: "Every function takes the arguments that its signature names.",
    bad: withFormula("sqrt(debt, 2)", ", range: [0, 10]"),
    good: withFormula("sqrt(debt)", ", range: [0, 10]"),
  }),
  "type/argument-name": define<{ signature: string; name: string }>({
    severity: "error",
    message: ({ signature, name }) => `${signature} has no argument ${name} in this place`,
    explain: "Only optional arguments are given by name, in the order of the signature.",
    bad: withFormula('bucketize(debt, [10, 50], side: "left")', ", range: [0, 2]"),
    good: withFormula('bucketize(debt, [10, 50], closed: "left")', ", range: [0, 2]"),
  }),
  "type/constant-needed": define<{ what: string }>({
    severity: "error",
    message: ({ what }) => `${what} must be written as a constant`,
    explain:
      "Widths of vectors, edges of buckets, patterns and units are fixed when the spec is compiled: they decide columns, tables and types.",
    bad: withFormula("bucketize(debt, [debt, 50])", ", range: [0, 2]"),
    good: withFormula("bucketize(debt, [10, 50])", ", range: [0, 2]"),
  }),
  "type/bad-argument": define<{ function: string; problem: string }>({
    severity: "error",
    message: ({ function: fn, problem }) => `${fn}: ${problem}`,
    explain:
      "A constant argument that makes the call meaningless is a mistake that can be seen at compile time.",
    bad: withFormula("bucketize(debt, [50, 10])", ", range: [0, 2]"),
    good: withFormula("bucketize(debt, [10, 50])", ", range: [0, 2]"),
  }),
  "type/unknown-enum-value": define<{
    value: string;
    /** The field or step that has the values, where it has a name. */
    subject: string | undefined;
    values: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: "error",
    message: ({ value, subject }) =>
      subject === undefined
        ? `${quote(value)} is not one of the values that this can have`
        : `${quote(value)} is not one of the values of ${subject}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${quote(suggestion)}?`,
    hint: ({ values }) =>
      values.length > 10 ? undefined : `the values are ${values.map(quote).join(", ")}.`,
    explain:
      "An enum is a closed set. Comparing it with a text outside the set is always false: a silent typing mistake in most languages, an error here.",
    bad: withFormula('if employment == "salried" then 1 else 0', ", range: [0, 1]"),
    good: withFormula('if employment == "salaried" then 1 else 0', ", range: [0, 1]"),
  }),
  "type/unknown-key": define<{ map: string; key: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ map, key }) => `the map ${map} has no key ${quote(key)}`,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${quote(suggestion)}?`,
    explain: "A constant key that a map lacks would be missing for every row.",
    bad: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate["salried"]', range: [0, 2], impute: 0 }
`,
    good: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate["salaried"] ?? 0', range: [0, 2] }
`,
  }),
  "type/map-key": define<{ map: string; wanted: string; actual: string }>({
    severity: "error",
    message: ({ map, wanted }) => `the keys of ${map} are ${wanted}`,
    label: ({ actual }) => `this is ${aValueOf(actual)}`,
    explain: "A key of another type can never be found in the map.",
    bad: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate[debt]', range: [0, 2], impute: 0 }
`,
    good: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate[employment]', range: [0, 2] }
`,
  }),
  "type/map-value": define<{ map: string }>({
    severity: "error",
    message: ({ map }) => `the values of the map ${map} are not of one kind`,
    label: () => "this one differs, or is not a number, a text or a bool",
    explain: "A map gives every key a value of the same type; a key without a value is left out.",
    bad: `${header}maps:
  rate: { salaried: 1, retired: high }
features:
  a: { formula: 'rate[employment]', range: [0, 2], impute: 0 }
`,
    good: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate[employment]', range: [0, 2] }
`,
  }),
  "type/not-ordered": define<{ operator: string; type: string }>({
    severity: "error",
    message: ({ operator, type }) => `${type} values cannot be compared with \`${operator}\``,
    explain: "Bools and ids have no order, and lists and records are not compared at all.",
    bad: `featc: 1
name: example
input:
  user: id
features:
  a: { formula: 'if user > "m" then 1 else 0', range: [0, 1] }
`,
    good: `featc: 1
name: example
input:
  user: id
features:
  a: { formula: 'if user == "m" then 1 else 0', range: [0, 1] }
`,
  }),
  "type/no-member": define<{ member: string; actual: string }>({
    severity: "error",
    message: ({ member }) => `there is no ${member} inside this value`,
    label: ({ actual }) => `the value before the dot is ${aValueOf(actual)}`,
    explain: "Only records have members.",
    bad: withFormula("city.zip", ", range: [0, 1], impute: 0"),
    good: `featc: 1
name: example
input:
  city: { type: record, fields: { inhabitants: { type: int, range: [0, 100000000] } } }
features:
  a: { formula: city.inhabitants, range: [0, 100000000] }
`,
  }),
  "type/no-index": define<{ actual: string }>({
    severity: "error",
    message: () => "only a map can be indexed",
    label: ({ actual }) => `this is ${aValueOf(actual)}`,
    explain: "`map[key]` looks a key up in a map of the spec.",
    bad: withFormula('city["x"]', ", range: [0, 1], impute: 0"),
    good: `${header}maps:
  rate: { salaried: 1, retired: 2 }
features:
  a: { formula: 'rate[employment]', range: [0, 2] }
`,
  }),
  "type/list-value": define<{ isEmpty: boolean }>({
    severity: "error",
    message: ({ isEmpty }) => (isEmpty ? "the list is empty" : "a list is not a value of its own"),
    hint: ({ isEmpty }) =>
      isEmpty
        ? undefined
        : "lists stand behind `in`, in aggregates, `max([a, b])`, and in arguments such as the edges of `bucketize`.",
    explain: "A feature is one value per row.",
    bad: withFormula("[debt, 1]", ", range: [0, 1]"),
    good: withFormula("greatest(debt, 1)", ", range: [1, 100]"),
  }),
  "type/always-missing": define<Record<string, never>>({
    severity: "error",
    message: () => "this is missing for every row",
    hint: () => "to test for missing, write `x is missing` or `x is present`.",
    explain: "A constant `missing` makes everything that is calculated with it missing.",
    bad: withFormula("debt + missing", ", range: [0, 1], impute: 0"),
    good: withFormula("if debt > 0 then debt else missing", ", range: [0, 100], impute: 1"),
  }),
  "type/declared": define<{ name: string; declared: string; actual: string }>({
    severity: "error",
    message: ({ name, declared }) => `${name} is declared as ${declared}`,
    label: ({ actual }) => `but its formula gives ${aValueOf(actual)}`,
    explain: "A declared type is a promise to everyone who reads the feature.",
    bad: withFormula("debt / 2", ", type: int, range: [0, 50]"),
    good: withFormula("round(debt / 2)", ", type: int, range: [0, 50]"),
  }),
  "type/impute": define<{ name: string; wanted: string; actual: string }>({
    severity: "error",
    message: ({ name }) => `the imputed value of ${name} is of another kind than its formula`,
    label: ({ wanted, actual }) =>
      `this is ${aValueOf(actual)}, the formula gives ${aValueOf(wanted)}`,
    explain: "What stands in for a missing value must be of the feature's type.",
    bad: withFormula("1 / debt", ", range: [0, 1], outside: clamp, impute: '\"none\"'"),
    good: withFormula("1 / debt", ", range: [0, 1], outside: clamp, impute: 1"),
  }),
  "type/not-a-feature-value": define<{ type: string }>({
    severity: "error",
    message: () => "a feature is one value per row",
    label: ({ type }) => `this is a ${type}`,
    explain:
      "Lists and records are read through their parts; a feature that is one has no place in a matrix.",
    bad: `featc: 1
name: example
input:
  tags: list<string>
features:
  a: tags
`,
    good: `featc: 1
name: example
input:
  tags: list<string>
  debt: { type: number, range: [0, 100] }
features:
  a: debt / 100
`,
  }),
  "type/range-needs-number": define<{ name: string; type: string }>({
    severity: "error",
    message: ({ name, type }) => `${name} is ${aValueOf(type)}, which has no range`,
    hint: () => "ranges are for numbers, ints, dates and timestamps.",
    explain: "A range is a pair of bounds on something that has an order and a size.",
    bad: withFormula("city", ", range: [0, 1]"),
    good: withFormula("length(city)", ", range: [0, 1000], outside: clamp"),
  }),
  "type/column": define<{
    column: string;
    type: string;
    values: readonly string[] | undefined;
    timeLike: boolean;
  }>({
    severity: "error",
    message: ({ column }) => `${column} cannot be a column: a matrix holds numbers`,
    label: ({ type }) => `this is ${aValueOf(type)}`,
    hint: ({ column, values, timeLike }) => {
      if (values !== undefined && values.length <= 10) {
        return `encode it: \`one_hot(${column}, [${values.map(quote).join(", ")}])\`.`;
      }
      return timeLike
        ? "make a number of it, such as its distance from `as_of` in days."
        : `encode it: \`one_hot(${column}, [values])\` or \`hash_bucket(${column}, 1000)\`.`;
    },
    explain:
      "A text or a timestamp that reaches the matrix becomes NaN, 0 or an error, depending on the library. Say how it becomes numbers.",
    bad: `${header}features:
  job: employment
matrix:
  model_input: { dtype: float32, columns: [job] }
`,
    good: `${header}features:
  job: employment
matrix:
  model_input:
    dtype: float32
    columns:
      - one_hot(job, ["salaried", "retired"])
`,
  }),
  "type/as-of": define<{ name: string; type: string }>({
    severity: "error",
    message: ({ name }) => `as_of names ${name}, which is not a timestamp that is always there`,
    label: ({ type }) => `it is ${aValueOf(type)}`,
    explain:
      "Every row has one moment of prediction. Without it no time can be measured and nothing keeps the future out.",
    bad: `featc: 1
name: example
as_of: asked
input:
  asked: timestamp?
features:
  a: { formula: 'hour(as_of)', range: [0, 23] }
`,
    good: `featc: 1
name: example
as_of: asked
input:
  asked: timestamp
features:
  a: { formula: 'hour(as_of)', range: [0, 23] }
`,
  }),
  "type/bad-pattern": define<{ reason: string; hint: string | undefined }>({
    severity: "error",
    message: ({ reason }) => `this pattern cannot be compiled: ${reason}`,
    hint: ({ hint }) => hint,
    explain:
      "Patterns are compiled to tables that read a text once, so that no input can make them slow. Constructs that need backtracking, and those that differ between engines, are not part of the language.",
    bad: `featc: 1
name: example
input:
  code: { type: string, pattern: '^(?=a)b' }
features:
  a: { formula: length(code), range: [0, 10], outside: clamp }
`,
    good: `featc: 1
name: example
input:
  code: { type: string, pattern: '^[A-Z]{2}$' }
features:
  a: { formula: length(code), range: [0, 10], outside: clamp }
`,
  }),
  "type/bad-class": define<{ function: string; reason: string; hint: string | undefined }>({
    severity: "error",
    message: ({ function: fn, reason }) => `the class of ${fn} cannot be used: ${reason}`,
    hint: ({ hint }) => (hint === undefined ? undefined : `${hint}.`),
    explain:
      "`keep` and `remove` take the characters that they mean as a class of the regular expressions: `[0-9.]`, `[^a-z]`, or one of `\\d`, `\\w` and `\\s`. A class stands for one character; a text that is to be replaced as a whole is the business of `replace`.",
    bad: withFormula('length(keep(city, "0-9"))', ", range: [0, 100], outside: clamp"),
    good: withFormula('length(keep(city, "[0-9]"))', ", range: [0, 100], outside: clamp"),
  }),
  "type/bad-group": define<{ reason: string; hint: string | undefined }>({
    severity: "error",
    message: ({ reason }) => `it is not clear what to extract: ${reason}`,
    hint: ({ hint }) => (hint === undefined ? undefined : `${hint}.`),
    explain:
      "`extract` gives what one group of its pattern holds, so the pattern has exactly one `(` `)`; groups that only hold things together are written `(?:` `)`. A group that is repeated would be found several times, and which of them counts differs between engines, as does how often a part repeats that matches no character.",
    bad: withFormula(
      'length(extract(city, "^([A-Z])([a-z]+)") ?? "")',
      ", range: [0, 100], outside: clamp",
    ),
    good: withFormula(
      'length(extract(city, "^[A-Z]([a-z]+)") ?? "")',
      ", range: [0, 100], outside: clamp",
    ),
  }),
  "type/bad-format": define<{ format: string; type: string; problem: string }>({
    severity: "error",
    message: ({ format, type }) => `${quote(format)} is not a way to write a ${type}`,
    label: ({ problem }) => problem,
    hint: ({ format, type }) => {
      if (/^iso|^rfc/i.test(format)) {
        return `leave \`from\` out: a ${type} is in ISO form unless it says otherwise.`;
      }
      const pattern = patternOfStrftime(format) ?? patternOfOtherLetters(format);
      return pattern === undefined
        ? "`from` takes text, epoch_s, epoch_ms or a date pattern such as yyyy-MM-dd HH:mm:ss."
        : `write \`from: "${pattern}"\`.`;
    },
    explain: "`from` says how the producer writes a field, where that is not the type's JSON form.",
    bad: `featc: 1
name: example
input:
  day: { type: date, from: yyyy-QQ }
features:
  a: { formula: month(day), range: [1, 12] }
`,
    good: `featc: 1
name: example
input:
  day: { type: date, from: dd.MM.yyyy }
features:
  a: { formula: month(day), range: [1, 12] }
`,
  }),
  "type/not-exhaustive": define<{ left: string }>({
    severity: "error",
    message: () => "this `match` forgets a case",
    label: ({ left }) => `no arm for ${left}`,
    hint: () => "add an arm for it, or `_ => …` for everything else.",
    explain:
      "A `match` must say what happens for every value that can come: each value of an enum, every number, and missing where the value may be missing.",
    bad: withFormula('match employment { "salaried" => 1 }', ", range: [0, 1]"),
    good: withFormula('match employment { "salaried" => 1, "retired" => 0 }', ", range: [0, 1]"),
  }),
  "type/overlapping-arms": define<{ value: string }>({
    severity: "warning",
    message: ({ value }) => `two arms of this \`match\` take ${value}`,
    label: ({ value }) => `${value} never comes to this arm`,
    hint: () => "let one of them begin where the other ends: ends of `a..b` are included.",
    explain:
      "The first arm that holds is taken. Where two arms share some values and each has others of its own, that is most often a bound that is off by one. An arm that lies within a later one, as `< 18` before `< 65`, says nothing of the kind.",
    bad: withFormula("match debt { 0..18 => 0, 18..65 => 1, _ => 2 }", ", range: [0, 2]"),
    good: withFormula("match debt { <= 18 => 0, <= 65 => 1, _ => 2 }", ", range: [0, 2]"),
  }),
  "type/unreachable-arm": define<{ why: string }>({
    severity: "warning",
    message: () => "no input reaches this arm",
    label: ({ why }) => why,
    hint: () => "remove it, or mend the conditions before it.",
    explain:
      "An arm that the arms before it leave nothing for is dead: most often an order or a bound is wrong.",
    bad: withFormula("if debt <= 100 then 1 else 0", ", range: [0, 1]"),
    good: withFormula("if debt <= 50 then 1 else 0", ", range: [0, 1]"),
  }),
};

const strftime: Readonly<Record<string, string | undefined>> = {
  "%Y": "yyyy",
  "%y": "yy",
  "%m": "MM",
  "%d": "dd",
  "%b": "MMM",
  "%H": "HH",
  "%I": "hh",
  "%M": "mm",
  "%S": "ss",
  "%p": "a",
  "%F": "yyyy-MM-dd",
  "%T": "HH:mm:ss",
};

const knownParts = /^(?:yyyy|yy|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|S+|a|X+|'[^']*'|[^A-Za-z'])+$/;

/** A format of C and Python as a date pattern; undefined where it is none, or has a part that patterns lack. */
function patternOfStrftime(format: string): string | undefined {
  if (!format.includes("%")) return undefined;
  const parts = format.match(/%.|[^%]+/gsu) ?? [];
  const written = parts.map((part) =>
    part.startsWith("%") ? strftime[part] : part.replace(/[A-Za-z]+/g, "'$&'"),
  );
  const meant = written.every((part) => part !== undefined) ? written.join("") : "";
  return knownParts.test(meant) ? meant : undefined;
}

/** `DD/MM/YYYY` and `dd.mm.yyyy`: letters that stand for something else, or for nothing. */
function patternOfOtherLetters(format: string): string | undefined {
  if (format.includes("%")) return undefined;
  const small = format.replace(/Y/g, "y").replace(/D/g, "d");
  const isMonth = !small.includes("M") && /mm/.test(small) && !/[Hhs]/.test(small);
  const meant = isMonth ? small.replace(/m/g, "M") : small;
  return meant === format || !knownParts.test(meant) ? undefined : meant;
}

function operandHint(operator: string, left: string, right: string): string | undefined {
  const texts = [left, right].every((type) => type === "string" || type.startsWith("enum"));
  if (operator === "+" && texts) return "join texts with `concat(a, b)`.";
  if (operator === "//") return "`//` divides ints; for numbers write `floor(a / b)`.";
  const kinds = new Set([left, right]);
  if (kinds.has("date") && kinds.has("timestamp")) {
    return "take the day of the timestamp: `date(x)`.";
  }
  const isText = left.startsWith("enum") || right.startsWith("enum") || kinds.has("string");
  if (kinds.has("date") && isText) {
    return 'a date is written `d"2020-01-31"`; one that comes as text is read by `parse_date(s)`.';
  }
  if (kinds.has("timestamp") && isText) {
    return 'a timestamp is written `t"2020-01-31T10:00:00Z"`; one that comes as text is read by `parse_timestamp(s)`.';
  }
  if (kinds.has("date") && kinds.has("duration")) {
    return "a date moves by whole days, `date + 30`.";
  }
  const isNumber = kinds.has("int") || kinds.has("number");
  if ((kinds.has("timestamp") || kinds.has("duration")) && isNumber) {
    return "a length of time has a unit: `30d`, `12h`, `90min`; divided by one, `/ 1d`, it is a number.";
  }
  if (kinds.has("bool")) return "write `if … then 1 else 0` to make a number of a condition.";
  if (kinds.has("string") && (kinds.has("number") || kinds.has("int"))) {
    return "read a number from a text with `parse_number(s)`, or declare the field as a number.";
  }
  return undefined;
}

/** A type in a sentence: `a number`, `an enum`, `the text "none"`, `a timestamp that may be missing`. */
function aValueOf(type: string): string {
  const optional = type.endsWith("?") && !type.startsWith("enum of ");
  const name = optional ? type.slice(0, -1) : type;
  const values = name.startsWith("enum of ") ? name.slice("enum of ".length) : undefined;
  const noun = values === undefined ? name : /^"[^"]*"$/.test(values) ? values : "enum";
  const article = noun.startsWith('"') ? "the text" : /^[aeiou]/.test(noun) ? "an" : "a";
  return `${article} ${noun}${optional ? " that may be missing" : ""}`;
}
