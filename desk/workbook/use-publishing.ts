import { useState } from 'react';
import type { BookKind } from '../../core/check/knowledge.ts';
import type { SheetBooks } from '../../ui/sheet-session/examiner.ts';
import type { SheetSession } from '../../ui/sheet-session/session.ts';
import { useDesk } from '../session/desk-context.ts';

export type Versions = Readonly<Partial<Record<BookKind, number>>>;

export interface Asking {
  readonly step: 'asking';
  readonly books: SheetBooks;
  /** The version each would get. */
  readonly becomes: Versions;
  /** One key for what was shown: an answer that was lost must not become a second version. */
  readonly requestKey: string;
}
type Publishing = { readonly step: 'idle' } | Asking | { readonly step: 'done'; readonly versions: Versions };

/** Makes the workbook's own books the published ones: first shown with what they would become, then sent. */
export function usePublishing(session: SheetSession) {
  const { client } = useDesk();
  const [publishing, setPublishing] = useState<Publishing>({ step: 'idle' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const during = async (work: () => Promise<Publishing>) => {
    setBusy(true);
    setError(null);
    try {
      setPublishing(await work());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return {
    publishing,
    busy,
    error,
    look: () =>
      during(async () => {
        const [books, published] = await Promise.all([session.books(), client.call('knowledge', {})]);
        const next = (kind: BookKind) => (books[kind] ? { [kind]: (published[kind]?.source.version ?? 0) + 1 } : {});
        const becomes = { ...next('prices'), ...next('stock'), ...next('customers') };
        return { step: 'asking', books, becomes, requestKey: crypto.randomUUID() };
      }),
    publish: ({ books: { prices, stock, customers }, requestKey }: Asking) =>
      during(async () => {
        const body = { ...(prices && { prices }), ...(stock && { stock }), ...(customers && { customers }) };
        const versions = await client.call('publish', { body, requestKey });
        await session.booksPublished();
        return { step: 'done', versions };
      }),
    leave: () => void during(async () => ({ step: 'idle' })),
  };
}
