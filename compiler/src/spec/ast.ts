import type { FormulaText } from "../base/formula-text.js";
import type { Located, SourceFile, Span } from "../base/source.js";

export type { FormulaText };

export type Name = Located<string>;

/** Plain YAML data of a spec (examples, map values, sentinels). Numbers keep their source text. */
export type DataAst =
  | {
      readonly kind: "scalar";
      readonly value: string | number | boolean | null;
      readonly text: string;
      readonly span: Span;
    }
  | { readonly kind: "list"; readonly items: readonly DataAst[]; readonly span: Span }
  | {
      readonly kind: "map";
      readonly entries: readonly { readonly key: Name; readonly value: DataAst }[];
      readonly span: Span;
    };

export const scalarTypeNames = [
  "number",
  "int",
  "bool",
  "string",
  "timestamp",
  "date",
  "enum",
  "id",
  "record",
] as const;
export type ScalarTypeName = (typeof scalarTypeNames)[number];

/** `number?`, `list<int>?`: what stands under `type`. */
export type TypeAst =
  | { readonly kind: ScalarTypeName; readonly optional: boolean; readonly span: Span }
  | {
      readonly kind: "list";
      readonly element: TypeAst;
      readonly optional: boolean;
      readonly span: Span;
    }
  /** Reported already; poison, so that one mistake gives one message. */
  | { readonly kind: "invalid"; readonly optional: boolean; readonly span: Span };

/** One end of a range: a number, or the text of a date or timestamp; null is no bound. */
export type BoundAst = Located<number | string> | null;

