import type { Located, Span } from "../base/source.js";
import type { ExampleAst, MatrixDtype, OutsideRule } from "../spec/ast.js";
import type { StatisticName } from "../fit/statistics.table.js";
import type { Type } from "../types/type.js";
import type { Constant } from "../types/value.js";
import type { PatternTable, PatternStep } from "@featc/runtime";
import type { Expr } from "./nodes.js";

export type { MatrixDtype };

/** Closed bounds of a number, int, date or timestamp (excluded ends are moved inwards); null is none. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  /** As the user wrote it, for messages: `[0, 5]`, `(0, 1]`. */
  readonly text: string;
  readonly span: Span;
}

/** How the producer writes a field, where that is not the JSON form of its type. */
export type WireFormat =
  | { readonly kind: "json" }
  /** Numbers, ints and bools written as text, `"12.5"`; an int accepts `260.0`. */
  | { readonly kind: "text" }
  | { readonly kind: "epoch_s" }
  | { readonly kind: "epoch_ms" }
  /** Patterns tried in order. */
  | {
      readonly kind: "patterns";
      readonly patterns: readonly {
        readonly text: string;
        readonly steps: readonly PatternStep[];
      }[];
      /** Two-digit years below it are 20yy, the others 19yy. */
      readonly pivot: number;
      /** Whose clock a text without offset shows; null is UTC. */
      readonly zone: string | null;
    };

export interface FieldDocumentation {
  readonly description?: string;
  /** A unit that `parseUnit` reads. */
  readonly unit?: Located<string>;
  readonly tags: readonly string[];
  readonly deprecated?: string | boolean;
}

/**
 * The contract of one field. Treatment of a value, in this order: absent or null, sentinel, wire format
 * and type, values, pattern and length, range.
 */
export interface FieldContract extends FieldDocumentation {
  /** snake_case: the name in formulas and in the parsed input. */
  readonly name: string;
  /** The key in the producer's JSON; any text. */
  readonly key: string;
  readonly type: Type;
  /** May be absent or null. */
  readonly optional: boolean;
  /** The parsed value may be missing: optional, or `invalid`, `outside` or sentinels make it so. */
  readonly mayBeMissing: boolean;
  readonly range: Bounds | null;
  readonly pattern: {
    readonly text: string;
    readonly table: PatternTable;
    readonly javaScript: string;
  } | null;
  /** Code points of a string, elements of a list. */
  readonly length: Bounds | null;
  /** Of a record. */
  readonly fields: readonly FieldContract[];
  /** Of a list: the contract of its elements, with the name `items`. */
  readonly items: FieldContract | null;
  readonly format: WireFormat;
  readonly missingValues: readonly (string | number | boolean)[];
  readonly invalid: "reject" | "missing" | { readonly value: string };
  readonly outside: OutsideRule;
  readonly pii: boolean;
  readonly span: Span;
}

/** What sources of records have in common. */
interface RecordSource {
  readonly name: string;
  /** The entry of `types` that its fields come from; null: it has fields of its own. */
  readonly typeName: string | null;
  /** The data set: sources may share one. */
  readonly data: string;
  readonly description?: string;
  readonly fields: readonly FieldContract[];
  /** The field of the source, and the input field that it meets. Neither is ever missing. */
  readonly key: string;
  readonly on: string;
  readonly span: Span;
}

/** What happened to the entity, in any order. */
export interface EventSource extends RecordSource {
  /** A field of type timestamp, never missing. */
  readonly time: string;
  /** A field of type timestamp, never missing: when the event became known. */
  readonly known: string | null;
  /** The longest look-back, in milliseconds. */
  readonly retention: number | null;
  readonly maxCount: number | null;
  /** Windows may be closed at `as_of`. */
  readonly includesCurrent: boolean;
}

/** At most one record for each key. */
export type TableSource = RecordSource;

export interface Constraint {
  readonly name: string;
  /** Of type bool. A row for which it is false violates it; missing does not. */
  readonly formula: Expr;
  readonly text: string;
  readonly onViolation: "reject" | "warn";
  readonly description?: string;
  readonly span: Span;
}

/** A statistic of training data: what formulas read as `fit.NAME`. */
export interface FittedConstant {
  readonly name: string;
  readonly description?: string;
  /** The canonical text, `median(income)`. */
  readonly text: string;
  readonly statistic: StatisticName;
  /** The column: one value for each row of training data. */
  readonly argument: Expr;
  /** `p` of a quantile, `top` of a vocabulary. */
  readonly parameter: number | null;
  /** Of the value; of a vocabulary a list. */
  readonly type: Type;
  /** Null where there is none yet: `featc fit` is about to compute it, or its absence has been reported. */
  readonly value: Constant | null;
  /** Rows whose value took part and rows where it was missing; null where the value has just been computed. */
  readonly counts: { readonly present: number; readonly missing: number } | null;
  /** What decides the column, as hashes by `field income`, `let yearly_debt`, `function ratio`. */
  readonly reads: ReadonlyMap<string, string>;
  /** Lets, features and decisions whose formulas read it themselves, also through functions. */
  readonly readBy: readonly string[];
  /** Of the value in the fit file; null without one. */
  readonly valueSpan: Span | null;
  readonly nameSpan: Span;
  readonly span: Span;
}

