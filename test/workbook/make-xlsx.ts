import { strToU8, zipSync } from 'fflate';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface MadeWorkbook {
  /** Content of <worksheet>, sheet by sheet: usually "<sheetData>…</sheetData>". */
  readonly sheets: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  /** Attributes of workbookPr. */
  readonly workbook?: string;
  /** Further parts, or other contents for the usual ones. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** The smallest package that holds these sheets, named S1, S2 …; parts may be replaced to break it. */
export function makeXlsx({ sheets, strings, styles, workbook = '', parts = {} }: MadeWorkbook): Uint8Array {
  const numbers = sheets.map((_, at) => at + 1);
  const relationships = [
    ...numbers.map((n) => `<Relationship Id="rId${n}" Type="${links}/worksheet" Target="worksheets/sheet${n}.xml"/>`),
    ...(strings ? [`<Relationship Id="s" Type="${links}/sharedStrings" Target="sharedStrings.xml"/>`] : []),
    ...(styles ? [`<Relationship Id="t" Type="${links}/styles" Target="styles.xml"/>`] : []),
  ];
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${contentTypes}.worksheet+xml"/>`).join('')}${strings ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${contentTypes}.sharedStrings+xml"/>` : ''}${styles ? `<Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>` : ''}</Types>`,
    '_rels/.rels': `<Relationships ${packageLinks}><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${links}"><workbookPr ${workbook}/><sheets>${numbers.map((n) => `<sheet name="S${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${packageLinks}>${relationships.join('')}</Relationships>`,
    ...(strings && { 'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>` }),
    ...(styles && { 'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${main}>${xml}</worksheet>`]),
    ),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** One row of cells given as XML: row('<c r="A1"><v>1</v></c>'). */
export const sheetData = (...rows: string[]): string =>
  `<sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData>`;
