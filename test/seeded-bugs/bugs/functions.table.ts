import { ts } from "../seeded-bug.js";
import type { SeededBug } from "../seeded-bug.js";

const file = ts("function-lowering.table.ts");

/** Mistakes in what built-in functions become. */
export const functionBugs: readonly SeededBug[] = [
  {
    name: "the root of a negative number is no missing value",
    file,
    find: 'sqrt: { code: math("sqrt"), ...number,',
    replace: 'sqrt: { code: math("sqrt"), ...never,',
  },
  {
    name: "trunc rounds down",
    file,
    find: 'trunc: { code: math("trunc")',
    replace: 'trunc: { code: math("floor")',
  },
  {
    name: "halves are rounded away from zero where they go to the even number",
    file,
    find: 'runtime("roundHalfEven")',
    replace: 'runtime("round")',
  },
  {
    name: "log10 is the logarithm to base 2",
    file,
    find: 'soft("log10")',
    replace: 'soft("log2")',
  },
  {
    name: "log1p is the logarithm itself",
    file,
    find: 'soft("log1p")',
    replace: 'soft("ln")',
  },
  {
    name: "the greatest of several is the least",
    file,
    find: 's.imports.runtime("greatest")',
    replace: 's.imports.runtime("least")',
  },
  {
    name: "a remainder has the sign of the dividend",
    file,
    find: 'call(scope.imports.runtime(expr.type.kind === "int" ? "modInt" : "modFloat"), ...args)',
    replace: 'binary("%", args[0] ?? absent(), args[1] ?? absent())',
  },
  {
    name: "xor holds where one of two holds, or both",
    file,
    find: 'binary("!==", a, b), ...never }',
    replace: 'binary("||", a, b), ...never }',
  },
  {
    name: "a value is scaled by the upper end instead of the width of the range",
    file,
    find: "numberCode(numberAt(args[2]) - low)",
    replace: "numberCode(numberAt(args[2]))",
  },
  {
    name: "an edge belongs to the bucket below it",
    file,
    find: 'binary(isRight ? "<=" : "<", x, numberCode(edge))',
    replace: 'binary(isRight ? "<" : "<=", x, numberCode(edge))',
  },
  {
    name: "the last bucket has the number of the one before it",
    file,
    find: "constant(edges.length),\n  );",
    replace: "constant(edges.length - 1),\n  );",
  },
  {
    name: "the position of a value that is not listed is fixed",
    file,
    find: "const otherwise = args[2] ?? constant(values.length);",
    replace: "const otherwise = constant(values.length);",
  },
  {
    name: "the position of a value that is not listed is the last one's",
    file,
    find: "const otherwise = args[2] ?? constant(values.length);",
    replace: "const otherwise = args[2] ?? constant(values.length - 1);",
  },
  {
    name: "a bucket is hashed by SHA-256 where another algorithm is named",
    file,
    find: '? "hashBucketMurmur3"\n            : "hashBucket"',
    replace: '? "hashBucket"\n            : "hashBucket"',
  },
  {
    name: "a bucket is hashed without its salt",
    file,
    find: "keyText(x, args[0]), n, salt);",
    replace: "keyText(x, args[0]), n, constant(salt.text.slice(0, 0)));",
  },
  {
    name: "a crossed key has nothing between its parts",
    file,
    find: 'constant("|")',
    replace: 'constant("")',
  },
  {
    name: "days are counted backwards",
    file,
    find: 'binary("-", dayOf(b, args[1], scope), dayOf(a, args[0], scope))',
    replace: 'binary("-", dayOf(a, args[0], scope), dayOf(b, args[1], scope))',
  },
  {
    name: "the points of an interpolation are exchanged",
    file,
    find: 'call(scope.imports.runtime("interpolate"), args[0] ?? absent(), xs, ys)',
    replace: 'call(scope.imports.runtime("interpolate"), args[0] ?? absent(), ys, xs)',
  },
  {
    name: "the length of a text is that of its UTF-16 form",
    file,
    find: 'length: { code: runtime("length"), ...never }',
    replace: "length: { code: ([x = absent()]) => primary(`${x.text}.length`), ...never }",
  },
  {
    name: "lower changes letters beyond ASCII",
    file,
    find: 'lower: { code: runtime("lower"), ...never }',
    replace: 'lower: { code: runtime("lowerUnicode"), ...never }',
  },
  {
    name: "trim takes every white space of Unicode away",
    file,
    find: 'trim: { code: runtime("trim"), ...never }',
    replace: 'trim: { code: ([x = absent()]) => methodCall(x, "trim"), ...never }',
  },
  {
    name: "a text starts with what it has anywhere",
    file,
    find: 'starts_with: method("startsWith")',
    replace: 'starts_with: method("includes")',
  },
  {
    name: "a text ends with what it starts with",
    file,
    find: 'ends_with: method("endsWith")',
    replace: 'ends_with: method("startsWith")',
  },
  {
    name: "the first characters of a text are the last",
    file,
    find: 'left: { code: runtime("left")',
    replace: 'left: { code: runtime("right")',
  },
  {
    name: "the ISO year is the calendar year",
    file,
    find: 'ofDays("isoYear")',
    replace: 'ofDays("year")',
  },
  {
    name: "the minute is the second",
    file,
    find: 'minute: { code: runtime("minute")',
    replace: 'minute: { code: runtime("second")',
  },
  {
    name: "the local time of a zone is that of UTC",
    file,
    find: 'local_time: { code: inZone("localTime"), ...never }',
    replace: "local_time: { code: ([x = absent()]) => x, ...never }",
  },
];
