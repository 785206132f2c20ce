import { statisticNames, statisticSignature, statistics } from "../../src/fit/statistics.table.js";
import { code, table } from "./markdown.js";

export function statisticsTable(): string {
  return table(
    ["statistic", "of a column of", "meaning", "keeps in memory"],
    statisticNames.map((name) => {
      const { takes, summary, holds } = statistics[name];
      const types = takes.map((type) => code(type)).join(" ");
      return [code(statisticSignature(name)), types, summary, holds];
    }),
  );
}
