import { internalError } from "../base/assert.js";
import { join, exactly } from "../types/interval.js";
import { intType } from "../types/type.js";
import type { Constant } from "../types/value.js";
import {
  always,
  constantAt,
  domainAt,
  isConstantList,
  listAt,
  never,
  numberAt,
  numberConstantAt,
  numberListConstantAt,
  numbersAt,
  problem,
  textAt,
  textsAt,
  whole,
} from "./arguments.js";
import { hashAlgorithms, hashNumber } from "./bucket-hash.js";
import { defineFunctions } from "./definition.js";
import type { ArgumentFact } from "./definition.js";

const mostBuckets = 2 ** 31;

export const encodeFunctions = defineFunctions({
  bucketize: {
    summary:
      'How many edges are at or below x; with closed: "right", how many are below x. Edges are constants that increase.',
    params: [
      { name: "x", type: "number" },
      { name: "edges", type: "number list", constant: true },
      { name: "closed", type: "string", constant: true, optional: true },
    ],
    result: always(intType),
    checkConstants: ([, edges, closed]) => {
      if (!isConstantList(edges) || edges.length === 0)
        return problem(1, "it needs at least one edge");
      const wrong = edges.findIndex((edge, i) => i > 0 && !(Number(edges[i - 1]) < Number(edge)));
      if (wrong !== -1) {
        return problem(
          1,
          `the edges must increase: ${edges[wrong]} comes after ${edges[wrong - 1]}`,
        );
      }
      if (closed === undefined || closed === "left" || closed === "right") return undefined;
      return problem(2, `closed is "left" or "right", not ${JSON.stringify(closed)}`);
    },
    missingWhen: "",
    partial: never,
    domain: (args) => {
      const { low, high } = domainAt(args, 0);
      const edges = numberListConstantAt(args, 1);
      const closed = constantAt(args, 2);
      return whole(bucketOf(low, edges, closed), bucketOf(high, edges, closed));
    },
    evaluate: (args) =>
      bucketOf(
        numberAt(args, 0),
        numbersAt(args, 1),
        args.length > 2 ? textAt(args, 2) : undefined,
      ),
  },
  index_in: {
    summary:
      "The position of x among the values, from 0; else oov, which is their number unless given.",
    params: [
      { name: "x", type: "key" },
      { name: "values", type: "key list", constant: true },
      { name: "oov", type: "int", constant: true, optional: true },
    ],
    result: always(intType),
    checkConstants: ([, values]) => {
      if (!isConstantList(values) || values.length === 0)
        return problem(1, "it needs at least one value");
      const double = values.find((value, i) => values.indexOf(value) < i);
      return double === undefined
        ? undefined
        : problem(1, `${JSON.stringify(double)} stands twice`);
    },
    missingWhen: "",
    partial: never,
    domain: indexDomain,
    evaluate: (args) => {
      const values = listAt(args, 1);
      const position = values.findIndex((value) => value === args[0]);
      if (position !== -1) return position;
      return args.length > 2 ? numberAt(args, 2) : values.length;
    },
  },
  hash_bucket: {
    summary:
      "A hash of salt and x (UTF-8, an int in decimal digits) modulo n. The hash is one of sha256 (unless given; its first 13 hexadecimal digits), md5 (all 32 digits) and murmur3 (x86, 32 bits without sign, seed 0).",
    params: [
      { name: "x", type: "key" },
      { name: "n", type: "int", constant: true },
      { name: "salt", type: "string", constant: true, optional: true, otherwise: "" },
      { name: "algorithm", type: "string", constant: true, optional: true },
    ],
    result: always(intType),
    checkConstants: ([, n, , algorithm]) => {
      if (!(Number(n) >= 1 && Number(n) <= mostBuckets))
        return problem(1, `n (${n}) is not within 1 and 2147483648`);
      return algorithm === undefined || hashAlgorithms.some((known) => known === algorithm)
        ? undefined
        : problem(3, `algorithm is "sha256", "md5" or "murmur3", not ${JSON.stringify(algorithm)}`);
    },
    missingWhen: "",
    partial: never,
    domain: (args) => whole(0, numberConstantAt(args, 1) - 1),
    evaluate: (args) => {
      const salt = args.length > 2 ? textAt(args, 2) : "";
      const name = args.length > 3 ? textAt(args, 3) : "sha256";
      const algorithm = hashAlgorithms.find((known) => known === name) ?? internalError(name);
      const hash = hashNumber(salt + String(args[0]), algorithm);
      return Number(hash % BigInt(numberAt(args, 1)));
    },
  },
});

function bucketOf(x: number, edges: readonly number[], closed: Constant | undefined): number {
  return edges.filter((edge) => (closed === "right" ? edge < x : edge <= x)).length;
}

function indexDomain(args: readonly ArgumentFact[]) {
  const listed = constantAt(args, 1);
  const values = isConstantList(listed) ? listed : [];
  const oov = constantAt(args, 2);
  const otherwise = typeof oov === "number" ? oov : values.length;
  const texts = textsAt(args, 0);
  if (texts === null) return join(exactly(otherwise), whole(0, values.length - 1));
  return texts
    .map((text) => values.indexOf(text))
    .map((position) => exactly(position === -1 ? otherwise : position))
    .reduce(join);
}
