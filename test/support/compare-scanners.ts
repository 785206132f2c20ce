import type {
  Issue,
  LineScanner,
  MatrixDtype,
  RejectedLine,
  ScanOptions,
} from "../../runtime/src/index.js";

export type Cells = Float32Array | Float64Array | Int32Array | Uint8Array;

/** What a generated `index.ts` has for its matrix `model_input`. */
export interface ScannedModule {
  readonly safeParseInput: (
    value: unknown,
  ) =>
    | { readonly ok: true; readonly value: unknown; readonly warnings: readonly Issue[] }
    | { readonly ok: false; readonly issues: readonly Issue[] };
  readonly modelInput: {
    readonly width: number;
    readonly dtype: MatrixDtype;
    readonly writeRow: (input: unknown, options: object, out: Cells, offset: number) => void;
  };
  readonly scanModelInput: (out: Cells, options: ScanOptions) => LineScanner<unknown>;
}

/** What became of lines, with the cells as bytes. */
export interface ScanOutcome {
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly rejected: readonly RejectedLine[];
  readonly warned: readonly RejectedLine[];
}

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int32: Int32Array,
  uint8: Uint8Array,
};

export function cellsFor(module: ScannedModule, rows: number): Cells {
  return new arrays[module.modelInput.dtype](Math.max(1, rows) * module.modelInput.width);
}

function bytesOfRows(out: Cells, module: ScannedModule, rows: number): Uint8Array {
  const length = rows * module.modelInput.width * out.BYTES_PER_ELEMENT;
  return new Uint8Array(out.buffer.slice(0, length));
}

/** The scanner, fast or not, over chunks; `lines` is at least the number of rows. */
export function scanned(
  module: ScannedModule,
  chunks: readonly Uint8Array[],
  lines: number,
  fast: boolean,
): ScanOutcome & { readonly left: number } {
  const out = cellsFor(module, lines + 1);
  const rejected: RejectedLine[] = [];
  const warned: RejectedLine[] = [];
  const scanner = module.scanModelInput(out, {
    fast,
    onReject: (one) => rejected.push(one),
    onWarning: (one) => warned.push(one),
  });
  for (const chunk of chunks) scanner.push(chunk);
  const { rows, left } = scanner.end();
  return { rows, bytes: bytesOfRows(out, module, rows), rejected, warned, left };
}

/**
 * What should become of the lines, by JSON.parse of each of them as TextDecoder decodes it, the parser and
 * the row writer alone. Of lines that are no JSON, and of rows that are refused, only the code of the issue.
 */
export function expectedOutcome(module: ScannedModule, lines: readonly Uint8Array[]): ScanOutcome {
  const { safeParseInput, modelInput } = module;
  const out = cellsFor(module, lines.length);
  const rejected: RejectedLine[] = [];
  const warned: RejectedLine[] = [];
  let rows = 0;
  lines.forEach((bytes, i) => {
    const line = i + 1;
    const reject = (code: Issue["code"]): void => {
      rejected.push({ line, issues: [{ code } as Issue] });
    };
    let value: unknown;
    try {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const text = decoder.decode(bytes).replace(i === 0 ? /^\ufeff/ : /$^/, "");
      if (/^[ \t\r]*$/.test(text)) return;
      value = JSON.parse(text);
    } catch {
      reject("malformed");
      return;
    }
    const outcome = safeParseInput(value);
    if (!outcome.ok) {
      rejected.push({ line, issues: outcome.issues });
      return;
    }
    try {
      modelInput.writeRow(outcome.value, {}, out, rows * modelInput.width);
    } catch (error) {
      reject(error instanceof Error && error.name === "MatrixError" ? "cell" : "outside");
      return;
    }
    if (outcome.warnings.length > 0) warned.push({ line, issues: outcome.warnings });
    rows++;
  });
  return { rows, bytes: bytesOfRows(out, module, rows), rejected, warned };
}

/** The first difference between outcomes, in words; undefined where there is none. */
export function difference(actual: ScanOutcome, expected: ScanOutcome): string | undefined {
  const count = Math.max(actual.rejected.length, expected.rejected.length);
  for (let i = 0; i < count; i++) {
    const [one, other] = [actual.rejected[i], expected.rejected[i]];
    const withoutText = new Set(["malformed", "cell", "outside"]);
    const known = withoutText.has(other?.issues[0]?.code ?? "")
      ? codes(other)
      : JSON.stringify(other);
    const seen = withoutText.has(other?.issues[0]?.code ?? "") ? codes(one) : JSON.stringify(one);
    if (seen !== known) return `rejected ${seen}, expected ${known}`;
  }
  const [warnings, expectedWarnings] = [actual.warned, expected.warned].map((one) =>
    JSON.stringify(one),
  );
  if (warnings !== expectedWarnings) return `warned ${warnings}, expected ${expectedWarnings}`;
  if (actual.rows !== expected.rows) return `${actual.rows} rows, expected ${expected.rows}`;
  const byte = actual.bytes.findIndex((one, i) => one !== expected.bytes[i]);
  return byte < 0 ? undefined : `the rows differ at byte ${byte}`;
}

function codes(rejected: RejectedLine | undefined): string {
  return `${rejected?.line} ${rejected?.issues.map(({ code }) => code).join(" ")}`;
}
