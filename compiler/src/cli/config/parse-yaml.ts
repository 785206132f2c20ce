import { parse } from "yaml";

/** The data of a YAML configuration; aliases are refused. Throws for a text that is not YAML. */
export function parseYamlConfig(text: string): unknown {
  return parse(text, { maxAliasCount: 0, logLevel: "error" });
}
