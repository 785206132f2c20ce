import { bytesPerRow, nanosecondsPerRow } from "../measure.js";
import type { Candidate } from "../measure.js";
import { names, objectOfAlone, writeAlone, writeBasket } from "./basket-by-hand.js";
import { aloneFeatures, basketFeatures, writeNaive } from "./basket-naive.js";
import { basketRecords, purchasesBefore } from "./basket-records.js";
import type { Basket, Purchase } from "./basket-records.js";

export interface FeatureFigures {
  /** Nanoseconds a row, by what is computed and who computes it. */
  readonly times: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly bytes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Sources {
  readonly input: Basket;
  readonly history: readonly Purchase[];
}

interface Module<Source> {
  readonly parseInput: (value: unknown) => Basket;
  readonly parseHistory: (value: unknown) => readonly Purchase[];
  readonly computeFeatures: (source: Source) => Readonly<Record<string, number | boolean>>;
  readonly modelInput: {
    readonly width: number;
    readonly writeRow: (source: Source, options: object, out: Float32Array, at: number) => void;
  };
}

const load = async <Source>(name: string): Promise<Module<Source>> =>
  (await import(new URL(`./${name}.mjs`, import.meta.url).href)) as Module<Source>;
const basket = await load<Sources>("basket");
const alone = await load<Basket>("basket_alone");

const count = 512;
const inputs = basketRecords(count).map(alone.parseInput);
const rows = inputs.map((input, i) => ({
  input,
  history: basket.parseHistory(purchasesBefore(input.bought_at, i + 1)),
}));
const aloneNames = names.slice(0, alone.modelInput.width);
const out = new Float32Array(count * basket.modelInput.width);
let sink: unknown;

const each = (call: (i: number) => void) => (): void => {
  for (let i = 0; i < count; i += 1) call(i);
};

const candidates: Readonly<Record<string, readonly Candidate[]>> = {
  "30 features, 50 events": [
    {
      name: "featc",
      run: each((i) => basket.modelInput.writeRow(rows[i]!, {}, out, i * 30)),
    },
    {
      name: "by hand",
      run: each((i) => writeBasket(rows[i]!.input, rows[i]!.history, out, i * 30)),
    },
    {
      name: "naive",
      run: each((i) => {
        writeNaive(basketFeatures(rows[i]!.input, rows[i]!.history), names, out, i * 30);
      }),
    },
  ],
  "20 features, the record alone": [
    {
      name: "featc",
      run: each((i) => alone.modelInput.writeRow(inputs[i]!, {}, out, i * 20)),
    },
    { name: "by hand", run: each((i) => writeAlone(inputs[i]!, out, i * 20)) },
    {
      name: "naive",
      run: each((i) => writeNaive(aloneFeatures(inputs[i]!), aloneNames, out, i * 20)),
    },
  ],
  "to an object": [
    {
      name: "featc",
      run: each((i) => {
        sink = alone.computeFeatures(inputs[i]!);
      }),
    },
    {
      name: "by hand",
      run: each((i) => {
        sink = objectOfAlone(inputs[i]!);
      }),
    },
    {
      name: "naive",
      run: each((i) => {
        sink = aloneFeatures(inputs[i]!);
      }),
    },
  ],
};

for (const [name, list] of Object.entries(candidates)) {
  const results = list.map(({ run }) => {
    out.fill(-1);
    run();
    return name === "to an object" ? Float32Array.from([0]) : out.slice();
  });
  for (const result of results) {
    const at = result.findIndex((cell, i) => cell !== results[0]?.[i]);
    if (at >= 0) throw new Error(`${name}: cell ${at} is ${result[at]}, not ${results[0]?.[at]}`);
  }
}
for (const input of inputs) {
  const [one, other, third] = [
    alone.computeFeatures(input),
    objectOfAlone(input),
    aloneFeatures(input),
  ].map((value) => JSON.stringify(value));
  if (one !== other || one !== third) throw new Error(`${one} is not ${other} or ${third}`);
}

const times: Record<string, Record<string, number>> = {};
const bytes: Record<string, Record<string, number>> = {};
for (const [name, list] of Object.entries(candidates)) {
  times[name] = Object.fromEntries(nanosecondsPerRow(list, count, 61));
  bytes[name] = Object.fromEntries(bytesPerRow(list, count));
}
if (sink === undefined) throw new Error("nothing was computed");
process.stdout.write(JSON.stringify({ times, bytes } satisfies FeatureFigures));
