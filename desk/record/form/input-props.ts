import type { Draft } from './draft.ts';
import type { Field } from './field.ts';

/** One field of a form, and what was filled in so far. */
export interface InputProps {
  readonly field: Field;
  /** Where it stands in the body: "items.0.quantity". */
  readonly path: string;
  readonly draft: Draft | undefined;
  readonly onChange: (draft: Draft) => void;
}

/** Several fields of one thing. */
export interface GroupProps extends Omit<InputProps, 'field'> {
  readonly fields: readonly Field[];
}
