import { createHash } from "node:crypto";
import type { SourceFile, Span } from "../../base/source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { CachedBuild } from "./build-cache.js";

interface Body {
  readonly reads: readonly (readonly [path: string, hash: string | null])[];
  readonly build: CachedBuild;
}

/** The text of an entry: its checksum on the first line, then JSON in which spans name their file by path. */
export function encodeEntry(
  build: CachedBuild,
  reads: ReadonlyMap<string, string | undefined>,
): string {
  const body = JSON.stringify(
    { reads: [...reads].map(([path, text]) => [path, hashOf(text)]), build },
    (key, value: unknown) => (key === "file" && isSourceFile(value) ? value.path : value),
  );
  return `${sha256(body)}\n${body}`;
}

/** Undefined where the entry is damaged or a file that it was made from has changed. */
export function decodeEntry(
  entry: string,
  read: (path: string) => string | undefined,
): CachedBuild | undefined {
  const end = entry.indexOf("\n");
  const text = entry.slice(end + 1);
  if (end === -1 || entry.slice(0, end) !== sha256(text)) return undefined;
  // The checksum shows that `encodeEntry` wrote it.
  const body = JSON.parse(text) as Body;
  if (!body.reads.every(([path, hash]) => hashOf(read(path)) === hash)) return undefined;
  const files = new Map<string, SourceFile>();
  const fileAt = (path: string): SourceFile => {
    const known = files.get(path) ?? { path, text: read(path) ?? "" };
    files.set(path, known);
    return known;
  };
  const diagnostics = body.build.diagnostics.map((diagnostic) => withFiles(diagnostic, fileAt));
  return { ...body.build, diagnostics };
}

function withFiles(diagnostic: Diagnostic, fileAt: (path: string) => SourceFile): Diagnostic {
  const spanWithFile = (span: Span): Span => ({ ...span, file: fileAt(String(span.file)) });
  return {
    ...diagnostic,
    span: spanWithFile(diagnostic.span),
    related: diagnostic.related.map((place) => ({ ...place, span: spanWithFile(place.span) })),
  };
}

function isSourceFile(value: unknown): value is SourceFile {
  return typeof value === "object" && value !== null && "path" in value && "text" in value;
}

function hashOf(text: string | undefined): string | null {
  return text === undefined ? null : sha256(text);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
