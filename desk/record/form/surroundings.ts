import { createContext, useContext } from 'react';

/** An order line that a record may be about. */
export interface LineOffered {
  readonly order: string;
  readonly line: number;
  readonly name: string;
}

/** What the fields of a form look at besides what was typed. */
export interface Surroundings {
  readonly lines: readonly LineOffered[];
  /** What is wrong, by the path of the field in the body: "items.0.quantity". */
  readonly problems: ReadonlyMap<string, string>;
}
export const SurroundingsContext = createContext<Surroundings>({ lines: [], problems: new Map() });
export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
