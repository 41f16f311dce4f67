/** A part of the file for each table: the marks of the rows that were written, with a blank between them. */
const namespaceOf = (table: string): string => `urn:countersign:kept:${table}`;

/** None where the workbook remembers none: then no row of it is known as ours. */
export async function readWritten(context: Excel.RequestContext, table: string): Promise<readonly string[]> {
  const xmls = (await partsOf(context, table)).map((part) => part.getXml());
  if (xmls.length === 0) return [];
  await context.sync();
  return xmls.flatMap(({ value }) => {
    const { documentElement } = new DOMParser().parseFromString(value, 'application/xml');
    return documentElement.textContent.split(' ').filter((mark) => mark !== '');
  });
}

/** Instead of what was remembered before; goes out with the caller's next request. */
export async function rememberWritten(
  context: Excel.RequestContext,
  table: string,
  marks: readonly string[],
): Promise<void> {
  for (const part of await partsOf(context, table)) part.delete();
  const part = document.implementation.createDocument(namespaceOf(table), 'written');
  part.documentElement.textContent = marks.join(' ');
  context.workbook.customXmlParts.add(new XMLSerializer().serializeToString(part));
}

async function partsOf(context: Excel.RequestContext, table: string): Promise<readonly Excel.CustomXmlPart[]> {
  const found = context.workbook.customXmlParts.getByNamespace(namespaceOf(table));
  found.load('items/id');
  await context.sync();
  return found.items;
}
