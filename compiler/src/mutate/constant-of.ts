import type { Fact } from "../types/domain.js";

/** The only value that a fact allows, as text. */
export function constantOf({ missing, present, domain }: Fact): string | undefined {
  if (missing) return present ? undefined : "missing";
  if (!present) return undefined;
  switch (domain.kind) {
    case "number":
      return domain.low === domain.high ? String(domain.low) : undefined;
    case "bool":
      return domain.mayBeTrue === domain.mayBeFalse ? undefined : String(domain.mayBeTrue);
    case "text":
      return domain.values?.length === 1 ? domain.values[0] : undefined;
    case "opaque":
      return undefined;
  }
}
