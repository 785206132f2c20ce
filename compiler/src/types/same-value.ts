/** Under `math: native` generated tests compare so many digits. */
const nativeDigits = 1e-12;

/** Whether the generated tests take two values for the same. */
export function sameValue(a: unknown, b: unknown, math: "strict" | "native"): boolean {
  if (typeof a === "number" && typeof b === "number") {
    if (Object.is(a, b)) return true;
    return (
      math === "native" && Math.abs(a - b) <= nativeDigits * Math.max(Math.abs(a), Math.abs(b))
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => sameValue(item, b[i], math));
  }
  return Object.is(a, b);
}
