import type { Facts } from "../../ir/facts.js";
import type { Program } from "../../ir/program.js";
import { headerOf } from "../header.js";
import { NameScope } from "../names.js";
import type { TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import { constraintDeclarations, planConstraints } from "./input-constraints.js";
import { entryPoints, noWarnings, outcomeType } from "./input-entry.js";
import { collectorFunction, reportFunction } from "./input-issues.js";
import { keyDeclarations } from "./input-keys.js";
import { allFields, planInput } from "./input-plan.js";
import { nestedFunction } from "./input-reader.js";
import { supportDeclarations } from "./input-support.js";
import { enumTypes, recordInterfaces } from "./input-types.js";
import { hasScanner, scannedNames } from "./scanned-names.js";
import { unreadType } from "./unread-type.js";

/** Names of the module's own functions and locals, which fields must not take. */
const ownNames =
  "value row key list read i item issues path input outcome warnings Unread report issuesOf violationsOf warningsOf " +
  "noWarnings parseInput safeParseInput inputSchema InputOutcome InputKeys keysOf";

/** Of the names that `input.ts` declares; `scan.ts` has them as well. */
export function inputScope(): NameScope {
  return new NameScope(ownNames.split(" "));
}

/** `input.ts`: the types of the input, and the functions that check and read it. */
export function inputModule(program: Program, facts: Facts): TsModule {
  const imports = new Imports();
  const scope = inputScope();
  const plan = planInput(program, scope);
  const constraints = planConstraints(program, scope);
  const context = { imports, scope, ignoreUnknown: program.unknownFields === "ignore" };
  const nested = allFields(plan).flatMap((field) => (field.nested === null ? [] : [field.nested]));
  const isScanned = hasScanner(program);
  const scanned = scannedNames(plan, constraints);
  const isChecked = constraints.every(({ constraint }) => constraint.onViolation === "warn");
  return {
    path: "input.ts",
    header: headerOf(program),
    imports,
    declarations: [
      ...enumTypes(plan),
      ...recordInterfaces(plan, inputDoc(program), jsonDoc(program)),
      ...keyDeclarations(program, plan),
      outcomeType(imports),
      ...entryPoints(plan, constraints, context),
      ...constraintDeclarations(constraints, program, facts, context),
      nestedFunction(plan, "read", context, true),
      ...nested.flatMap((one) => [
        // With constraints `isInput` reads the whole input instead of checking it field by field.
        ...(isChecked ? [nestedFunction(one, "check", context)] : []),
        nestedFunction(one, "read", context),
      ]),
      collectorFunction(plan, context, true),
      ...nested.map((one) => collectorFunction(one, context, false)),
      reportFunction(imports),
      noWarnings(imports),
      ...supportDeclarations(plan, imports),
      ...unreadType([plan, ...nested.filter((one) => one.kind === "record")]),
    ].map((one) =>
      one.kind === "function" && isScanned && scanned.has(one.name)
        ? { ...one, exported: true }
        : one,
    ),
  };
}

/** The types that `input.ts` exports, sorted. */
export function inputTypeNames(program: Program): readonly string[] {
  const plan = planInput(program, new NameScope(ownNames.split(" ")));
  const nested = allFields(plan).flatMap(({ nested: one, support }) => [
    ...(one?.kind === "record" ? [one.type, one.jsonType] : []),
    ...(support?.kind === "enum" ? [support.type] : []),
  ]);
  const keys = program.keys.length > 0 ? ["InputKeys"] : [];
  return [plan.type, plan.jsonType, "InputOutcome", ...keys, ...nested].sort();
}

function inputDoc(program: Program): readonly string[] {
  return [
    `What the formulas of ${program.name} read: one record, as \`parseInput\` makes it.`,
    "Timestamps are milliseconds since 1970-01-01T00:00Z, dates are days since 1970-01-01, null is missing.",
    "Numbers of a magnitude below 1e-100 are read as 0.",
  ];
}

function jsonDoc(program: Program): readonly string[] {
  return [
    ...(program.description === null ? [] : [program.description]),
    "One record as the producer sends it.",
  ];
}
