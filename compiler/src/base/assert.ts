/** A bug of the compiler, never a mistake of the user: those are returned as diagnostics. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}

export function internalError(message: string): never {
  throw new InternalError(message);
}

export function assertNever(value: never): never {
  internalError(`unexpected ${JSON.stringify(value)}`);
}
