import { inExcel } from './in-excel.ts';

/**
 * What we keep in the file beside its sheets, each a custom XML part that holds JSON. Parts, not settings: those empty Excel's
 * undo list (office-js 3141). Never a token: whoever gets the file would have it.
 */
export interface WorkbookPart {
  /** The part's own in this file, as long as it is open. */
  readonly id: string;
  readonly attribute: (name: string) => string;
  /** The workbook comes from anywhere: null = it isn't JSON. */
  readonly content: unknown;
}

export const partsIn = (namespace: string): Promise<readonly WorkbookPart[]> =>
  inExcel(async (context) => {
    const found = context.workbook.customXmlParts.getByNamespace(namespace);
    found.load('items/id');
    await context.sync();
    const parts: WorkbookPart[] = [];
    for (const part of found.items) {
      const xml = part.getXml();
      // One a request: an answer takes 5 MB.
      await context.sync();
      parts.push({ id: part.id, ...read(xml.value) });
    }
    return parts;
  });

interface NewPart {
  readonly namespace: string;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: unknown;
}

export const addParts = (parts: readonly NewPart[]): Promise<void> =>
  inExcel(async (context) => {
    for (const part of parts) {
      context.workbook.customXmlParts.add(xmlOf(part));
      // One a request: a request takes 5 MB.
      await context.sync();
    }
  });

export const removeParts = (parts: readonly Pick<WorkbookPart, 'id'>[]): Promise<void> =>
  inExcel(async (context) => {
    for (const { id } of parts) context.workbook.customXmlParts.getItem(id).delete();
    await context.sync();
  });

/** In ASCII only: what a cell may hold and XML may not is escaped as JSON escapes it. */
function xmlOf({ namespace, name, attributes = {}, content }: NewPart): string {
  const part = document.implementation.createDocument(namespace, name);
  for (const [key, value] of Object.entries(attributes)) part.documentElement.setAttribute(key, value);
  const ascii = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  part.documentElement.textContent = JSON.stringify(content).replace(/[^ -~]/g, ascii);
  return new XMLSerializer().serializeToString(part);
}

function read(xml: string): Omit<WorkbookPart, 'id'> {
  const { documentElement: part } = new DOMParser().parseFromString(xml, 'application/xml');
  return { attribute: (name) => part.getAttribute(name) ?? '', content: parsed(part.textContent) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
