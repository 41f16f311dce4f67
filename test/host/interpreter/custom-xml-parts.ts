import { invalidArgument, itemNotFound } from './errors.ts';
import { type HostObject, NULL_OBJECT, textArgument } from './host-object.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** Excel.CustomXmlPartCollection: XML documents that lie in the file beside its sheets. */
export function customXmlPartCollection(book: WorkbookModel): HostObject {
  const all = parts(book, 'CustomXmlPartCollection', () => [...book.customXmlParts.keys()]);
  return {
    ...all,
    call: {
      ...all.call,
      add: (xml) => {
        const id = book.newId();
        namespaceOf(textArgument(xml));
        book.customXmlParts.set(id, textArgument(xml));
        return customXmlPart(book, id);
      },
      getByNamespace: (uri) =>
        parts(book, 'CustomXmlPartScopedCollection', () =>
          [...book.customXmlParts].flatMap(([id, xml]) => (namespaceOf(xml) === textArgument(uri) ? [id] : [])),
        ),
    },
  };
}

function parts(book: WorkbookModel, type: string, ids: () => readonly string[]): HostObject {
  return {
    type,
    items: () => ids().map((id) => customXmlPart(book, id)),
    item: (id) => {
      if (!ids().includes(textArgument(id))) throw itemNotFound();
      return customXmlPart(book, textArgument(id));
    },
    call: {
      getCount: () => ids().length,
      getItemOrNullObject: (id) =>
        ids().includes(textArgument(id)) ? customXmlPart(book, textArgument(id)) : NULL_OBJECT,
    },
  };
}

function customXmlPart(book: WorkbookModel, id: string): HostObject {
  const xml = (): string => {
    const found = book.customXmlParts.get(id);
    if (found === undefined) throw itemNotFound();
    return found;
  };
  return {
    type: 'CustomXmlPart',
    id,
    get: { id: () => id, namespaceUri: () => namespaceOf(xml()) },
    call: {
      getXml: xml,
      delete: () => {
        book.customXmlParts.delete(id);
        return undefined;
      },
    },
  };
}

/** Excel takes nothing that isn't well-formed. */
function namespaceOf(xml: string): string {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  if (documentElement.getElementsByTagName('parsererror').length > 0 || documentElement.tagName === 'parsererror')
    throw invalidArgument('A custom XML part needs a well-formed document.');
  return documentElement.namespaceURI ?? '';
}
