import type { CellValue } from '../../core/sheet/grid.ts';
import { cellName } from '../../core/sheet/grid.ts';
import { vocabularyOf, withContentType, withRelationship } from '../annotate/add-part.ts';
import { withSheet } from '../annotate/add-sheet.ts';
import { textCell } from '../annotate/xml-text.ts';
import { writeZip } from '../zip/write.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Delimited text as a workbook of one sheet, every cell text as it was typed: text files can't carry colours. */
export function toXlsx(sheet: string, rows: readonly (readonly CellValue[])[]): Uint8Array {
  const vocabulary = vocabularyOf('');
  const part = 'worksheets/sheet1.xml';
  const links = withRelationship(`<Relationships xmlns="${relationships}"/>`, part, 'worksheet', vocabulary);
  const workbook = withSheet(`<workbook xmlns="${vocabulary.main}"><sheets/></workbook>`, sheet, links.id, vocabulary);
  const contents = `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', withContentType(contents, `xl/${part}`, 'worksheet')],
    [
      '_rels/.rels',
      `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${vocabulary.links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', links.xml],
    [
      `xl/${part}`,
      `<worksheet xmlns="${vocabulary.main}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
    ],
  ];
  const encoder = new TextEncoder();
  return writeZip(
    new Uint8Array(),
    parts.map(([name, xml]) => ({ kind: 'new', name, bytes: encoder.encode(declaration + xml) })),
  );
}

function rowXml(cells: readonly CellValue[], row: number): string {
  const written = cells.map((content, column) =>
    content === null ? '' : textCell('', cellName(row, column), String(content), null),
  );
  return written.every((xml) => xml === '') ? '' : `<row r="${row + 1}">${written.join('')}</row>`;
}
