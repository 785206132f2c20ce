import pc from "picocolors";
import type { Output, World } from "./world.js";

export type Colours = ReturnType<typeof pc.createColors>;

/** NO_COLOR and FORCE_COLOR (any text but empty, and for FORCE_COLOR not `0`) win over the terminal. */
export function usesColour(env: World["env"], output: Output): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return output.isTerminal && env["TERM"] !== "dumb";
}

export function coloursFor(world: World, output: Output): Colours {
  return pc.createColors(usesColour(world.env, output));
}
