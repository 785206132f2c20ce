/** A package.json with one more script, everything else byte for byte. Undefined where that cannot be done. */
export function addScript(text: string, name: string, command: string): string | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(command)}`;
  const scripts: unknown = "scripts" in data ? data.scripts : undefined;
  if (scripts === undefined) {
    const isEmpty = Object.keys(data).length === 0;
    const section = `${newline}${indent}"scripts": {${newline}${indent}${indent}${entry}${newline}${indent}}`;
    return checked(
      text.replace(/\{/, () => `{${section}${isEmpty ? newline : ","}`),
      name,
      command,
    );
  }
  if (typeof scripts !== "object" || scripts === null) return undefined;
  const isEmpty = Object.keys(scripts).length === 0;
  const added = text.replace(/("scripts"\s*:\s*\{)/, (start: string) => {
    return `${start}${newline}${indent}${indent}${entry}${isEmpty ? `${newline}${indent}` : ","}`;
  });
  return checked(added, name, command);
}

/** The text was edited without a parser: it counts only where the result says what it should. */
function checked(text: string, name: string, command: string): string | undefined {
  try {
    const data = JSON.parse(text) as { readonly scripts?: Readonly<Record<string, unknown>> };
    return data.scripts?.[name] === command ? text : undefined;
  } catch {
    return undefined;
  }
}

export function hasScript(text: string, name: string): boolean {
  try {
    const data = JSON.parse(text) as { readonly scripts?: Readonly<Record<string, unknown>> };
    return Object.hasOwn(data.scripts ?? {}, name);
  } catch {
    return false;
  }
}
