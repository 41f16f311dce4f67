import { bookKinds } from '../../../core/check/knowledge.ts';
import type { Field, TableRole } from '../../../core/sheet/fields.ts';
import { firstColumns, newColumn } from '../../../core/sheet/new-table.ts';
import type { Texts } from '../../../locales/texts.ts';
import type { FoundSheets } from '../../../ui/sheet-session/examiner.ts';
import type { BlankSheet } from '../../excel/insert-sheets.ts';

/**
 * What a clerk needs a sheet for: the orders, and books that nobody has published. Beside a published price list an empty
 * sheet would be in the way, and one price in it would hide all published ones.
 */
export const sheetsNeeded = ({ knowledge }: Pick<FoundSheets, 'knowledge'>): readonly TableRole[] => [
  'orders',
  ...bookKinds.filter((book) => knowledge[book] === null),
];

/** Named and headed in the user's language. */
export const blankSheet = (role: TableRole, t: Texts): BlankSheet => ({
  name: t(`terms:table.${role}`),
  columns: firstColumns[role].map((field: Field) => {
    const { format, width } = newColumn(role, field as Field<typeof role>);
    return { heading: t(`terms:field.${field}`), format, width };
  }),
});
