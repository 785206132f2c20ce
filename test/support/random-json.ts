import type { FieldContract, Program } from "../../compiler/src/ir/program.js";
import { walk } from "../../compiler/src/ir/children.js";
import type { Random } from "./random.js";

const millisPerDay = 86_400_000;
const numbers = [0, 1, -1, 0.5, 2, 3, -2, 10, 1e-100, 1e-99, -1e-100, 1e100, 1e-101, 1e154];
const texts = ["", "a", "red", "b c", "12", "-3.5", "2020-02-29", "green", "😀", "abcde"];

/** Rows at the limits of a contract, at the constants of its formulas, and anywhere between; some are refused. */
export class RandomRows {
  readonly #program: Program;
  readonly #random: Random;
  readonly #landmarks: readonly number[];

  constructor(program: Program, random: Random) {
    this.#program = program;
    this.#random = random;
    const found: number[] = [];
    for (const { formula } of [...program.steps, ...program.constraints]) {
      walk(formula, (expr) => {
        if (expr.kind === "Literal" && typeof expr.value === "number") found.push(expr.value);
      });
    }
    this.#landmarks = found;
  }

  next(): Readonly<Record<string, unknown>> {
    return this.#record(this.#program.input);
  }

  moment(): number {
    return this.#time(null);
  }

  #record(fields: readonly FieldContract[]): Readonly<Record<string, unknown>> {
    return Object.fromEntries(fields.map((field) => [field.key, this.#value(field)]));
  }

  #value(field: FieldContract): unknown {
    const random = this.#random;
    if (field.optional && random.chance(0.25)) return null;
    if (field.invalid !== "reject" && random.chance(0.1)) return { not: "it" };
    switch (field.type.kind) {
      case "record":
        return this.#record(field.fields);
      case "bool":
        return random.chance(0.5);
      case "enum":
        return random.pick(field.type.values);
      case "number":
        return this.#number(field);
      case "int":
        return Math.round(this.#number(field));
      case "date":
        return isoText(this.#time(field, millisPerDay)).slice(0, 10);
      case "timestamp":
        return isoText(this.#time(field));
      default: {
        const { low, high } = field.length ?? { low: 0, high: 9 };
        return random
          .pick(texts)
          .slice(0, high ?? 9)
          .padEnd(low ?? 0, "a");
      }
    }
  }

  #number(field: FieldContract): number {
    const random = this.#random;
    const isInt = field.type.kind === "int";
    const limit = isInt ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
    const low = field.range?.low ?? -limit;
    const high = field.range?.high ?? limit;
    const leaves = field.outside !== "reject" && random.chance(0.2);
    const inside = (value: number): number =>
      leaves ? Math.min(Math.max(value, -limit), limit) : Math.min(Math.max(value, low), high);
    switch (random.int(0, 6)) {
      case 0:
        return low;
      case 1:
        return high;
      case 2:
        return inside(random.pick(numbers));
      case 3:
        return inside(this.#landmarks.length > 0 ? random.pick(this.#landmarks) : 0);
      case 4:
        return inside(random.int(-20, 20));
      case 5:
        return inside(low / 2 + high / 2 + (high / 2 - low / 2) * (random.unit() * 2 - 1));
      default:
        return inside((random.unit() - 0.5) * 10 ** random.int(-2, 4));
    }
  }

  #time(field: FieldContract | null, unit = 1): number {
    const random = this.#random;
    const low = (field?.range?.low ?? -62_135_596_800_000 / unit) * unit;
    const high = (field?.range?.high ?? (253_402_300_800_000 - unit) / unit) * unit;
    const telling = [0, 1_582_934_400_000, 1_704_067_199_999, 1_577_836_800_000];
    const wanted = random.pick([
      low,
      high,
      random.pick(telling),
      random.pick(telling) + random.int(-3, 3) * millisPerDay,
      1_577_836_800_000 + Math.floor(random.unit() * 1_500) * millisPerDay,
      low + Math.floor(random.unit() * (high - low)),
    ]);
    return Math.min(Math.max(wanted, low), high);
  }
}

function isoText(millis: number): string {
  return new Date(millis).toISOString();
}
