import { eventsContract } from "../../ir/source-contract.js";
import type { EventSource, FieldContract, Program, TableSource } from "../../ir/program.js";
import { headerOf } from "../header.js";
import { NameScope, pascalCase } from "../names.js";
import { Block } from "../text/block.js";
import type { Declaration, TsModule } from "../text/declarations.js";
import { Imports } from "../text/imports.js";
import { stringLiteral } from "../text/literal.js";
import { expectedWords } from "./field-words.js";
import type { InputContext } from "./input-context.js";
import { collectorFunction, reportFunction } from "./input-issues.js";
import { allFields, planEvents, planSource } from "./input-plan.js";
import type { ListPlan, RecordPlan } from "./input-plan.js";
import { nestedFunction } from "./input-reader.js";
import { supportDeclarations } from "./input-support.js";
import { enumTypes, recordInterfaces } from "./input-types.js";
import { orderDeclarations } from "./source-order.js";
import { recordTypeName } from "./source-parameters.js";
import { unreadType } from "./unread-type.js";

const ownNames =
  "value values row key list read i item issues path report Unread record events outcome a b";

/** What is declared once for sources that share a type. */
interface PlannedRecords {
  readonly plan: RecordPlan;
  readonly sources: readonly string[];
}

/** `sources.ts`: types and readers of events and of records of tables. */
export function sourcesModule(program: Program): TsModule {
  const imports = new Imports();
  const scope = new NameScope(ownNames.split(" "));
  const context = { imports, scope, ignoreUnknown: program.unknownFields === "ignore" };
  const records = planRecords(program, scope);
  const recordOf = (name: string): RecordPlan =>
    [...records.values()].find(({ sources }) => sources.includes(name))?.plan ??
    planSource(pascalCase(name), [], scope);
  const lists = program.events.map((source) => ({
    source,
    list: planEvents(pascalCase(source.name), eventsContract(source), recordOf(source.name), scope),
  }));
  const entries = [
    ...lists.flatMap(({ source, list }) =>
      eventEntry(source, list, recordOf(source.name), context),
    ),
    ...program.tables.flatMap((source) => tableEntry(source, recordOf(source.name), context)),
  ];
  const plans = [...records.values()].map(({ plan }) => plan);
  const nested = plans.flatMap((plan) =>
    allFields(plan).flatMap((field) => (field.nested === null ? [] : [field.nested])),
  );
  const ordered = lists.map(({ source }) => ({ source, plan: recordOf(source.name) }));
  return {
    path: "sources.ts",
    header: headerOf(program),
    imports,
    declarations: [
      ...plans.flatMap((plan) => [
        ...enumTypes(plan),
        ...recordInterfaces(
          plan,
          ["A record as formulas read it."],
          ["A record as the producer sends it."],
        ),
      ]),
      ...entries,
      ...orderDeclarations(ordered, imports, scope),
      ...[...plans, ...nested].map((plan) => nestedFunction(plan, "read", context)),
      ...[...plans, ...nested].map((plan) => collectorFunction(plan, context, false)),
      ...lists.flatMap(({ list }) => [
        nestedFunction(list, "read", context),
        collectorFunction(list, context, false),
      ]),
      reportFunction(imports),
      ...plans.flatMap((plan) => supportDeclarations(plan, imports)),
      ...unreadType([...plans, ...nested.filter((one) => one.kind === "record")]),
    ],
  };
}

/** The names that `sources.ts` exports: values, and types. */
export function sourceExports(program: Program): {
  readonly names: readonly string[];
  readonly types: readonly string[];
} {
  const sources = [...program.events, ...program.tables];
  const scope = new NameScope(ownNames.split(" "));
  const plans = [...planRecords(program, scope).values()].map(({ plan }) => plan);
  const nested = plans.flatMap((plan) =>
    allFields(plan).flatMap(({ nested: one, support }) => [
      ...(one?.kind === "record" ? [one.type, one.jsonType] : []),
      ...(support?.kind === "enum" ? [support.type] : []),
    ]),
  );
  return {
    names: sources
      .flatMap(({ name }) => [`parse${pascalCase(name)}`, `safeParse${pascalCase(name)}`])
      .sort(),
    types: [
      ...plans.flatMap(({ type, jsonType }) => [type, jsonType]),
      ...nested,
      ...sources.map(({ name }) => `${pascalCase(name)}Outcome`),
    ].sort(),
  };
}

