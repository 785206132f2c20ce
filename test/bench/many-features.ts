/** A spec of n features over forty fields: ratios, logarithms, bands, conditions and defaults in turn. */
export function manyFeatures(count: number): string {
  const fields = Array.from({ length: 40 }, (_, i) =>
    i % 4 === 3
      ? `  f${i}: { type: number?, range: [0, 1000] }`
      : `  f${i}: { type: number, range: [0, 1000] }`,
  );
  const features = Array.from({ length: count }, (_, i) => feature(i));
  return [
    "featc: 1",
    `name: many_${count}`,
    "version: 1.0.0",
    "input:",
    ...fields,
    "features:",
    ...features,
    "matrix:",
    "  model_input:",
    "    dtype: float32",
    "    columns:",
    ...Array.from({ length: count }, (_, i) => `      - x${i}`),
    "",
  ].join("\n");
}

function feature(i: number): string {
  const a = `f${(i * 7) % 40}`;
  const b = `f${(i * 11 + 5) % 40}`;
  const present = (name: string): string =>
    Number(name.slice(1)) % 4 === 3 ? `(${name} ?? ${i % 10})` : name;
  const [x, y] = [present(a), present(b)];
  switch (i % 5) {
    case 0:
      return `  x${i}: { formula: ${x} / (${y} + ${i + 1}), range: [0, 1000] }`;
    case 1:
      return `  x${i}: { formula: log1p(${x}) + ${i / 8}, range: [0, ${8 + i / 8}] }`;
    case 2:
      return `  x${i}: { formula: if ${x} > ${i % 997} then ${y} * 2 else ${i % 13}, range: [0, 2000] }`;
    case 3:
      return `  x${i}: { formula: ${x} / ${y}, range: [0, ${i + 1}], outside: clamp, impute: 0 }`;
    default:
      return `  x${i}: { formula: (${x} - ${y}) / ${i + 2}, range: [-500, 500] }`;
  }
}
