import type { Issue } from "./issues.js";

// The interface of https://standardschema.dev, version 1, through which form libraries, routers and
// RPC frameworks take a validator of any make.

/** A validator with the interface under the key `~standard`. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}

/** What stands under `~standard`. */
export interface StandardProps<Input = unknown, Output = Input> {
  readonly version: 1;
  /** Who made the validator. */
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** Carries the types alone; never there at run time. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** Without `issues` the value is valid. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

export interface StandardSuccess<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

export interface StandardFailure {
  readonly issues: readonly Issue[];
}

/** What a generated `safeParse` returns; properties besides these do not matter. */
export type ParseOutcome<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** The value for a schema's `~standard` key: `vendor` is `featc`, validation is synchronous. */
export function standardSchema<Input = unknown, Output = Input>(
  vendor: string,
  safeParse: (value: unknown) => ParseOutcome<Output>,
): StandardProps<Input, Output> {
  return {
    version: 1,
    vendor,
    validate(value) {
      const outcome = safeParse(value);
      return outcome.issues === undefined ? { value: outcome.value } : { issues: outcome.issues };
    },
  };
}
