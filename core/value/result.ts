/** A computation that can be refused: the value, or the reasons. Never thrown. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const no = <Reason>(reason: Reason): Result<never, Reason> => ({ ok: false, reason });

/** Compile-time proof that every case of a union was handled; at run time a broken invariant stops the program. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
