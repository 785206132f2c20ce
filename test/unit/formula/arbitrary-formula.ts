import fc from "fast-check";
import type {
  ArgumentAst,
  BinaryOperator,
  CompareOperator,
  DurationUnit,
  FormulaAst,
  MatchArmAst,
  PatternAst,
  SelectionAst,
} from "../../../compiler/src/formula/ast.js";
import { spanOf } from "../../../compiler/src/base/source.js";

const span = spanOf({ path: "none", text: "" }, 0, 0);
const keywords = new Set(
  "and during else false if in is latest match missing not or present skip then true where within elif null undefined".split(
    " ",
  ),
);

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/).filter((word) => !keywords.has(word));

const numberText = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "1_000",
    "9007199254740991",
    "1.5",
    "2.0",
    "1e-3",
    "0.5E+10",
    "1_0.2_5e3",
  ),
  fc.nat().map(String),
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((value) => String(value === 0 ? 0.5 : value)),
);
const number: fc.Arbitrary<FormulaAst> = numberText
  .filter((text) => /[.eE]/.test(text) || Number.isSafeInteger(Number(text.replaceAll("_", ""))))
  .map((text) => ({
    kind: "NumberAst",
    text,
    value: Number(text.replaceAll("_", "")),
    integral: !/[.eE]/.test(text),
    span,
  }));

const string: fc.Arbitrary<FormulaAst> = fc
  .string({ unit: "binary", maxLength: 8 })
  .map((value) => value.replaceAll("\u0000", ""))
  .map((value) => ({ kind: "StringAst", value, span }));

const day = fc.integer({ min: -719162, max: 2932896 });
const date: fc.Arbitrary<FormulaAst> = day.map((days) => ({
  kind: "DateAst",
  days,
  text: new Date(days * 86_400_000).toISOString().slice(0, 10),
  span,
}));
const timestamp: fc.Arbitrary<FormulaAst> = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([days, rest]) => days * 86_400_000 + rest)
  .map((millis) => ({
    kind: "TimestampAst",
    millis,
    text: new Date(millis).toISOString(),
    span,
  }));

const unitMillis: Record<DurationUnit, number> = {
  ms: 1,
  s: 1e3,
  min: 6e4,
  h: 36e5,
  d: 864e5,
  w: 6048e5,
};
const duration: fc.Arbitrary<FormulaAst> = fc
  .tuple(
    fc.integer({ min: 0, max: 100_000 }),
    fc.constantFrom<DurationUnit>("ms", "s", "min", "h", "d", "w"),
  )
  .map(([amount, unit]) => ({
    kind: "DurationAst",
    amount,
    unit,
    millis: amount * unitMillis[unit],
    span,
  }));

const bool: fc.Arbitrary<FormulaAst> = fc
  .boolean()
  .map((value) => ({ kind: "BoolAst", value, span }));
const nameAst: fc.Arbitrary<FormulaAst> = name.map((word) => ({
  kind: "NameAst",
  name: word,
  span,
}));
const missing: FormulaAst = { kind: "MissingAst", span };

const negatable = fc.oneof(number, duration);
const patternValue: fc.Arbitrary<FormulaAst> = fc.oneof(
  number,
  string,
  bool,
  date,
  timestamp,
  duration,
  negatable.map((operand): FormulaAst => ({ kind: "NegateAst", operand, span })),
);
const compareOperators: readonly CompareOperator[] = ["==", "!=", "<", "<=", ">", ">="];
const pattern: fc.Arbitrary<PatternAst> = fc.oneof(
  patternValue.map((value): PatternAst => ({ kind: "LiteralPatternAst", value, span })),
  fc
    .tuple(fc.constantFrom(...compareOperators), patternValue)
    .map(([operator, value]): PatternAst => ({ kind: "ComparePatternAst", operator, value, span })),
  fc
    .tuple(patternValue, patternValue)
    .map(([low, high]): PatternAst => ({ kind: "RangePatternAst", low, high, span })),
  fc.constant<PatternAst>({ kind: "MissingPatternAst", span }),
  fc.constant<PatternAst>({ kind: "WildcardPatternAst", span }),
);

const operators: readonly BinaryOperator[] = [
  ...compareOperators,
  "+",
  "-",
  "*",
  "/",
  "//",
  "and",
  "or",
  "??",
];

/** Nothing can be compared with `missing`, and no list holds it that `in` tests. */
function comparable(ast: FormulaAst): FormulaAst {
  return ast.kind === "MissingAst" ? { kind: "NameAst", name: "present_value", span } : ast;
}

