import type { Verdict } from "../check/judge-steps.js";
import { element, text } from "./html.js";
import type { Html } from "./html.js";

const signs: Readonly<Record<Verdict, string>> = { proved: "✓", refuted: "✗", unknown: "?" };

/** By sign, word and colour: none of them alone. */
export function verdictText(verdict: Verdict): Html {
  return element("span", { class: `verdict ${verdict}` }, text(`${signs[verdict]} ${verdict}`));
}
