import { functionNames, functionRegistry } from "../../compiler/src/functions/registry.js";
import type { FunctionName } from "../../compiler/src/functions/registry.js";
import type { Param } from "../../compiler/src/functions/definition.js";
import { constantArguments } from "./constant-arguments.table.js";
import { colours, kinds, literalText, tints, typeText, valuesOf } from "./random-literal.js";
import type { Kind } from "./random-literal.js";
import type { Random } from "./random.js";

interface Name {
  readonly text: string;
  readonly kind: Kind;
}

const zones = ["America/Chicago", "Europe/Paris", "Asia/Kathmandu", "Pacific/Apia"];

/** The text of a spec over every kind of field, well typed but for what missing values and ranges do to it. */
export function randomSpec(random: Random): string {
  return new RandomSpec(random).text();
}

class RandomSpec {
  readonly #random: Random;
  readonly #names: Name[] = [];
  #functions: readonly { readonly name: string; readonly kind: Kind }[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  text(): string {
    const random = this.#random;
    const lines = ["featc: 1", "name: example", "input:"];
    for (const kind of kinds) lines.push(...this.#fields(kind));
    lines.push(
      "  place:",
      `    type: record${random.chance(0.5) ? "?" : ""}`,
      "    fields: { height: 'number?', floors: { type: int, range: [1, 9] } }",
    );
    this.#names.push({ text: "place.height", kind: "number" });
    this.#names.push({ text: "place.floors", kind: "int" });
    if (random.chance(0.5)) {
      lines.push("constraints:");
      for (let i = random.int(1, 2); i > 0; i -= 1) {
        lines.push(`  rule_${i}:`, ...formulaLines(this.#condition(1, this.#names)));
      }
    }
    this.#names.push({ text: "as_of", kind: "timestamp" });
    lines.push("maps:", "  rates: { red: 0.5, green: 0, a: -2 }", "  levels: { 1: 3, 2: -4 }");
    lines.push("functions:", ...this.#declareFunctions());
    lines.push("let:");
    for (let i = 0; i < 3; i += 1) lines.push(...this.#step(`let_${i}`, false));
    lines.push("features:");
    for (let i = 0; i < 5; i += 1) lines.push(...this.#step(`step_${i}`, true));
    return `${lines.join("\n")}\n`;
  }

  #fields(kind: Kind): readonly string[] {
    const random = this.#random;
    if (kind === "duration") return [];
    return [0, 1, 2].slice(kind === "number" || kind === "int" ? 0 : 1).map((i) => {
      const name = `${kind}_${i}`;
      this.#names.push({ text: name, kind });
      const isEnum = kind === "colour" || kind === "tint";
      const keys = [`type: ${isEnum ? "enum" : kind}${random.chance(0.35) ? "?" : ""}`];
      if (isEnum) keys.push(`values: [${(kind === "colour" ? colours : tints).join(", ")}]`);
      if (random.chance(0.15)) keys.push("invalid: missing");
      else if (isEnum && random.chance(0.1)) keys.push("invalid: red");
      const range = this.#range(kind);
      if (range !== undefined && random.chance(0.7)) {
        keys.push(`range: ${range}`);
        if (random.chance(0.4)) keys.push(`outside: ${random.pick(["clamp", "missing"])}`);
      }
      if (kind === "string" && random.chance(0.5)) keys.push(`length: [${random.int(0, 2)}, 5]`);
      if (kind === "number" && random.chance(0.15)) keys.push("missing_values: [-999]");
      return `  ${name}: { ${keys.join(", ")} }`;
    });
  }

  #range(kind: Kind): string | undefined {
    const random = this.#random;
    const between = (from: string, to: string): string =>
      random.pick([`[${from}, ${to}]`, `"(${from}, ${to})"`, `"[${from}, ${to})"`]);
    switch (kind) {
      case "number":
        return random.pick([
          "[0, 1]",
          '"(0, 1]"',
          '"(0, 10)"',
          "[-2, 2]",
          "[1, null]",
          "[null, 0]",
          "[0, null]",
          "[-50.3, 80.7]",
          "[0, 1e7]",
          "[1e-150, 1]",
          "[-1e155, 1e155]",
          "[3, 3]",
        ]);
      case "int":
        return random.pick(["[0, 1]", "[1, 7]", "[-3, 8]", "[0, null]", "[18, 120]", "[5, 5]"]);
      case "date":
        return between("2019-12-31", "2024-03-01");
      case "timestamp":
        return between("2019-12-31T00:00:00Z", "2024-03-01T06:00:00Z");
      default:
        return undefined;
    }
  }

  #declareFunctions(): readonly string[] {
    const a = { text: "a", kind: "number" } as const;
    const b = { text: "b", kind: "number" } as const;
    const drawn = [0, 1].map((i) => {
      const kind = this.#random.pick(["number", "bool", "int"] as const);
      return { name: `helper_${i}`, kind, body: this.#of(kind, 2, [a, b]) };
    });
    this.#functions = [
      ...drawn.map(({ name, kind }) => ({ name, kind })),
      { name: "ratio", kind: "number" },
    ];
    return [
      ...drawn.map(({ name, body }) => `  ${name}(a, b): |\n    ${body}`),
      "  ratio(a, b): if b > 0 then a / b else missing",
    ];
  }

  #step(name: string, exported: boolean): readonly string[] {
    const random = this.#random;
    const kind = random.pick(exported ? kinds.filter((one) => one !== "duration") : kinds);
    const lines = [`  ${name}:`, ...formulaLines(this.#of(kind, random.int(1, 4), this.#names))];
    if (kind === "number" && random.chance(0.4)) {
      lines.push(
        `    range: ${random.pick(["[0, 1]", "[-5, 300]", "[-50.3, 80.7]", "[223.15, 353.15]"])}`,
      );
      const rule = random.pick(["clamp", "clamp", "missing", exported ? "reject" : "clamp"]);
      if (random.chance(0.7)) lines.push(`    outside: ${rule}`);
    }
    if (exported) {
      if (random.chance(0.4)) lines.push(`    impute: '${literalText(kind, this.#random)}'`);
      else if (random.chance(0.6)) lines.push(`    type: ${typeText(kind)}?`, ...valuesOf(kind));
    }
    this.#names.push({ text: name, kind });
    return lines;
  }

  #leaf(kind: Kind, scope: readonly Name[]): string {
    const fitting = scope.filter((name) => name.kind === kind);
    return fitting.length > 0 && this.#random.chance(0.8)
      ? this.#random.pick(fitting).text
      : literalText(kind, this.#random);
  }

  #of(kind: Kind, depth: number, scope: readonly Name[]): string {
    const random = this.#random;
    if (depth <= 0 || random.chance(0.1)) return this.#leaf(kind, scope);
    const inner = (wanted: Kind): string => this.#of(wanted, depth - 1, scope);
    switch (random.int(0, 11)) {
      case 0:
        return `(${inner(kind)} ?? ${inner(kind)})`;
      case 1:
      case 2:
        return `(if ${this.#condition(depth - 1, scope)} then ${inner(kind)} else ${inner(kind)})`;
      case 3:
        return this.#match(kind, depth, scope);
      case 4:
        return this.#guarded(kind, depth, scope);
      case 5: {
        const fitting = this.#functions.filter((one) => one.kind === kind);
        if (fitting.length === 0) break;
        return `${random.pick(fitting).name}(${inner("number")}, ${inner("number")})`;
      }
      case 6:
      case 7:
      case 8:
        return this.#call(kind, inner) ?? this.#operation(kind, inner, depth, scope);
    }
    return this.#operation(kind, inner, depth, scope);
  }

  /** A choice whose condition says something about a value that its branches read. */
  #guarded(kind: Kind, depth: number, scope: readonly Name[]): string {
    const random = this.#random;
    const about = random.pick(scope);
    const test = random.pick([
      ...(about.text.startsWith("place.") ? ["place is present", "place is missing"] : []),
      `${about.text} is present`,
      `${about.text} is missing`,
      this.#test(about, scope),
      `${about.text} is present and ${this.#test(about, scope)}`,
    ]);
    const near = [about, about, ...scope.filter(() => random.chance(0.3))];
    const branch = (): string => this.#of(kind, depth - 1, near);
    return `(if ${safely(test, random)} then ${branch()} else ${branch()})`;
  }

  #condition(depth: number, scope: readonly Name[]): string {
    return safely(this.#of("bool", depth, scope), this.#random);
  }

  #test(name: Name, scope: readonly Name[]): string {
    const random = this.#random;
    const other = random.chance(0.6)
      ? literalText(name.kind, this.#random)
      : this.#leaf(name.kind, scope);
    switch (name.kind) {
      case "bool":
        return random.pick([name.text, `not ${name.text}`, `(${name.text} == ${other})`]);
      case "colour":
      case "tint":
        return random.pick([
          `(${name.text} ${random.pick(["==", "!="])} ${literalText(name.kind, this.#random)})`,
          `(${name.text} in [${name.kind === "tint" ? '"red"' : '"red", "green"'}])`,
          `(${name.text} not in ["red"])`,
        ]);
      case "int":
      case "number":
        if (random.chance(0.15)) return `(${name.text} ${random.pick(["in", "not in"])} [0, 1, 3])`;
        if (random.chance(0.1)) return `(${name.text} in 0..5)`;
        break;
      default:
    }
    return `(${name.text} ${random.pick(["==", "!=", "<", "<=", ">", ">="])} ${other})`;
  }

  #match(kind: Kind, depth: number, scope: readonly Name[]): string {
    const random = this.#random;
    const subjects = ["colour", "tint", "int", "number", "string", "bool"] as const;
    const subject = random.pick(subjects);
    const about = this.#of(subject, random.int(0, depth - 1), scope);
    const branch = (): string => this.#of(kind, depth - 2, scope);
    const arms: string[] = [];
    const values = { colour: colours, tint: tints, bool: [true, false] } as const;
    if (subject === "number" || subject === "int") {
      const cut = random.int(-3, 5);
      arms.push(`< ${cut} => ${branch()}`);
      if (random.chance(0.5)) arms.push(`${cut} => ${branch()}`);
      arms.push(random.chance(0.5) ? `>= ${cut} => ${branch()}` : `${cut}..9 => ${branch()}`);
    } else if (subject === "string") {
      arms.push(`"red" => ${branch()}`);
    } else {
      for (const value of values[subject]) arms.push(`${JSON.stringify(value)} => ${branch()}`);
    }
    if (random.chance(0.6)) arms.push(`missing => ${branch()}`);
    if (random.chance(0.5)) arms.push(`_ => ${branch()}`);
    return `(match ${about} { ${arms.join(", ")} })`;
  }

