/** A generator of pseudo-random numbers in [0, 1) that always gives the same ones. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Row = Record<string, unknown>;

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

function orderAt(i: number, random: () => number): Row {
  const whole = (limit: number): number => Math.floor(random() * limit);
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(65 + whole(26))).join("");
  return {
    order_id: `O-${digits(10_000_000 + i, 8)}`,
    customer: `C${digits(whole(1e6), 6)}`,
    status: ["new", "paid", "shipped"][whole(3)],
    currency: ["EUR", "USD", "GBP"][whole(3)],
    age: 18 + whole(100),
    amount: Math.round(random() * 1e6) / 100,
    discount: random(),
    gift: random() < 0.5,
    note: ["leave at the door", "", "please ring twice", "second floor"][whole(4)],
    address: {
      street: `${1 + whole(200)} Main Street`,
      zip: digits(whole(1e5), 5),
      country: letters(2),
    },
    items: Array.from({ length: 3 }, () => ({
      sku: `${letters(3)}-${digits(whole(1e4), 4)}`,
      quantity: 1 + whole(100),
      price: Math.round(random() * 1e5) / 100,
    })),
  };
}

const count = 512;

/** As they come out of JSON.parse. */
function parsed(rows: readonly Row[]): readonly unknown[] {
  return rows.map((row): unknown => JSON.parse(JSON.stringify(row)));
}

function withKeys(row: Row, keys: readonly string[]): Row {
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}

/** Valid records: all keys in one order. */
export function stableOrders(): readonly unknown[] {
  const random = randomFrom(1);
  return parsed(Array.from({ length: count }, (_, i) => orderAt(i, random)));
}

/** Valid records in four shapes: with and without the optional field, in two orders of the keys. */
export function severalOrders(): readonly unknown[] {
  const random = randomFrom(2);
  return parsed(
    Array.from({ length: count }, (_, i) => {
      const row = orderAt(i, random);
      const keys = Object.keys(row).filter((key) => i % 2 === 0 || key !== "discount");
      return withKeys(row, i % 4 < 2 ? keys : keys.reverse());
    }),
  );
}

/** Valid records, each with its keys in an order of its own. */
export function shuffledOrders(): readonly unknown[] {
  const random = randomFrom(3);
  return parsed(
    Array.from({ length: count }, (_, i) => {
      const row = orderAt(i, random);
      const keys = Object.keys(row);
      for (let at = keys.length - 1; at > 0; at -= 1) {
        const other = Math.floor(random() * (at + 1));
        [keys[at], keys[other]] = [keys[other] ?? "", keys[at] ?? ""];
      }
      return withKeys(row, keys);
    }),
  );
}

export type Fault = "early" | "late" | "unknown" | "three";

/** Records that are refused because of one thing, or of three. */
export function wrongOrders(fault: Fault): readonly unknown[] {
  const random = randomFrom(4);
  return parsed(
    Array.from({ length: count }, (_, i) => {
      const row = orderAt(i, random);
      const items = row["items"] as Row[];
      const lastItem = items[items.length - 1] ?? {};
      if (fault === "early") row["order_id"] = i;
      if (fault === "late") lastItem["price"] = -1;
      if (fault === "unknown") row["coupon"] = "X";
      if (fault === "three") {
        row["customer"] = "nobody";
        row["age"] = 7;
        lastItem["price"] = "free";
      }
      return row;
    }),
  );
}
