import type { OutboxParts } from '../../ui/sheet-session/carried-outbox.ts';
import { isOutboxEntry } from '../../ui/sheet-session/outbox.ts';
import type { WorkbookId } from './workbook-id.ts';
import { addParts, partsIn, removeParts } from './workbook-parts.ts';

const namespace = 'urn:countersign:outbox';

/** Entries that lie in the open workbook, each a part that names its owner. */
export function workbookOutbox(owner: string, workbook: WorkbookId): OutboxParts {
  const ownParts = async () => (await partsIn(namespace)).filter(({ attribute }) => attribute('owner') === owner);
  return {
    // What another version wrote, or nobody of ours, is no entry.
    read: async () => (await ownParts()).flatMap(({ content }) => (isOutboxEntry(content) ? [content] : [])),
    async add(entries) {
      await workbook.keep();
      await addParts(
        entries.map((entry) => ({
          namespace,
          name: 'post',
          attributes: { owner, requestKey: entry.requestKey },
          content: entry,
        })),
      );
    },
    async remove(requestKeys) {
      await removeParts((await ownParts()).filter(({ attribute }) => requestKeys.includes(attribute('requestKey'))));
    },
  };
}
