import { cpus } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuckDB } from "../../support/duckdb.js";
import { atLeast, tableOf } from "../goal.js";
import type { Goal, Section } from "../goal.js";
import { turns } from "../measure.js";
import type { Turn } from "../measure.js";
import {
  flightFeatures,
  flightsFile,
  flightsRows,
  flightsSession,
  handWrittenQuery,
} from "./flights.js";
import { pythonLibraries, startPeer } from "./python-peer.js";

const rounds = 5;

/** From the Parquet file to a table of the features, in processes that stay. */
export async function batchFeatureSection(): Promise<Section> {
  const threads = cpus().length;
  const featc = await flightsSession(flightsFile, threads);
  const hand = await openDuckDB();
  await hand.run(`SET threads = ${String(threads)}`);
  const libraries = pythonLibraries();
  const peers = libraries.map((one) => ({ ...one, peer: startPeer(one, flightsFile) }));
  const table = (connection: DuckDBConnection, query: string) => async (): Promise<void> => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE result AS ${query}`);
  };
  const candidates: Turn[] = [
    { name: "featc", run: table(featc, "SELECT * FROM flights_features") },
    { name: "by hand", run: table(hand, handWrittenQuery(flightsFile)) },
    ...peers.map(({ name, peer }) => ({ name, run: peer.round })),
  ];
  try {
    for (const { run } of candidates.slice(0, 2)) await run();
    const wanted = await sumsOf(featc);
    requireEqual("the SQL by hand", wanted, await sumsOf(hand));
    for (const { name, peer } of peers) requireEqual(name, wanted, await peer.sums());
    const times = await turns(candidates, rounds);
    const of = (name: string): number => times.get(name) ?? Number.NaN;
    const goals: readonly Goal[] = libraries
      .filter(({ name }) => name === "pandas")
      .map(() =>
        atLeast("features of flights-3M in DuckDB: time of pandas", 3, of("pandas") / of("featc")),
      );
    const rows = candidates.map(({ name }) => [
      name,
      `${of(name).toFixed(0)} ms`,
      `${((of(name) * 1e6) / flightsRows).toFixed(0)} ns`,
      (of(name) / of("by hand")).toFixed(2),
    ]);
    const absent = ["pandas", "polars"].filter((name) =>
      libraries.every((one) => one.name !== name),
    );
    const versions = libraries.map(({ name, version }) => `${name} ${version}`).join(", ");
    return {
      goals,
      text: `## Features of flights-3M

The twelve features of \`test/bench/specs/flights.feat.yaml\`, two of them logarithms, of the 3,000,000 rows of \`flights-3m.parquet\` (vega-datasets): from the file to a table in memory, on ${String(threads)} threads where an engine has them. "featc" is the emitted SQL, with the contract and with exact logarithms. "by hand" is SQL with the engine's own functions, without a contract. All candidates give the same sums of every feature, but for the last digits of the logarithms. ${versions === "" ? "" : `Python has ${versions}. `}${absent.length === 0 ? "" : `The \`python3\` of this machine has no ${absent.join(" and no ")}, so that there is no figure of it.`}

${tableOf(["", "whole", "a row", "of by hand"], rows)}`,
    };
  } finally {
    for (const { peer } of peers) peer.end();
    featc.closeSync();
    hand.closeSync();
  }
}

async function sumsOf(connection: DuckDBConnection): Promise<readonly number[]> {
  const sums = flightFeatures.map((name) => `sum(CAST(${name} AS DOUBLE))`);
  const result = await connection.runAndReadAll(`SELECT ${sums.join(", ")} FROM result`);
  return (result.getRowsJS()[0] ?? []).map(Number);
}

function requireEqual(who: string, wanted: readonly number[], found: readonly number[]): void {
  wanted.forEach((sum, i) => {
    const other = found[i] ?? Number.NaN;
    if (Math.abs(other - sum) <= 1e-9 * Math.abs(sum)) return;
    throw new Error(`${who}: ${flightFeatures[i] ?? ""} adds up to ${other}, not to ${sum}`);
  });
}
