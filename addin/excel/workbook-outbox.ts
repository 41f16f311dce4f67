import type { OutboxParts } from '../../ui/sheet-session/carried-outbox.ts';
import { isOutboxEntry, type OutboxEntry } from '../../ui/sheet-session/outbox.ts';
import { inExcel } from './in-excel.ts';

/** Parts of the file, not its settings: those empty Excel's undo list (office-js 3141). */
const namespace = 'urn:countersign:outbox';

/** Entries that lie in the open workbook, each a custom XML part that names its owner. */
export const workbookOutbox = (owner: string): OutboxParts => ({
  read: async () => (await ownParts(owner)).flatMap(({ entry }) => (entry === null ? [] : [entry])),
  add: (entries) =>
    inExcel(async (context) => {
      for (const entry of entries) {
        context.workbook.customXmlParts.add(partOf(owner, entry));
        // One a request: a request takes 5 MB.
        await context.sync();
      }
    }),
  async remove(requestKeys) {
    const gone = (await ownParts(owner)).filter(({ requestKey }) => requestKeys.includes(requestKey));
    await inExcel(async (context) => {
      for (const { id } of gone) context.workbook.customXmlParts.getItem(id).delete();
      await context.sync();
    });
  },
});

interface Part {
  readonly id: string;
  readonly requestKey: string;
  /** Null: another version wrote it. */
  readonly entry: OutboxEntry | null;
}

const ownParts = (owner: string): Promise<readonly Part[]> =>
  inExcel(async (context) => {
    const found = context.workbook.customXmlParts.getByNamespace(namespace);
    found.load('items/id');
    await context.sync();
    const parts: Part[] = [];
    for (const part of found.items) {
      const xml = part.getXml();
      await context.sync();
      const read = readPart(xml.value);
      if (read.owner === owner) parts.push({ id: part.id, requestKey: read.requestKey, entry: read.entry });
    }
    return parts;
  });

/** In ASCII only: what a cell may hold and XML may not is escaped as JSON escapes it. */
export function partOf(owner: string, entry: OutboxEntry): string {
  const part = document.implementation.createDocument(namespace, 'post');
  part.documentElement.setAttribute('owner', owner);
  part.documentElement.setAttribute('requestKey', entry.requestKey);
  const ascii = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  part.documentElement.textContent = JSON.stringify(entry).replace(/[^ -~]/g, ascii);
  return new XMLSerializer().serializeToString(part);
}

/** The workbook comes from anywhere: what isn't ours belongs to nobody. */
export function readPart(xml: string): Omit<Part, 'id'> & { readonly owner: string } {
  const { documentElement: part } = new DOMParser().parseFromString(xml, 'application/xml');
  const entry = parsed(part.textContent);
  return {
    owner: part.getAttribute('owner') ?? '',
    requestKey: part.getAttribute('requestKey') ?? '',
    entry: isOutboxEntry(entry) ? entry : null,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
