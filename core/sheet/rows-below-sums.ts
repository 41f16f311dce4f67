/** Texts in quotes are skipped; then an optional sheet, and a range of cells with nothing around it that makes it a name. */
const range =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?)(\d+)(?![\p{L}\p{N}_(!.])/gu;

/**
 * A formula below a table whose sums ended with the table's last row, with the rows that were put below that one in them too.
 * Excel itself widens a range only for rows that come between its first row and its last.
 * @param formula as it stands below the new rows
 */
export function withRowsInSums(
  formula: string,
  { sheet, lastRow, count }: { readonly sheet: string; readonly lastRow: number; readonly count: number },
): string {
  return formula.replace(range, (whole: string, prefix?: string, cells?: string, bottom?: string) => {
    if (cells === undefined || Number(bottom) !== lastRow + 1) return whole;
    if (prefix !== undefined && sheetOf(prefix) !== sheet) return whole;
    return `${prefix ?? ''}${cells}${lastRow + 1 + count}`;
  });
}

const sheetOf = (prefix: string): string => {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};
