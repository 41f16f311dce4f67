/**
 * The record, known to be in one of these states: the table has let the command through, or the event was recorded from
 * there. Anything else is a broken invariant and stops the program.
 */
export function inRecordStatus<
  Kept extends { readonly number: string; readonly status: string },
  Status extends Kept['status'],
>(record: Kept | null, ...statuses: readonly Status[]): Extract<Kept, { readonly status: Status }> {
  if (record !== null && (statuses as readonly string[]).includes(record.status))
    return record as Extract<Kept, { readonly status: Status }>;
  throw new Error(`${record?.number ?? '(none)'} is ${record?.status ?? 'absent'}, expected ${statuses.join(' or ')}`);
}
