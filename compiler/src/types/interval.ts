/**
 * Sets of numbers as the analysis tracks them. Every operation yields a set that contains all results: rounding
 * to nearest is monotone, so that the same operation on the ends gives exact bounds for `+ - * /` and `sqrt`.
 */
export { nextDown, nextUp, ulpOf } from "./adjacent.js";
export {
  above,
  anyInt,
  anyNumber,
  below,
  boundsOfDates,
  boundsOfTimestamps,
  exactly,
  excludeZero,
  join,
  largestMagnitude,
  meet,
  numberDomain,
  smallestNonZero,
  type DomainOptions,
} from "./number-domain.js";
export {
  add,
  divide,
  floorDivide,
  multiply,
  negate,
  powerInt,
  subtract,
  type Quotient,
  type Result,
} from "./interval-arithmetic.js";
