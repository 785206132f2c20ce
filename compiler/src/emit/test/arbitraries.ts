import { assertNever } from "../../base/assert.js";
import type { Arbitrary, WrittenAs } from "../../testgen/arbitrary.js";
import type { Block } from "../text/block.js";
import { inlineObject, numberLiteral } from "../text/literal.js";
import { dataLiteral } from "./data-literal.js";

/** The code of a fast-check arbitrary; none of them filters, so each value drawn is a value used. */
export function arbitraryCode(arbitrary: Arbitrary): string {
  switch (arbitrary.kind) {
    case "constants":
      return `fc.constantFrom(${arbitrary.values.map(dataLiteral).join(", ")})`;
    case "double": {
      const limits = inlineObject([
        ...bound("min", arbitrary.low),
        ...bound("max", arbitrary.high),
        ["noNaN", "true"],
        ["noDefaultInfinity", "true"],
      ]);
      return `fc.double(${limits})${written(arbitrary.written)}`;
    }
    case "integer":
      return integerCode(arbitrary.low, arbitrary.high) + written(arbitrary.written);
    case "text": {
      const { low, high } = arbitrary;
      return `fc.string({ unit: "binary", minLength: ${low}, maxLength: ${high} })`;
    }
    case "list": {
      const { items, low, high } = arbitrary;
      return `fc.array(${arbitraryCode(items)}, { minLength: ${low}, maxLength: ${high} })`;
    }
    case "record":
      return `fc.record(${inlineObject(
        arbitrary.entries.map(([key, value]) => [key, arbitraryCode(value)]),
      )})`;
    case "one":
      return `fc.oneof(${arbitrary.of.map(arbitraryCode).join(", ")})`;
    case "optional":
      return `fc.option(${arbitraryCode(arbitrary.of)})`;
    default:
      return assertNever(arbitrary);
  }
}

export function integerCode(low: number, high: number): string {
  return `fc.integer({ min: ${numberLiteral(low)}, max: ${numberLiteral(high)} })`;
}

function bound(name: string, value: number | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, numberLiteral(value)]];
}

const writers: Readonly<Record<WrittenAs, string | null>> = {
  number: null,
  seconds: null,
  text: "String",
  date: "dateText",
  timestamp: "timestampText",
};

function written(as: WrittenAs): string {
  const writer = writers[as];
  return writer === null ? "" : `.map(${writer})`;
}

/** A moment in milliseconds as the producer writes it. */
export function momentCode(millis: string, as: WrittenAs): string {
  const writer = writers[as];
  if (as === "seconds") return `Math.floor((${millis}) / 1000)`;
  return writer === null ? millis : `${writer}(${millis})`;
}

/** The writers that the code so far calls. */
export function writerFunctions(code: string, body: Block): void {
  if (code.includes("dateText")) {
    body.blank().open("function dateText(day: number): string {");
    body.line("return new Date(day * 86400000).toISOString().slice(0, 10);");
    body.close();
  }
  if (code.includes("timestampText")) {
    body.blank().open("function timestampText(millis: number): string {");
    body.line("return new Date(millis).toISOString();");
    body.close();
  }
}
