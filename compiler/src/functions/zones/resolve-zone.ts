import { zoneNamesByArea } from "./zone-names.table.js";
import { fixedOffsetForm } from "./zone-table.js";

/** Every zone and link of the IANA database, as it is written there. */
export const zoneNames: readonly string[] = Object.entries(zoneNamesByArea).flatMap(
  ([area, names]) => names.split(" ").map((name) => (area === "" ? name : `${area}/${name}`)),
);

const known = new Set(zoneNames);

/** Whether a text names a zone of this platform, in its exact spelling, or an offset such as +02:00. */
export function isZone(text: string): boolean {
  return fixedOffsetForm.test(text) || (isListed(text) && platformHas(text));
}

/** The zone that the text names in other letter case. */
export function inExactCase(text: string): string | undefined {
  return zoneNames.find((name) => name.toLowerCase() === text.toLowerCase());
}

/** Zones that are younger than the list are known to the platform. */
function isListed(text: string): boolean {
  return known.has(text) || Intl.supportedValuesOf("timeZone").includes(text);
}

function platformHas(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
