/**
 * Names a person in a side record that can be erased; the events hold this key and nothing else of him. Made by the server
 * with a salt, so that it tells nothing about whom it names.
 */
export type PersonKey = string & { readonly personKey: true };

/** Who said something, as it was told: what the side record holds. */
export interface Person {
  readonly name: string;
  /** Telephone, e-mail, department: how to reach him. */
  readonly contact?: string;
}