  #operation(
    kind: Kind,
    inner: (kind: Kind) => string,
    depth: number,
    scope: readonly Name[],
  ): string {
    const random = this.#random;
    const pair = (operators: readonly string[], left: Kind, right: Kind): string =>
      `(${inner(left)} ${random.pick(operators)} ${inner(right)})`;
    /** Both sides read the same values, so that their order can be known. */
    const related = (operators: readonly string[], of: Kind): string => {
      const near = scope.filter((name) => name.kind === of && random.chance(0.5));
      const side = (): string => this.#of(of, depth - 1, near.length > 0 ? near : scope);
      return `(${side()} ${random.pick(operators)} ${side()})`;
    };
    switch (kind) {
      case "number":
        return random.pick([
          () => pair(["+", "-", "*", "/"], "number", "number"),
          () => pair(["+", "-", "*", "/"], "number", "int"),
          () => related(["-", "/"], "number"),
          () => pair(["/"], "int", "int"),
          () => pair(["/"], "duration", "duration"),
          () => `(-${this.#leaf("number", scope)})`,
          () => `(${this.#leaf("number", scope)} ^ ${random.pick(["2", "3", "-1", "-2", "6"])})`,
          () => `rates[${inner(random.pick(["string", "colour"]))}]`,
        ])();
      case "int":
        return random.pick([
          () => pair(["+", "-", "*", "//"], "int", "int"),
          () => related(["-", "//"], "int"),
          () => pair(["-"], "date", "date"),
          () => related(["-"], "date"),
          () => `(${this.#leaf("int", scope)} ^ ${random.int(0, 4)})`,
          () => `levels[${inner("int")}]`,
        ])();
      case "duration":
        return random.pick([
          () => pair(["-"], "timestamp", "timestamp"),
          () => related(["-"], "timestamp"),
          () => pair(["*"], "duration", "int"),
        ])();
      case "date":
        return pair(["+", "-"], "date", "int");
      case "timestamp":
        return pair(["+", "-"], "timestamp", "duration");
      case "bool": {
        const compared = random.pick(["number", "int", "date", "timestamp", "string"] as const);
        return random.pick([
          () => this.#test(random.pick(scope), scope),
          () => this.#test(random.pick(scope), scope),
          () => related(["==", "!=", "<", "<=", ">", ">="], compared),
          () => pair(["and", "or"], "bool", "bool"),
          () => pair(["and", "or"], "bool", "bool"),
          () => `(not ${inner("bool")})`,
          () => `(${inner(random.pick(kinds))} is ${random.pick(["missing", "present"])})`,
        ])();
      }
      case "string":
        return inner(random.pick(["colour", "tint", "string"]));
      case "colour":
        return inner(random.pick(["colour", "tint"]));
      case "tint":
        return inner("tint");
    }
  }

  #call(kind: Kind, inner: (kind: Kind) => string): string | undefined {
    const fitting = functionNames.filter((fn) => resultOf(fn) === kind);
    if (fitting.length === 0) return undefined;
    const fn = this.#random.pick(fitting);
    const { params, zoned } = functionRegistry[fn];
    const zone = zoned === true && this.#random.chance(0.4);
    const args = params.flatMap((param, i) => {
      if (param.optional === true && (param.rest === true || this.#random.chance(0.5))) return [];
      // The clock of a zone is one for instants alone.
      const isDay = zone && param.type === "day";
      const text = isDay ? inner("timestamp") : this.#argument(fn, param, i, inner);
      return [param.optional === true ? `${param.name}: ${text}` : text];
    });
    if (zone) args.push(JSON.stringify(this.#random.pick(zones)));
    return `${fn}(${args.join(", ")})`;
  }

  #argument(fn: FunctionName, param: Param, i: number, inner: (kind: Kind) => string): string {
    const random = this.#random;
    if (param.constant === true) {
      const constants = constantArguments[fn]?.[i];
      if (constants === undefined) throw new Error(`no constants for ${param.name} of ${fn}`);
      return JSON.stringify(random.pick(constants)).replace(/e\+/g, "e");
    }
    switch (param.type) {
      case "number":
        return inner(random.chance(0.2) ? "int" : "number");
      case "day":
        return inner(random.pick(["date", "timestamp"]));
      case "key":
        return inner(random.pick(["string", "int", "colour"]));
      case "int":
      case "bool":
      case "string":
      case "date":
      case "timestamp":
      case "duration":
        return inner(param.type);
      default:
        throw new Error(`${param.name} of ${fn} must be a constant`);
    }
  }
}

function resultOf(fn: FunctionName): string {
  const { params, result } = functionRegistry[fn];
  return result(params.map(() => ({ kind: "number" as const }))).kind;
}

/** Half of the conditions are guarded against missing: a spec that guards none has errors in every feature. */
function safely(condition: string, random: Random): string {
  return random.chance(0.75) ? `(${condition} ?? ${random.pick(["false", "true"])})` : condition;
}

function formulaLines(text: string): readonly string[] {
  return ["    formula: |", `      ${text}`];
}
