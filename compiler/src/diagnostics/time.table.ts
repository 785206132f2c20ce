import { define } from "./define.js";

const header = `featc: 1
name: example
input:
  paid_at: timestamp
  born: date
`;

export const timeDiagnostics = {
  "time/unknown-zone": define<{ zone: string; suggestion: string | undefined }>({
    severity: "error",
    message: ({ zone }) => `there is no time zone \`${zone}\``,
    label: ({ suggestion }) =>
      suggestion === undefined ? undefined : `did you mean ${suggestion}?`,
    hint: () =>
      "name a zone of the IANA database, such as America/Chicago, or an offset such as +02:00.",
    explain:
      "Zones have the names of the IANA time zone database in their exact spelling, older names such as US/Central among them; besides there are UTC and fixed offsets from -23:59 to +23:59. Abbreviations such as PST or CEST name no zone: they are an offset of a part of the year, and some stand for several.",
    bad: `${header}features:
  hour_paid: hour(paid_at, "America/Chigaco")
`,
    good: `${header}features:
  hour_paid: hour(paid_at, "America/Chicago")
`,
  }),
  "time/zone-of-date": define<{ function: string }>({
    severity: "error",
    message: ({ function: name }) => `\`${name}\` takes a zone for a timestamp, not for a date`,
    label: () => "a date is the same in every zone",
    hint: () => "remove the zone, or give it where the date is made, as in `date(ts, zone)`.",
    explain:
      "A zone says which day and time of day an instant is. A date is a day already, so a zone beside dates alone can only be a mistake about what the field holds.",
    bad: `${header}features:
  weekday: day_of_week(born, "Europe/Berlin")
`,
    good: `${header}features:
  weekday: day_of_week(born)
  weekday_paid: day_of_week(paid_at, "Europe/Berlin")
`,
  }),
  "time/zone-without-pattern": define<{ reason: string }>({
    severity: "error",
    message: ({ reason }) => `\`zone\` has no effect: ${reason}`,
    hint: () =>
      'use it beside a pattern without offset, such as `from: "yyyy-MM-dd HH:mm:ss"`, or remove it.',
    explain:
      "`zone` says whose clock a text shows, and only a text that `from` reads by a date pattern without an offset leaves that open. RFC 3339, epochs and patterns with `XXX` are instants already. To count days and hours in a zone, name it in the formula, as in `hour(ts, zone)`, or in the spec's `timezone`.",
    bad: `featc: 1
name: example
input:
  paid_at: { type: timestamp, zone: Europe/Berlin }
features:
  hour_paid: hour(paid_at)
`,
    good: `featc: 1
name: example
input:
  paid_at: { type: timestamp, from: "yyyy-MM-dd HH:mm", zone: Europe/Berlin }
features:
  hour_paid: hour(paid_at)
`,
  }),
};
