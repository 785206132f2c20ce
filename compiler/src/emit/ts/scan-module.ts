import type { Program } from "../../ir/program.js";
import { headerOf } from "../header.js";
import { camelCase, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import type { Declaration, TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import { literal } from "../text/literal.js";
import { planConstraints } from "./input-constraints.js";
import { inputScope } from "./input-module.js";
import { planInput } from "./input-plan.js";
import { arrayTypes } from "./matrix-cells.js";
import { pruneModule } from "./prune-module.js";
import { recordLiteral, valueStatements } from "./input-reader.js";
import { fieldReads, plainValue, scanStatement } from "./scan-field.js";
import type { ScanContext } from "./scan-field.js";
import { scannedNames } from "./scanned-names.js";
import type { ScannedField } from "./scan-field.js";

/** `scan.ts`: JSON lines from bytes to rows of each matrix, without a record in between. */
export function scanModule(program: Program): TsModule {
  const imports = new Imports();
  const scope = inputScope();
  const plan = planInput(program, scope);
  const constraints = planConstraints(program, scope);
  for (const name of scannedNames(plan, constraints)) imports.value("./input.js", name);
  for (const { support } of plan.fields) {
    if (support?.kind === "enum") imports.type("./input.js", support.type);
  }
  const input = imports.type("./input.js", "Input");
  const constants: Declaration[] = [];
  for (const matrix of program.matrices) scope.take(scannerName(matrix));
  const scanInput = scope.take("scanInput");
  const keys = scope.take("scannedFields");
  constants.push({
    kind: "const",
    name: keys,
    exported: false,
    value: `/* @__PURE__ */ ${imports.runtime("scannedKeys")}(${literal(plan.fields.map(({ contract }) => contract.key))}, ${program.unknownFields === "ignore"})`,
  });
  const names = scope.inner();
  for (const local of ["line", "field", "input"]) names.take(local);
  const context: ScanContext = { imports, scope, names, constants };
  const reads = fieldReads(program);
  const fields = plan.fields.map((field): ScannedField => scanStatement(field, reads, context));
  const body = new Block();
  body.line(`if (!${imports.runtime("prototypeIsClean")}()) return undefined;`);
  for (const { raw, initial } of fields) body.line(`let ${raw}: ${initial};`);
  const [first, next, end] = ["firstKey", "nextKey", "recordEnd"] as const;
  body.open(
    `for (let field = ${imports.runtime(first)}(line, ${keys}); field !== ${imports.runtime(end)}; field = ${imports.runtime(next)}(line, ${keys})) {`,
  );
  body.open("switch (field) {");
  fields.forEach(({ raw, scan }, i) => {
    body.section([`case ${i}:`], (block) => block.line(`${raw} = ${scan};`).line("break;"));
  });
  body.section(["default:"], (block) => block.line("return undefined;"));
  body.close().close();
  const reading = {
    purpose: "read",
    imports,
    block: body,
    scope: names,
    refuse: "return undefined;",
    ignoreUnknown: program.unknownFields === "ignore",
    isRoot: true,
  } as const;
  const values = plan.fields.map((field, i) => {
    const { raw } = fields[i] as ScannedField;
    return (
      plainValue(field, raw, reads, body) ??
      valueStatements(field, raw, field.contract.name, reading)
    );
  });
  body.line(`const input: Input = ${recordLiteral(plan, values)};`);
  if (constraints.length > 0) {
    const violated = constraints.map(({ violates }) => `${violates}(input)`).join(" || ");
    body.guard(violated, "return undefined;");
  }
  body.line("return input;");
  const scan: Declaration = {
    kind: "function",
    name: scanInput,
    exported: false,
    doc: [
      "The record of a line; undefined where `safeParseInput` has to look at it, because the line is unusual, is refused, or violates a constraint.",
      "Texts that neither a matrix nor a constraint reads are left empty.",
    ],
    parameters: [{ name: "line", type: imports.runtimeType("ScannedLine") }],
    returns: "Input | undefined",
    body,
  };
  return pruneModule({
    path: "scan.ts",
    header: headerOf(program),
    imports,
    declarations: [
      ...program.matrices.map((matrix) => scannerFunction(matrix, input, scanInput, imports)),
      scan,
      ...constants,
    ],
  });
}

/** The name of the function that scans lines into a matrix. */
export function scannerName(matrix: Program["matrices"][number]): string {
  return `scan${pascalCase(matrix.name)}`;
}

function scannerFunction(
  matrix: Program["matrices"][number],
  input: string,
  scanInput: string,
  imports: Imports,
): Declaration {
  const name = imports.value("./matrix.js", camelCase(matrix.name));
  const parse = imports.value("./input.js", "safeParseInput");
  const scanner = imports.runtime("LineScanner");
  const options = `${imports.type("./features.js", "FeatureOptions")} & ${imports.runtimeType("ScanOptions")}`;
  return {
    kind: "function",
    name: scannerName(matrix),
    exported: true,
    doc: [
      `Rows of ${matrix.name} from JSON lines: \`push\` the chunks of a file, then \`end\`.`,
      "Rows are written to out from its start. `onRows` takes them when it is full and at the end.",
      { tag: "throws", text: "RangeError where out is full and there is no `onRows`." },
    ],
    parameters: [
      { name: "out", type: arrayTypes[matrix.dtype] },
      { name: "options", type: options },
    ],
    returns: `${scanner}<${input}>`,
    body: new Block()
      .line(`const { width } = ${name};`)
      .line(
        `const write = (input: Input, row: number) => ${name}.writeRow(input, options, out, row * width);`,
      )
      .line(`const reader = { scan: ${scanInput}, parse: ${parse}, write };`)
      .line(`return new ${scanner}(reader, Math.floor(out.length / width), options);`),
  };
}