function planRecords(program: Program, scope: NameScope): ReadonlyMap<string, PlannedRecords> {
  const records = new Map<string, PlannedRecords>();
  const add = (source: TableSource, kind: "Event" | "Record"): void => {
    const type = recordTypeName(source, kind);
    const known = records.get(type);
    const plan = known?.plan ?? planSource(type, source.fields, scope);
    records.set(type, { plan, sources: [...(known?.sources ?? []), source.name] });
  };
  for (const source of program.events) add(source, "Event");
  for (const source of program.tables) add(source, "Record");
  return records;
}

function outcomeOf(name: string, value: string, imports: Imports): Declaration {
  const issues = `readonly ${imports.runtimeType("Issue")}[]`;
  return {
    kind: "type",
    name: `${pascalCase(name)}Outcome`,
    exported: true,
    type:
      `{ readonly ok: true; readonly value: ${value} } | ` +
      `{ readonly ok: false; readonly issues: ${issues} }`,
  };
}

function eventEntry(
  source: EventSource,
  list: ListPlan,
  { type }: RecordPlan,
  { imports }: InputContext,
): readonly Declaration[] {
  const name = pascalCase(source.name);
  const issue = imports.runtimeType("Issue");
  const body = new Block()
    .line(
      `const read = ${imports.runtime("prototypeIsClean")}() ? ${list.reader}(values) : undefined;`,
    )
    .line("if (read !== undefined) return { ok: true, value: read };")
    .line(`const issues: ${issue}[] = [];`)
    .line(`${list.collector}(values, [], issues);`)
    .open("if (issues.length === 0) {")
    .line(`report(issues, "not_an_object", [], ${words(list.contract)}, values);`)
    .close()
    .line("return { ok: false, issues };");
  return [
    outcomeOf(source.name, `readonly ${type}[]`, imports),
    parser(
      name,
      "values",
      `readonly ${type}[]`,
      documentationOf(source, "The events of one entity, in any order."),
      imports,
    ),
    {
      kind: "function",
      name: `safeParse${name}`,
      exported: true,
      doc: ["The events, or everything that is wrong with them."],
      parameters: [{ name: "values", type: "unknown" }],
      returns: `${name}Outcome`,
      body,
    },
  ];
}

function tableEntry(
  source: TableSource,
  plan: RecordPlan,
  { imports }: InputContext,
): readonly Declaration[] {
  const name = pascalCase(source.name);
  const issue = imports.runtimeType("Issue");
  const body = new Block()
    .line("if (value === undefined || value === null) return { ok: true, value: null };")
    .line(
      `const read = ${imports.runtime("prototypeIsClean")}() ? ${plan.reader}(value) : undefined;`,
    )
    .line("if (read !== undefined) return { ok: true, value: read };")
    .line(`const issues: ${issue}[] = [];`)
    .line(`${plan.collector}(value, [], issues);`)
    .open("if (issues.length === 0) {")
    .line(`report(issues, "not_an_object", [], "a plain object", value);`)
    .close()
    .line("return { ok: false, issues };");
  return [
    outcomeOf(source.name, `${plan.type} | null`, imports),
    parser(
      name,
      "value",
      `${plan.type} | null`,
      documentationOf(source, "The record of one entity; null where the table has none."),
      imports,
    ),
    {
      kind: "function",
      name: `safeParse${name}`,
      exported: true,
      doc: ["The record, or everything that is wrong with it."],
      parameters: [{ name: "value", type: "unknown" }],
      returns: `${name}Outcome`,
      body,
    },
  ];
}

function words(contract: FieldContract): string {
  return stringLiteral(expectedWords(contract));
}

function documentationOf(source: TableSource, what: string): readonly string[] {
  return source.description === undefined ? [what] : [source.description, what];
}

function parser(
  name: string,
  parameter: string,
  returns: string,
  doc: readonly string[],
  imports: Imports,
): Declaration {
  const error = imports.runtime("InputError");
  return {
    kind: "function",
    name: `parse${name}`,
    exported: true,
    doc: [...doc, { tag: "throws", text: "InputError with everything that is wrong." }],
    parameters: [{ name: parameter, type: "unknown" }],
    returns,
    body: new Block()
      .line(`const outcome = safeParse${name}(${parameter});`)
      .line(`if (!outcome.ok) throw new ${error}(outcome.issues);`)
      .line("return outcome.value;"),
  };
}
