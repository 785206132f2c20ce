import type { Domain } from "../types/domain.js";
import { stringType } from "../types/type.js";
import { always, never, textAt, textsAt } from "./arguments.js";
import type { ArgumentFact, FunctionDefinition, Param } from "./definition.js";

export const textParam: Param = { name: "s", type: "string" };
export const anyText: Domain = { kind: "text", values: null };

/** Of one text to another; exact where the texts are known. */
export function ofText(summary: string, f: (text: string) => string): FunctionDefinition {
  return {
    summary,
    params: [textParam],
    result: always(stringType),
    missingWhen: "",
    partial: never,
    domain: (args) => mapped(args, f),
    evaluate: (args) => f(textAt(args, 0)),
  };
}

/** The results for each text that the first argument can be. */
export function mapped(args: readonly ArgumentFact[], f: (text: string) => string): Domain {
  const texts = textsAt(args, 0);
  return texts === null ? anyText : { kind: "text", values: [...new Set(texts.map(f))] };
}
