import { describe, expect, it } from "vitest";
import { analyseProgram } from "../../../compiler/src/analyse/analyse-program.js";
import { featuresModule } from "../../../compiler/src/emit/ts/features-module.js";
import { nativeDomain, nativeMath } from "../../../compiler/src/functions/native-math.js";
import { functionRegistry } from "../../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../../compiler/src/functions/registry.js";
import { build } from "../../../compiler/src/ir/build.js";
import { numberType } from "../../../compiler/src/types/type.js";
import { numberDomain } from "../../../compiler/src/types/interval.js";
import type { NumberDomain } from "../../../compiler/src/types/domain.js";
import { bodyText } from "../../support/run-module.js";
import { bounds, field, nowhere, program } from "../../support/program.js";
import { Random } from "../types/random-domain.js";

const seed = 20_240_905;
const names = Object.keys(nativeMath) as readonly (keyof typeof nativeMath)[];

/** What `name(x)` is for x in the range: its fact, and its code. */
function compiled(name: FunctionName, math: "strict" | "native", low: number, high: number) {
  const formula = build.call(
    name,
    [build.fieldRef(["x"], numberType, nowhere)],
    numberType,
    nowhere,
  );
  const text = `${name}(x)`;
  const one = program({
    math,
    input: [field("x", numberType, { range: bounds(low, high) })],
    steps: [
      {
        name: "a",
        role: "feature",
        type: numberType,
        optional: true,
        formula,
        text,
        range: null,
        outside: null,
        impute: null,
        imputeText: null,
        indicatorOf: null,
        examples: [],
        tags: [],
        nameSpan: nowhere,
        span: nowhere,
      },
    ],
    features: ["a"],
  });
  const facts = analyseProgram(one);
  const code = featuresModule(one, facts)
    .declarations.map((part) => (part.kind === "function" ? bodyText(part.body.parts) : ""))
    .join("\n");
  return { domain: facts.of(formula).domain as NumberDomain, code };
}

describe("math: native", () => {
  it.each(names.filter((name) => !["pow", "sin", "cos"].includes(name)))(
    "widens the bounds of %s",
    (name) => {
      const strict = compiled(name, "strict", 0.3, 0.7).domain;
      const native = compiled(name, "native", 0.3, 0.7).domain;
      expect(native.low).toBeLessThan(strict.low);
      expect(native.high).toBeGreaterThan(strict.high);
      expect(native.high - native.low).toBeCloseTo(strict.high - strict.low, 12);
    },
  );

  it("leaves the bounds of other functions", () => {
    expect(compiled("sigmoid", "native", 0.3, 0.7).domain).toEqual(
      compiled("sigmoid", "strict", 0.3, 0.7).domain,
    );
  });

  it("leaves bounds that a result is rounded to and not past", () => {
    expect(compiled("ln", "native", 1, 5).domain.low).toBe(0);
    expect(compiled("exp", "native", -900, 0).domain).toMatchObject({ low: 0, high: 1 });
    expect(compiled("sin", "native", -5, 5).domain).toMatchObject({ low: -1, high: 1 });
    expect(compiled("tanh", "native", -90, 90).domain).toMatchObject({ low: -1, high: 1 });
  });

  it("takes the engine's sine only where the reference has one too", () => {
    expect(compiled("sin", "native", -5, 5).code).toContain("Math.sin");
    expect(compiled("sin", "native", -1e9, 1e9).code).not.toContain("Math.sin");
    expect(compiled("exp", "native", -1e9, 1e9).code).toContain("Math.exp");
  });

  it.each(names)(`holds for results of %s that are two units off (seed ${seed})`, (name) => {
    const random = new Random(seed);
    const draw = (): number => (random.next() - 0.3) * 10 ** (random.below(8) - 4);
    let seen = 0;
    for (let round = 0; round < 3_000; round += 1) {
      const args = functionRegistry[name].params.map(draw);
      const facts = args.map((x) => ({ domain: numberDomain(x, x), type: numberType }));
      const value = functionRegistry[name].evaluate(args);
      if (typeof value !== "number" || !Number.isFinite(value)) continue;
      const domain = nativeDomain(name, functionRegistry[name].domain(facts)) as NumberDomain;
      const engine = Math[nativeMath[name] ?? "exp"] as (...xs: readonly number[]) => number;
      const native = engine(...args);
      if (!Number.isFinite(native)) continue;
      seen += 1;
      // Next to 0 and 1 there is nothing that a result could be rounded past.
      if (value === 0 || Math.abs(value) === 1) continue;
      const isBounded = ["sin", "cos", "tanh"].includes(name);
      const near = [native, native * (1 + 2 ** -52), native * (1 - 2 ** -53)]
        .map((result) => (isBounded ? Math.max(-1, Math.min(1, result)) : result))
        .filter(Number.isFinite);
      const inside = near.every(
        (result) =>
          result >= domain.low && result <= domain.high && Math.abs(result) >= domain.floor,
      );
      if (!inside) expect.fail(`${name}(${args.join()}): ${native} in ${JSON.stringify(domain)}`);
    }
    expect(seen).toBeGreaterThan(500);
  });
});
