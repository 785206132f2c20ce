/** What the runtime uses of `TextDecoder`, which is in no library of types that browsers and servers share. */
export interface Utf8Decoder {
  readonly decode: (bytes: Uint8Array) => string;
}

declare const TextDecoder: new (
  encoding: "utf-8",
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => Utf8Decoder;

/** Bytes that are not UTF-8 become U+FFFD, or with `isFatal` throw. A byte order mark is kept. */
export function utf8Decoder(isFatal: boolean): Utf8Decoder {
  return new TextDecoder("utf-8", { fatal: isFatal, ignoreBOM: true });
}