/** Every formula that the language has, and a few that later phases refuse. */
export const arbitraryFormula: fc.Arbitrary<FormulaAst> = fc.letrec<{ formula: FormulaAst }>(
  (tie) => {
    const formula = tie("formula");
    const few = fc.array(formula, { maxLength: 3 });
    const some = fc.array(formula, { minLength: 1, maxLength: 3 });
    const argument: fc.Arbitrary<ArgumentAst> = fc
      .tuple(fc.option(name, { nil: undefined }), formula)
      .map(([argumentName, value]) =>
        argumentName === undefined ? { value, span } : { name: argumentName, value, span },
      );
    const interval = fc
      .tuple(formula, formula, fc.boolean(), fc.boolean())
      .map(([low, high, lowOpen, highOpen]) => ({ low, high, lowOpen, highOpen, span }));
    const window = fc.oneof(
      fc.constant({}),
      formula.map((within) => ({ within })),
      interval.map((during) => ({ during })),
    );
    const selection: fc.Arbitrary<SelectionAst> = fc
      .tuple(
        fc.option(formula, { nil: undefined }),
        window,
        fc.option(formula, { nil: undefined }),
        fc.boolean(),
      )
      .map(([where, windowPart, latest, skipMissing]) => ({
        ...(where === undefined ? {} : { where }),
        ...windowPart,
        ...(latest === undefined ? {} : { latest }),
        skipMissing,
        span,
      }))
      .filter((parts) => parts.skipMissing || Object.keys(parts).length > 2);
    const arm: fc.Arbitrary<MatchArmAst> = fc
      .tuple(fc.array(pattern, { minLength: 1, maxLength: 3 }), formula)
      .map(([patterns, value]) => ({ patterns, value, span }));

    const binary = fc
      .tuple(fc.constantFrom(...operators), formula, formula)
      .map(([operator, left, right]): FormulaAst => {
        const compares = (compareOperators as readonly string[]).includes(operator);
        return {
          kind: "BinaryAst",
          operator,
          operatorSpan: span,
          left: compares ? comparable(left) : left,
          right: compares ? comparable(right) : right,
          span,
        };
      });

    const leaf = fc.oneof(
      number,
      string,
      bool,
      fc.constant(missing),
      date,
      timestamp,
      duration,
      nameAst,
    );
    return {
      formula: fc.oneof(
        { maxDepth: 5, depthIdentifier: "formula" },
        { arbitrary: leaf, weight: 4 },
        few.map((items): FormulaAst => ({ kind: "ListAst", items, span })),
        fc.tuple(formula, name).map(([object, member]): FormulaAst => ({
          kind: "MemberAst",
          object,
          member,
          memberSpan: span,
          span,
        })),
        fc
          .tuple(formula, formula)
          .map(([object, index]): FormulaAst => ({ kind: "IndexAst", object, index, span })),
        fc.tuple(name, fc.array(argument, { maxLength: 3 })).map(([callee, args]): FormulaAst => ({
          kind: "CallAst",
          callee,
          calleeSpan: span,
          args,
          span,
        })),
        fc
          .tuple(name, fc.array(argument, { minLength: 1, maxLength: 2 }), selection)
          .map(([callee, args, parts]): FormulaAst => ({
            kind: "CallAst",
            callee,
            calleeSpan: span,
            args,
            selection: parts,
            span,
          })),
        formula.map((operand): FormulaAst => ({ kind: "NegateAst", operand, span })),
        formula.map((operand): FormulaAst => ({ kind: "NotAst", operand, span })),
        { arbitrary: binary, weight: 3 },
        fc
          .tuple(formula, fc.integer({ min: -16, max: 16 }))
          .map(([base, exponent]): FormulaAst => ({
            kind: "PowerAst",
            base,
            exponent,
            exponentSpan: span,
            span,
          })),
        fc.tuple(formula, some, fc.boolean()).map(([operand, items, negated]): FormulaAst => ({
          kind: "InListAst",
          operand,
          items: items.map(comparable),
          negated,
          span,
        })),
        fc
          .tuple(formula, formula, formula, fc.boolean())
          .map(([operand, low, high, negated]): FormulaAst => ({
            kind: "InRangeAst",
            operand,
            low,
            high,
            negated,
            span,
          })),
        fc.tuple(formula, fc.boolean()).map(([operand, negated]): FormulaAst => ({
          kind: "IsMissingAst",
          operand,
          negated,
          span,
        })),
        fc.tuple(formula, formula, formula).map(([condition, then, otherwise]): FormulaAst => ({
          kind: "IfAst",
          condition,
          // oxlint-disable-next-line unicorn/no-thenable -- a node of the tree, which nothing awaits
          then,
          otherwise,
          span,
        })),
        fc
          .tuple(formula, fc.array(arm, { minLength: 1, maxLength: 3 }))
          .map(([subject, arms]): FormulaAst => ({ kind: "MatchAst", subject, arms, span })),
      ),
    };
  },
).formula;
