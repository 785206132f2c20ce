import { describe, expect, it } from "vitest";
import { readDateShapes, shapeMarks } from "../../../../compiler/src/cli/infer/date-shape.js";
import type { DateReading } from "../../../../compiler/src/cli/infer/date-shape.js";

const { t, z, utc, halfDay } = shapeMarks;

function read(shapes: readonly string[], first = 31, second = 12): DateReading | undefined {
  const counted = shapes.map((value) => ({ value, count: 1 }));
  return readDateShapes(counted, { first, second });
}

describe("readDateShapes", () => {
  it.each([
    ["the form of JSON", ["9999-99-99"], "date", []],
    ["instants as JSON has them", [`9999-99-99${t}99:99:99${z}`], "timestamp", []],
    [
      "offsets and fractions",
      [`9999-99-99${t}99:99:99.999+99:99`, `9999-99-99${t}99:99:99${z}`],
      "timestamp",
      [],
    ],
    [
      "a blank before the time",
      ["9999-99-99 99:99:99.999999+99:99", "9999-99-99 99:99:99+99:99"],
      "timestamp",
      ["yyyy-MM-dd HH:mm:ss.SSSSSSXXX", "yyyy-MM-dd HH:mm:ssXXX"],
    ],
    ["UTC in letters", [`9999-99-99 99:99:99${utc}`], "timestamp", ["yyyy-MM-dd HH:mm:ss' UTC'"]],
    ["an offset without colon", ["9999/99/99 99:99+9999"], "timestamp", ["yyyy/MM/dd HH:mmXX"]],
    ["days first", ["99/99/9999"], "date", ["dd/MM/yyyy"]],
    ["one digit or two", ["9.9.9999", "99.9.9999"], "date", ["d.M.yyyy"]],
    ["a month by name", ["99-aaa-99"], "date", ["dd-MMM-yy"]],
    ["twelve hours", [`99/99/99 9:99 ${halfDay}`], "timestamp", ["dd/MM/yy h:mm a"]],
  ] as const)("reads %s", (_, shapes, type, patterns) => {
    expect(read(shapes)).toMatchObject({ type, patterns });
  });

  it("takes the month first where the second number is no month", () => {
    expect(read(["99/99/9999"], 12, 31)?.patterns).toEqual(["MM/dd/yyyy"]);
  });

  it("says where day and month look alike, and where no offset is written", () => {
    expect(read(["99/99/9999"], 12, 12)?.doubts).toEqual([
      "day and month cannot be told apart in these data",
    ]);
    expect(read(["9999-99-99 99:99"])?.doubts).toEqual([
      "no offset: read as UTC; say whose clock it is with `zone`",
    ]);
    expect(read([`9999-99-99${t}99:99:99${z}`])?.doubts).toEqual([]);
  });

  it.each([
    ["another text among them", ["9999-99-99", "aaaa"]],
    ["dates and timestamps", ["9999-99-99", "9999-99-99 99:99"]],
    ["a telephone number", ["999-999-9999"]],
    ["an address of the network", ["99.99.99.99"]],
    ["a time alone", ["99:99"]],
    ["nothing", []],
  ])("takes no dates from %s", (_, shapes) => {
    expect(read(shapes)).toBeUndefined();
  });
});
