/**
 * The client that Microsoft publishes as a package ends at ExcelApi 1.15; notes came with 1.18, and Excel's own copy has
 * them. Their classes are made here by the client's own builder from what the documentation lists.
 */
const NOTES_SET = '1.18';

/** Bits by which the client's builder knows what kind of member it makes. */
const Kind = { plain: 0, collection: 1, settable: 1, readOnly: 2, reads: 2, onceOnly: 8, indexer: 16 } as const;
const FIRST_SET = 1;
/** Reading leaves Excel's undo list alone. */
const READ_FLAG = 4;

const METADATA = {
  name: 'Excel',
  hostName: 'Excel',
  defaultApiSetName: 'ExcelApi',
  apiSets: [[NOTES_SET]],
  clientObjectTypes: [
    [
      'Note',
      Kind.plain,
      [
        ['authorName', Kind.readOnly, FIRST_SET],
        ['content', Kind.settable, FIRST_SET],
        ['height', Kind.settable, FIRST_SET],
        ['visible', Kind.settable, FIRST_SET],
        ['width', Kind.settable, FIRST_SET],
      ],
      0,
      [['delete', 0, Kind.plain, FIRST_SET]],
      [['getLocation', 'Excel.Range', 0, Kind.reads | Kind.onceOnly, FIRST_SET, READ_FLAG]],
    ],
    [
      'NoteCollection',
      Kind.collection,
      0,
      0,
      [['getCount', 0, Kind.reads, FIRST_SET, READ_FLAG]],
      [
        ['getItem', 'Excel.Note', 1, Kind.reads | Kind.indexer, FIRST_SET, READ_FLAG],
        ['add', 'Excel.Note', 2, Kind.onceOnly, FIRST_SET],
        ['getItemAt', 'Excel.Note', 1, Kind.reads, FIRST_SET, READ_FLAG],
        ['getItemOrNullObject', 'Excel.Note', 1, Kind.reads, FIRST_SET, READ_FLAG],
      ],
      0,
      'Excel.Note',
    ],
  ],
};

interface ClientLibrary {
  OfficeExtension: {
    LibraryBuilder: new (options: { metadata: object; targetNamespaceObject: object }) => object;
    BatchApiHelper: {
      createPropertyObject(type: unknown, parent: object, name: string, isCollection: boolean, flags: number): object;
    };
    Utility: { throwIfApiNotSupported(member: string, set: string, version: string, host: string): void };
  };
  Excel: Record<'NoteCollection', unknown> & Record<'Worksheet' | 'Workbook', { prototype: object }>;
}

/** Adds `Excel.Note`, `Excel.NoteCollection`, `worksheet.notes` and `workbook.notes` to Microsoft's client. */
export function teachClientNotes(): void {
  const { OfficeExtension, Excel } = globalThis as unknown as ClientLibrary;
  new OfficeExtension.LibraryBuilder({ metadata: METADATA, targetNamespaceObject: Excel });
  for (const owner of ['Worksheet', 'Workbook'] as const) {
    const collections = new WeakMap<object, object>();
    Object.defineProperty(Excel[owner].prototype, 'notes', {
      configurable: true,
      get(this: object) {
        OfficeExtension.Utility.throwIfApiNotSupported(`${owner}.notes`, 'ExcelApi', NOTES_SET, 'Excel');
        const collection =
          collections.get(this) ??
          OfficeExtension.BatchApiHelper.createPropertyObject(Excel.NoteCollection, this, 'Notes', true, READ_FLAG);
        collections.set(this, collection);
        return collection;
      },
    });
  }
}
