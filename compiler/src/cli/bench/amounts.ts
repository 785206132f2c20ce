/** 1234 → "1.23 us". */
export function timeText(nanoseconds: number): string {
  return scaled(nanoseconds, ["ns", "us", "ms", "s"]);
}

/** 1234 → "1.23 kB". */
export function memoryText(bytes: number): string {
  return scaled(bytes, ["B", "kB", "MB", "GB"]);
}

function scaled(value: number, units: readonly string[]): string {
  let rest = value;
  let unit = 0;
  while (rest >= 999.5 && unit < units.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  const digits = rest >= 99.95 || unit === 0 ? 0 : rest >= 9.995 ? 1 : 2;
  // Less than one nanosecond or byte is still something.
  return `${rest > 0 && rest < 0.5 ? rest.toFixed(2) : rest.toFixed(digits)} ${units[unit] ?? ""}`;
}
