import { addParts, partsIn } from './workbook-parts.ts';

const namespace = 'urn:countersign:workbook';

/** By what a workbook is told from another one of the same name. */
export interface WorkbookId {
  readonly id: string;
  /** Writes it into the file, unless it stands there: opening a file is no reason to change it. */
  keep(): Promise<void>;
}

/** The open workbook's, or a new one. A copy of the file carries it along (ui/sheet-session/carried-outbox.ts). */
export async function workbookId(newId: () => string): Promise<WorkbookId> {
  const [kept] = (await partsIn(namespace)).flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  const id = kept ?? newId();
  let isKept = kept !== undefined;
  return {
    id,
    async keep() {
      if (isKept) return;
      await addParts([{ namespace, name: 'workbook', content: id }]);
      isKept = true;
    },
  };
}
