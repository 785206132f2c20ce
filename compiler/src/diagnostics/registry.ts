import type { Span } from "../base/source.js";
import type { DiagnosticDefinition } from "./define.js";
import type { Diagnostic, ExampleField, RelatedPlace } from "./diagnostic.js";
import { aggregateDiagnostics } from "./aggregate.table.js";
import { dataDiagnostics } from "./data.table.js";
import { emitDiagnostics } from "./emit.table.js";
import { exampleDiagnostics } from "./example.table.js";
import { fitDiagnostics } from "./fit.table.js";
import { formulaDiagnostics } from "./formula.table.js";
import { missingDiagnostics } from "./missing.table.js";
import { nameDiagnostics } from "./name.table.js";
import { rangeDiagnostics } from "./range.table.js";
import { sourceDiagnostics } from "./source.table.js";
import { specDiagnostics } from "./spec.table.js";
import { testsDiagnostics } from "./tests.table.js";
import { timeDiagnostics } from "./time.table.js";
import { typeDiagnostics } from "./type.table.js";
import { unitDiagnostics } from "./unit.table.js";
import { yamlDiagnostics } from "./yaml.table.js";

/** Every diagnostic that featc can give. Codes are permanent, wording is free. */
export const registry = {
  ...yamlDiagnostics,
  ...specDiagnostics,
  ...formulaDiagnostics,
  ...nameDiagnostics,
  ...typeDiagnostics,
  ...sourceDiagnostics,
  ...aggregateDiagnostics,
  ...missingDiagnostics,
  ...rangeDiagnostics,
  ...unitDiagnostics,
  ...timeDiagnostics,
  ...fitDiagnostics,
  ...exampleDiagnostics,
  ...testsDiagnostics,
  ...emitDiagnostics,
  ...dataDiagnostics,
};

export type DiagnosticCode = keyof typeof registry;

export type ParamsOf<Code extends DiagnosticCode> =
  (typeof registry)[Code] extends DiagnosticDefinition<infer Params> ? Params : never;

export interface DiagnosticContext {
  readonly related?: readonly RelatedPlace[];
  readonly example?: readonly ExampleField[];
}

export function createDiagnostic<Code extends DiagnosticCode>(
  code: Code,
  span: Span,
  params: ParamsOf<Code>,
  context: DiagnosticContext = {},
): Diagnostic {
  const definition = registry[code] as unknown as DiagnosticDefinition<ParamsOf<Code>>;
  const label = definition.label?.(params);
  const hint = definition.hint?.(params);
  return {
    code,
    severity: definition.severity,
    message: definition.message(params),
    span,
    related: context.related ?? [],
    example: context.example ?? [],
    ...(label === undefined ? {} : { label }),
    ...(hint === undefined ? {} : { hint: /[.!?]$/.test(hint) ? hint : `${hint}.` }),
  };
}