/** The fit file of a spec and the data that it was made from. */
export interface FitProvenance {
  readonly path: string;
  readonly compiler: string;
  readonly formulas: string;
  readonly data: {
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    readonly rejected: number;
    readonly from: string | null;
    readonly to: string | null;
  };
}

/** A `let`, a feature or a policy decision. Steps stand in dependency order. */
export interface Step extends FieldDocumentation {
  readonly name: string;
  readonly role: "let" | "feature" | "indicator" | "policy";
  readonly type: Type;
  /** Declared with `?`: the final value may be missing. */
  readonly optional: boolean;
  readonly formula: Expr;
  /** The canonical text of the formula. */
  readonly text: string;
  readonly range: Bounds | null;
  readonly outside: Located<OutsideRule> | null;
  /** Never missing (checked). */
  readonly impute: Expr | null;
  readonly imputeText: string | null;
  /** Of an `indicator`: the feature that it tells of; true where that was missing before `impute`. */
  readonly indicatorOf: string | null;
  readonly examples: readonly ExampleAst[];
  /** Made from a field with `pii: true`: messages do not show its value. False unless given. */
  readonly pii?: boolean;
  readonly nameSpan: Span;
  readonly span: Span;
}

/** One declared column; `one_hot` has several cells. */
export interface MatrixColumn {
  /** A FeatureRef, or an encoder or function of features. */
  readonly formula: Expr;
  readonly text: string;
  /** The feature that errors name. */
  readonly feature: string;
  /** One name per cell: `debt_to_income`, `risk=0`, `risk=1`. */
  readonly cells: readonly string[];
  readonly span: Span;
}

export interface Matrix {
  readonly name: string;
  readonly dtype: MatrixDtype;
  readonly missing: "reject" | "nan" | number;
  readonly columns: readonly MatrixColumn[];
  readonly span: Span;
}

export interface Model {
  readonly file: string | null;
  readonly input: string | null;
  readonly outputs: readonly FieldContract[];
}

/** What the spec asks of its generated tests. */
export interface TestDemands {
  /** The share of its mutants that they must tell from it, and where it is asked for; null where it is not. */
  readonly mutationScore: { readonly value: number; readonly span: Span } | null;
  /** A second test file, of properties for random rows. */
  readonly properties: boolean;
}

/** What a row may cost at most; `featc bench --check` holds it against what it measures. */
export interface Budget {
  /** Nanoseconds from a record to its features. */
  readonly row: { readonly value: number; readonly span: Span } | null;
  /** Bytes that a request holds. */
  readonly memory: { readonly value: number; readonly span: Span } | null;
}

/** A spec with every name resolved and every formula typed. Immutable. */
export interface Program {
  /** Path of the spec as shown to the user. */
  readonly path: string;
  readonly name: string;
  readonly version: string | null;
  readonly description: string | null;
  readonly owner: string | null;
  readonly math: "strict" | "native";
  /** Of calendar functions that name no zone; null is UTC. */
  readonly timezone: string | null;
  /** All zones whose tables are read, by name. */
  readonly zones: readonly string[];
  /** The input field that holds the moment of the prediction; null: the caller passes it. */
  readonly asOf: string | null;
  /** Some formula reads `as_of`. */
  readonly usesAsOf: boolean;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly unknownFields: "reject" | "ignore";
  readonly input: readonly FieldContract[];
  readonly events: readonly EventSource[];
  readonly tables: readonly TableSource[];
  readonly constraints: readonly Constraint[];
  /** In order of declaration. */
  readonly fits: readonly FittedConstant[];
  readonly fitProvenance: FitProvenance | null;
  /** Lets, features and indicators in dependency order. */
  readonly steps: readonly Step[];
  /** Names of features and indicators in order of declaration: what `computeFeatures` returns. */
  readonly features: readonly string[];
  readonly matrices: readonly Matrix[];
  readonly model: Model | null;
  readonly policy: readonly Step[];
  readonly tests: TestDemands;
  readonly budget: Budget;
  /** Hash of everything that decides what is computed. */
  readonly specHash: string;
  /** Hash of the part of it that all steps share: contract, constraints, functions, maps. */
  readonly contractHash: string;
}