export interface RangeAst {
  readonly low: BoundAst;
  readonly high: BoundAst;
  /** True where the end itself is excluded, `"(0, 1]"`. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly span: Span;
}

export type InvalidRule = "reject" | "missing" | { readonly value: string };
export type OutsideRule = "reject" | "missing" | "clamp";

export interface Documentation {
  readonly description?: Located<string>;
  readonly unit?: FormulaText;
  readonly tags: readonly Located<string>[];
  readonly deprecated?: Located<string | boolean>;
}

/** A field of `input`, of a record, or of the model's outputs. */
export interface FieldAst extends Documentation {
  readonly name: Name;
  readonly type: TypeAst;
  readonly range?: RangeAst;
  /** Of an enum: its values, or the name of an enum under `enums`. */
  readonly values?: readonly Located<string>[] | Name;
  readonly pattern?: FormulaText;
  readonly length?: RangeAst;
  readonly fields?: readonly FieldAst[];
  readonly items?: FieldAst;
  /** The producer's own name (`name:`), where it differs. */
  readonly producerName?: Located<string>;
  readonly from: readonly Located<string>[];
  readonly zone?: Located<string>;
  readonly pivot?: Located<number>;
  readonly missingValues: readonly DataAst[];
  readonly invalid?: Located<InvalidRule>;
  readonly outside?: Located<OutsideRule>;
  readonly pii: boolean;
  readonly span: Span;
}

/** An entry of `types`: fields that several sources share. */
export interface RecordTypeAst {
  readonly name: Name;
  readonly fields: readonly FieldAst[];
  readonly span: Span;
}

interface SourceAst {
  readonly name: Name;
  /** A name under `types`, instead of `fields`. */
  readonly type?: Name;
  readonly fields: readonly FieldAst[];
  /** The data set that it comes from, where that has another name: one data set may serve several sources. */
  readonly data?: Located<string>;
  /** The field of the source that says to which entity a record belongs. */
  readonly key: Name;
  /** The input field that `key` meets, where it has another name. */
  readonly on?: Name;
  readonly description?: Located<string>;
  readonly span: Span;
}

/** An entry of `events`: what happened to the entity before `as_of`. */
export interface EventsAst extends SourceAst {
  readonly time: Name;
  readonly known?: Name;
  readonly retention?: FormulaText;
  readonly maxCount?: Located<number>;
  readonly includesCurrent: boolean;
}

/** An entry of `tables`: one record for each key, computed elsewhere. */
export type TableAst = SourceAst;

export interface ConstraintAst {
  readonly name: Name;
  readonly formula: FormulaText;
  readonly onViolation: "reject" | "warn";
  readonly description?: Located<string>;
}

export interface EnumAst {
  readonly name: Name;
  readonly values: readonly Located<string>[];
}

export interface MapAst {
  readonly name: Name;
  readonly entries: readonly { readonly key: Located<string>; readonly value: DataAst }[];
  readonly span: Span;
}

export interface FunctionAst {
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: FormulaText;
}

/** An entry of `fit`: a statistic of training data. */
export interface FitAst {
  readonly name: Name;
  /** `median(income)`. */
  readonly formula: FormulaText;
  readonly description?: Located<string>;
}

export type ExpectAst =
  | { readonly kind: "value"; readonly value: DataAst }
  | { readonly kind: "missing" }
  | { readonly kind: "rejected" }
  | { readonly kind: "near"; readonly near: number; readonly within: number };

export interface GivenAst {
  readonly name: Name;
  readonly value: DataAst;
}

export interface ExampleAst {
  /** Overrides of the default row, by input field, `as_of`, or `events` and `tables` with their records. */
  readonly given: readonly GivenAst[];
  readonly expect: Located<ExpectAst>;
  readonly span: Span;
}

/** An entry of `let`, `features` or `policy`. */
export interface StepAst extends Documentation {
  readonly name: Name;
  readonly formula: FormulaText;
  /** A declared type; with `?` the value may be missing. */
  readonly type?: TypeAst;
  readonly values?: readonly Located<string>[] | Name;
  readonly range?: RangeAst;
  readonly outside?: Located<OutsideRule>;
  /** A constant or a formula. */
  readonly impute?: FormulaText;
  readonly indicator: boolean;
  readonly examples: readonly ExampleAst[];
  readonly span: Span;
}

export const matrixDtypes = ["float64", "float32", "int32", "uint8"] as const;
export type MatrixDtype = (typeof matrixDtypes)[number];

export interface MatrixAst {
  readonly name: Name;
  readonly dtype: MatrixDtype;
  readonly missing: Located<"reject" | "nan" | number>;
  readonly columns: readonly FormulaText[];
  readonly span: Span;
}

export interface ModelAst {
  readonly file?: Located<string>;
  /** The matrix that the model reads. */
  readonly input?: Name;
  readonly outputs: readonly FieldAst[];
  readonly span: Span;
}

/** A file that specs import: functions, maps and enums. */
export interface LibraryAst {
  readonly file: SourceFile;
  readonly imports: readonly Located<string>[];
  readonly enums: readonly EnumAst[];
  readonly maps: readonly MapAst[];
  readonly functions: readonly FunctionAst[];
}

/** What `featc fit` found for one entry of `fit`. */
export interface FittedAst {
  readonly name: Name;
  /** The canonical formula that it was computed with. */
  readonly formula: Located<string>;
  /** Null where it cannot be read, which has been reported. */
  readonly value: DataAst | null;
  /** Rows whose value took part, and rows where it was missing. */
  readonly count: number;
  readonly missing: number;
  /** What the formula read then: a hash by `field income`, `let yearly_debt`. */
  readonly reads: ReadonlyMap<string, string>;
  readonly span: Span;
}

/** The training data that the constants of a spec come from. */
export interface FitDataAst {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly rejected: number;
  /** First and last `as_of` as text; null where rows have none. */
  readonly from: string | null;
  readonly to: string | null;
}

/** `NAME.fit.yaml`: checked for shape, not against the spec. */
export interface FitFileAst {
  readonly file: SourceFile;
  /** The version of featc that wrote it. */
  readonly compiler: string;
  /** Hash of the formulas and of what they read. */
  readonly formulas: string;
  readonly data: FitDataAst;
  readonly values: readonly FittedAst[];
}

/** What the generated tests must be. */
export interface TestsAst {
  readonly mutationScore?: Located<number>;
  readonly properties: boolean;
}

/** What a row may cost at most. */
export interface BudgetAst {
  /** Nanoseconds. */
  readonly row?: Located<number>;
  /** Bytes. */
  readonly memory?: Located<number>;
}

/** A spec file as written: checked for shape, nothing resolved. */
export interface SpecAst {
  readonly file: SourceFile;
  readonly name: Name;
  readonly version?: Located<string>;
  readonly description?: Located<string>;
  readonly owner?: Located<string>;
  readonly asOf?: Name;
  /** Of calendar functions that name no zone. */
  readonly timezone?: Located<string>;
  readonly keys: readonly Name[];
  readonly labels: readonly Name[];
  readonly unknownFields: "reject" | "ignore";
  readonly math: "strict" | "native";
  readonly imports: readonly Located<string>[];
  readonly enums: readonly EnumAst[];
  readonly input: readonly FieldAst[];
  readonly types: readonly RecordTypeAst[];
  readonly events: readonly EventsAst[];
  readonly tables: readonly TableAst[];
  readonly constraints: readonly ConstraintAst[];
  readonly maps: readonly MapAst[];
  readonly functions: readonly FunctionAst[];
  readonly fits: readonly FitAst[];
  readonly lets: readonly StepAst[];
  readonly features: readonly StepAst[];
  readonly matrices: readonly MatrixAst[];
  readonly model?: ModelAst;
  readonly policy: readonly StepAst[];
  readonly tests: TestsAst;
  readonly budget: BudgetAst;
  readonly span: Span;
}
