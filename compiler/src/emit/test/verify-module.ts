import type { Program } from "../../ir/program.js";
import { goldenRows, personalNames } from "../../testgen/golden-rows.js";
import type { TestSuite } from "../../testgen/test-suite.js";
import { headerOf } from "../header.js";
import { camelCase, NameScope, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import type { Declaration, Member, TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import {
  literal,
  objectLiteral,
  propertyAccess,
  propertyKey,
  stringLiteral,
} from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";
import { goldenLiteral, isDecided } from "./golden-literal.js";
import { arrayOf } from "./matrix-array.js";
import { float32Digits, nativeDigits } from "./native-tolerance.js";
import { hasSources, needsAsOf } from "./row-preamble.js";

const recordType = "Readonly<Record<string, unknown>>";

/**
 * `verify.ts`: a few rows with the results that the interpreter gives them, for a service to compute when it
 * starts. Everything stands inside functions, so that a bundle without the call is without the rows.
 */
export function verifyModule(suite: TestSuite): TsModule {
  const { program } = suite.source;
  const rows = goldenRows(suite);
  const imports = new Imports();
  const decides = isDecided(program, rows);
  const body = new Block();
  for (const row of rows) body.line(`verifyRow(${goldenLiteral(row, suite.source)});`);
  const declarations: Declaration[] = [
    {
      kind: "function",
      name: "verify",
      exported: true,
      doc: [
        `Computes ${rows.length} rows of ${program.name} and compares each bit with the reference: for when a service starts.`,
        {
          tag: "throws",
          text: "VerificationError where this machine, engine or build computes anything else.",
        },
      ],
      parameters: [],
      returns: "void",
      body,
    },
    rowInterface(program, decides, imports),
    {
      kind: "function",
      name: "verifyRow",
      exported: false,
      parameters: [{ name: "golden", type: "GoldenRow" }],
      returns: "void",
      body: rowBody(suite, decides, imports),
    },
  ];
  return { path: "verify.ts", header: headerOf(program), imports, declarations };
}

function rowInterface(program: Program, decides: boolean, imports: Imports): Declaration {
  const members: Member[] = [
    { name: "words", type: "string", doc: ["What distinguishes the row."] },
    { name: "changes", type: recordType, doc: ["What differs from the usual record."] },
  ];
  if (hasSources(program)) {
    const sources = [
      ...program.events.map(
        ({ name }) => `readonly ${propertyKey(name)}?: readonly ${recordType}[]`,
      ),
      ...program.tables.map(({ name }) => `readonly ${propertyKey(name)}?: ${recordType} | null`),
    ];
    members.push({ name: "related", optional: true, type: `{ ${sources.join("; ")} }` });
  }
  if (needsAsOf(program)) members.push({ name: "asOf", type: "number" });
  members.push(
    { name: "issues", optional: true, type: "readonly string[]" },
    { name: "rejected", optional: true, type: "string" },
    { name: "features", optional: true, type: recordType },
  );
  if (program.matrices.length > 0) {
    const cells = program.matrices.map(
      ({ name }) => `readonly ${propertyKey(name)}: readonly number[] | null`,
    );
    members.push({ name: "cells", optional: true, type: `{ ${cells.join("; ")} }` });
  }
  if (decides) {
    if (hasOutputs(program)) {
      imports.type("./policy.js", "DecisionBasis");
      members.push({ name: "outputs", optional: true, type: `DecisionBasis["outputs"]` });
    }
    members.push({ name: "decisions", optional: true, type: recordType });
  }
  return { kind: "interface", name: "GoldenRow", exported: false, members };
}

function hasOutputs({ model }: Program): boolean {
  return (model?.outputs.length ?? 0) > 0;
}

function rowBody({ source }: TestSuite, decides: boolean, imports: Imports): Block {
  const { program, defaults } = source;
  const block = new Block();
  // Matrices are imported under names that the spec chooses.
  const names = new NameScope([
    "verify",
    "verifyRow",
    "golden",
    ...program.matrices.map(({ name }) => camelCase(name)),
  ]);
  const [usual, row, parsed, sources, features] = [
    names.take("usual"),
    names.take("row"),
    names.take("parsed"),
    names.take("sources"),
    names.take("features"),
  ];
  const entries = Object.entries(defaults.json).map(
    ([key, value]) => [key, dataLiteral(value)] as const,
  );
  block.line(`const ${usual}: ${recordType} = ${objectLiteral(entries)};`);
  const isNative = program.math === "native";
  const rowEntries: readonly (readonly [string, string])[] = [
    ["spec", stringLiteral(program.name)],
    ["words", "golden.words"],
    ["personal", literal(personalNames(program))],
    ...(isNative ? [["digits", String(nativeDigits)] as const] : []),
  ];
  imports.runtimeType("VerifiedRow");
  block.line(`const ${row}: VerifiedRow = ${objectLiteral(rowEntries)};`);
  imports.value("./input.js", "safeParseInput");
  block.line(`const ${parsed} = safeParseInput({ ...${usual}, ...golden.changes });`);
  const issues = imports.runtime("verifyIssues");
  block.line(`${issues}(${row}, golden.issues ?? [], ${parsed}.ok ? [] : ${parsed}.issues);`);
  block.line(`if (!${parsed}.ok) return;`);
  const outcome = imports.runtime("verifyOutcome");
  let basis = `${parsed}.value`;
  if (hasSources(program)) {
    const members = objectLiteral([
      ["input", `${parsed}.value`],
      ...sourceMembers(source, names, block, imports),
    ]);
    block.line(`const ${sources} = ${outcome}(${row}, "the contract", null, () => (${members}));`);
    block.line(`if (${sources} === undefined) return;`);
    basis = sources;
  }
  imports.value("./features.js", "computeFeatures");
  const options = needsAsOf(program) ? "{ asOf: golden.asOf }" : null;
  const computed = `computeFeatures(${[basis, ...(options === null ? [] : [options])].join(", ")})`;
  block.line(
    `const ${features} = ${outcome}(${row}, "the row", golden.rejected ?? null, () => ${computed});`,
  );
  block.line(`if (${features} === undefined) return;`);
  const values = imports.runtime("verifyValues");
  block.line(`${values}(${row}, golden.features ?? {}, ${features});`);
  for (const matrix of program.matrices) {
    matrixLines(matrix, { row, basis, options: options ?? "{}", isNative }, names, block, imports);
  }
  if (decides) {
    imports.value("./policy.js", "decide");
    const given: (readonly [string, string])[] = [
      ["input", `${parsed}.value`],
      ["features", features],
      ...(hasOutputs(program) ? [["outputs", "golden.outputs"] as const] : []),
      ...(needsAsOf(program) ? [["asOf", "golden.asOf"] as const] : []),
    ];
    const shorthand = given.map(([key, value]) => (key === value ? key : `${key}: ${value}`));
    const condition = hasOutputs(program) ? "golden.outputs" : "golden.decisions";
    block.open(`if (${condition} !== undefined) {`);
    const decisions = `decide({ ${shorthand.join(", ")} })`;
    block.line(`${values}(${row}, golden.decisions ?? {}, ${decisions});`);
    block.close();
  }
  return block;
}

function matrixLines(
  matrix: Program["matrices"][number],
  call: {
    readonly row: string;
    readonly basis: string;
    readonly options: string;
    readonly isNative: boolean;
  },
  names: NameScope,
  block: Block,
  imports: Imports,
): void {
  const name = camelCase(matrix.name);
  const { row, basis, options, isNative } = call;
  imports.value("./matrix.js", name);
  const expected = names.take(`${name}Cells`);
  const found = names.take(`${name}Found`);
  const array = arrayOf[matrix.dtype];
  const access = propertyAccess("golden.cells?", matrix.name);
  const outcome = imports.runtime("verifyOutcome");
  const refusal = `${expected} === null ? "a matrix" : null`;
  block.line(`const ${expected} = ${access} ?? null;`);
  block.line(
    [
      `const ${found} = ${outcome}(${row}, ${stringLiteral(matrix.name)}, ${refusal}, () => {`,
      `  const cells = new ${array}(${name}.width);`,
      `  ${name}.writeRow(${basis}, ${options}, cells, 0);`,
      "  return cells;",
      "});",
    ].join("\n"),
  );
  const compared =
    isNative && matrix.dtype === "float32" ? `{ ...${row}, digits: ${float32Digits} }` : row;
  const cells = imports.runtime("verifyCells");
  block.guard(
    `${expected} !== null && ${found} !== undefined`,
    `${cells}(${compared}, ${name}.columns, ${expected}, ${found});`,
  );
}

/** The input and the records of the other sources, each its usual record with what the row changes. */
function sourceMembers(
  { program, usual }: TestSuite["source"],
  names: NameScope,
  block: Block,
  imports: Imports,
): readonly (readonly [string, string])[] {
  const usualOf = (name: string): string => {
    const local = names.take(`usual${pascalCase(name)}`);
    const entries = Object.entries(usual[name] ?? {}).map(
      ([key, value]) => [key, dataLiteral(value)] as const,
    );
    block.line(`const ${local} = ${objectLiteral(entries)};`);
    return local;
  };
  const parserOf = (name: string): string =>
    imports.value("./sources.js", `parse${pascalCase(name)}`);
  const given = (name: string): string => propertyAccess("golden.related?", name);
  const events = program.events.map(({ name }) => {
    const merged = `({ ...${usualOf(name)}, ...event })`;
    return [name, `${parserOf(name)}((${given(name)} ?? []).map((event) => ${merged}))`] as const;
  });
  const tables = program.tables.map(({ name }) => {
    const record = `${given(name)} == null ? null : { ...${usualOf(name)}, ...${given(name)} }`;
    return [name, `${parserOf(name)}(${record})`] as const;
  });
  return [...events, ...tables];
}
