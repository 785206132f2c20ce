import { join } from "node:path";
import { readText } from "../file-host.js";
import { manifestName } from "./planned-spec.js";
import type { PlannedSpec } from "./planned-spec.js";

/** A spec whose zones have other tables than those that its files were generated with. */
export interface ChangedZones {
  readonly name: string;
  readonly zones: readonly string[];
  /** Versions of the time zone database. */
  readonly recorded: string;
  readonly current: string;
}

interface TimeZones {
  readonly tzdata: string;
  readonly tables: ReadonlyMap<string, unknown>;
}

/**
 * The specs with the version of tzdata that their manifest on disk names, where all tables are still those
 * of that version: a machine with another version then generates the same bytes.
 */
export function keepTzdata(output: string, specs: readonly PlannedSpec[]): readonly PlannedSpec[] {
  return specs.map((spec) => {
    const planned = timeZonesOf(manifestOf(spec));
    const recorded = timeZonesOf(manifestOnDisk(output, spec));
    if (planned === undefined || recorded === undefined) return spec;
    if (differing(recorded, planned).length > 0) return spec;
    const files = spec.files.map((file) =>
      file.path === manifestName
        ? { ...file, text: file.text.replace(line(planned.tzdata), () => line(recorded.tzdata)) }
        : file,
    );
    return { ...spec, files };
  });
}

/** The specs whose files on disk were generated with other tables of the same zones. */
export function changedZones(
  output: string,
  specs: readonly PlannedSpec[],
): readonly ChangedZones[] {
  return specs.flatMap((spec) => {
    const planned = timeZonesOf(manifestOf(spec));
    const recorded = timeZonesOf(manifestOnDisk(output, spec));
    if (planned === undefined || recorded === undefined) return [];
    const zones = differing(recorded, planned).filter((zone) => recorded.tables.has(zone));
    if (zones.length === 0) return [];
    return [{ name: spec.name, zones, recorded: recorded.tzdata, current: planned.tzdata }];
  });
}

function line(version: string): string {
  return `"tzdata": ${JSON.stringify(version)}`;
}

function manifestOf(spec: PlannedSpec): string | undefined {
  return spec.files.find((file) => file.path === manifestName)?.text;
}

function manifestOnDisk(output: string, spec: PlannedSpec): string | undefined {
  return readText(join(output, spec.name, manifestName), `${spec.name}/${manifestName}`);
}

function differing(recorded: TimeZones, planned: TimeZones): readonly string[] {
  return [...planned.tables].flatMap(([zone, hash]) =>
    recorded.tables.get(zone) === hash ? [] : [zone],
  );
}

/** Undefined where a manifest has none, or is not one that featc wrote. */
function timeZonesOf(manifest: string | undefined): TimeZones | undefined {
  const entry = memberOf(parsed(manifest), "timeZones");
  const tzdata = memberOf(entry, "tzdata");
  const tables = memberOf(entry, "tables");
  if (typeof tzdata !== "string" || typeof tables !== "object" || tables === null) return undefined;
  return { tzdata, tables: new Map(Object.entries(tables)) };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
