import { atMost } from "./goal.js";
import type { Section } from "./goal.js";
import { lineTable, lineTimes } from "./line-time.js";

export async function lineSection(): Promise<Section> {
  const times = await lineTimes();
  return {
    goals: times.flatMap(({ spec, general, scanner, jsonParse }) => [
      atMost(
        `JSON lines to a matrix through \`JSON.parse\`, ${spec}: of \`JSON.parse\``,
        1.35,
        general / jsonParse,
      ),
      atMost(
        `JSON lines to a matrix by the scanner, ${spec}: of \`JSON.parse\``,
        0.55,
        scanner / jsonParse,
      ),
    ]),
    text: `## JSON lines

From bytes to validated rows of the matrix, against \`JSON.parse\` of the same lines and nothing else.

${lineTable(times)}`,
  };
}
