import { internalError } from "../../base/assert.js";
import { lowerUnicode, upperUnicode } from "../../functions/unicode/host-text.js";
import type { Call } from "../../ir/nodes.js";
import { characterClass } from "../../pattern/character-class.js";
import { complementOf } from "../../pattern/code-point-set.js";
import { parsePattern } from "../../pattern/parse-pattern.js";
import type { PatternNode } from "../../pattern/pattern-node.js";
import { listOf, textOf } from "./constant-argument.js";
import { constantLiteral } from "./literal.js";
import { once } from "./once.js";
import { classText, patternText } from "./pattern-text.js";
import { refuse } from "./scope.js";
import type { Scope } from "./scope.js";
import { atom, call, cases, textLiteral } from "./sql-text.js";
import type { Sql } from "./sql-text.js";

const absent = (): never => internalError("an argument is absent");

function parsed(pattern: string, extracts: boolean): PatternNode {
  const result = parsePattern(pattern, extracts);
  return "error" in result ? internalError(`the pattern ${pattern} was not checked`) : result.ast;
}

/** The pattern as a text of the engine; refused where its counts are more than the engine takes. */
export function enginePattern(pattern: string, scope: Pick<Scope, "file">, extracts = false): Sql {
  const text = patternText(parsed(pattern, extracts));
  return text === undefined
    ? refuse(scope, "a pattern whose counts multiply to more than 1000")
    : textLiteral(text);
}

export function matching([text = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  return call("regexp_matches", text, enginePattern(textOf(expr.args[1]), scope));
}

/** Text with or without the characters of a class. */
export function classPattern(keeps: boolean) {
  return ([text = absent()]: readonly Sql[], expr: Call): Sql => {
    const result = characterClass(textOf(expr.args[1]));
    if ("error" in result) internalError("the class was not checked");
    const dropped = keeps ? complementOf(result.set) : result.set;
    return atom(`regexp_replace(${text.text}, ${textLiteral(classText(dropped)).text}, '', 'g')`);
  };
}

/**
 * Engines give an empty text where nothing matches, and where the group takes no part. Where the group must take
 * part, the match decides; where it cannot be empty, an empty text says that it took none.
 */
export function extraction([text = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  const source = textOf(expr.args[1]);
  const ast = parsed(source, true);
  const pattern = enginePattern(source, scope, true);
  const group = groupOf(ast);
  const found = (of: Sql): Sql => atom(`regexp_extract(${of.text}, ${pattern.text}, 1)`);
  if (group.isCertain) {
    return once(text, scope, (of) =>
      cases([{ when: call("regexp_matches", of, pattern), value: found(of) }]),
    );
  }
  if (group.mayBeEmpty) {
    return refuse(scope, "extract: a group that may be empty and may take no part in the match");
  }
  return atom(`nullif(${found(text).text}, '')`);
}

interface Group {
  /** Whenever the pattern matches, the group takes part. */
  readonly isCertain: boolean;
  readonly mayBeEmpty: boolean;
}

function groupOf(node: PatternNode): Group {
  const found = findGroup(node, true);
  return found ?? internalError("a pattern without group");
}

function findGroup(node: PatternNode, isCertain: boolean): Group | undefined {
  switch (node.kind) {
    case "group":
      return { isCertain, mayBeEmpty: mayBeEmpty(node.item) };
    case "sequence":
      return firstOf(node.items.map((item) => findGroup(item, isCertain)));
    case "alternation":
      return firstOf(node.options.map((option) => findGroup(option, false)));
    case "repeat":
      return findGroup(node.item, isCertain && node.min > 0);
    default:
      return undefined;
  }
}

function firstOf(groups: readonly (Group | undefined)[]): Group | undefined {
  return groups.find((group) => group !== undefined);
}

function mayBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case "character":
      return false;
    case "sequence":
      return node.items.every(mayBeEmpty);
    case "alternation":
      return node.options.some(mayBeEmpty);
    case "repeat":
      return node.min === 0 || mayBeEmpty(node.item);
    case "group":
      return mayBeEmpty(node.item);
    default:
      return true;
  }
}

export function firstMatch([text = absent()]: readonly Sql[], expr: Call, scope: Scope): Sql {
  return once(text, scope, (of) =>
    cases(
      listOf(expr.args[1]).map((needle) => {
        const literal = constantLiteral(needle, scope);
        return { when: call("contains", of, literal), value: literal };
      }),
    ),
  );
}

interface CaseChange {
  /** Characters that become one other, in two texts of one length. */
  readonly from: string;
  readonly to: string;
  /** Characters that become several. */
  readonly longer: readonly (readonly [from: string, to: string])[];
}

/** The end of the planes that have letters with case. */
const lastWithCase = 0x1ffff;

const changes = new Map<"lower" | "upper", CaseChange>();

function caseChange(direction: "lower" | "upper"): CaseChange {
  const known = changes.get(direction);
  if (known !== undefined) return known;
  const change = direction === "lower" ? lowerUnicode : upperUnicode;
  const from: string[] = [];
  const to: string[] = [];
  const longer: [string, string][] = [];
  for (let point = 0; point <= lastWithCase; point += 1) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    const changed = change(character);
    if (changed === character) continue;
    if ([...changed].length === 1) {
      from.push(character);
      to.push(changed);
    } else longer.push([character, changed]);
  }
  const found = { from: from.join(""), to: to.join(""), longer };
  changes.set(direction, found);
  return found;
}

/**
 * By a table of the pinned version of Unicode. Characters that become several are replaced last: what they become
 * has the wanted case already, and what the table gives is none of them.
 */
export function unicodeCase(direction: "lower" | "upper") {
  return ([text = absent()]: readonly Sql[]): Sql => {
    const { from, to, longer } = caseChange(direction);
    const single = call("translate", text, textLiteral(from), textLiteral(to));
    return longer.reduce(
      (of, [character, changed]) =>
        call("replace", of, textLiteral(character), textLiteral(changed)),
      single,
    );
  };
}
