import { nanosecondsPerRow } from "../measure.js";
import { randomFrom } from "./order-records.js";

interface Module {
  readonly parseInput: (value: unknown) => unknown;
  readonly modelInput: {
    readonly width: number;
    readonly writeRow: (input: unknown, options: object, out: Float32Array, at: number) => void;
  };
}

/** Nanoseconds a feature, by the number of features in the module. */
export type ModuleSizeFigures = Readonly<Record<string, number>>;

const random = randomFrom(5);
const records = Array.from({ length: 64 }, () =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `f${i}`,
      i % 4 === 3 && random() < 0.2 ? null : Math.round(random() * 1e5) / 100,
    ]),
  ),
);

const candidates = await Promise.all(
  [100, 1000, 3000].map(async (count) => {
    const { parseInput, modelInput } = (await import(
      new URL(`./many_${count}.mjs`, import.meta.url).href
    )) as Module;
    const inputs = records.map(parseInput);
    const out = new Float32Array(count);
    // As many features a run in each module, so that rounds are alike.
    const times = 3000 / count;
    return {
      name: String(count),
      run: () => {
        for (let time = 0; time < times; time += 1) {
          for (const input of inputs) modelInput.writeRow(input, {}, out, 0);
        }
      },
    };
  }),
);
const figures: ModuleSizeFigures = Object.fromEntries(nanosecondsPerRow(candidates, 64 * 3000, 41));
process.stdout.write(JSON.stringify(figures));
