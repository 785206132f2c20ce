import type { Call, Expr } from "../ir/nodes.js";

/** Whether the order of its arguments makes a call at most something; `atMost` asks for one argument. */
export function callIsAtMost({ fn, args }: Call, atMost: (part: Expr) => boolean): boolean {
  const first = args[0];
  switch (fn) {
    case "least":
      return args.some(atMost);
    case "greatest":
      return args.every(atMost);
    case "floor":
      return first !== undefined && atMost(first);
    case "clip":
      // At most the larger of its argument and its lower end.
      return args.slice(0, 2).every(atMost);
    default:
      return false;
  }
}

/** The same the other way round. */
export function callIsAtLeast({ fn, args }: Call, atLeast: (part: Expr) => boolean): boolean {
  const first = args[0];
  switch (fn) {
    case "greatest":
      return args.some(atLeast);
    case "least":
      return args.every(atLeast);
    case "ceil":
    case "abs":
      return first !== undefined && atLeast(first);
    default:
      return false;
  }
}
