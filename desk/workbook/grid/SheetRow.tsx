import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import { cellAt } from '../../../core/sheet/cells.ts';
import { type Area, cellName } from '../../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import { describeFinding } from '../../../locales/describe.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { RowStatus } from '../../../ui/sheet-session/port.ts';
import { cellText } from './cell-text.ts';
import { useGridStyles } from './grid-styles.ts';
import { type GridLayout, isWithin, rowHeight, runsOver, widthOf } from './layout.ts';
import type { Marks } from './marks.ts';

interface SheetRowProps {
  readonly sheet: SheetOfFile;
  readonly layout: GridLayout;
  readonly row: number;
  readonly columns: readonly number[];
  readonly side: number;
  readonly width: number;
  readonly marks: Marks;
  readonly edited: ReadonlySet<string>;
  /** The column gone to, if it is in this row. */
  readonly selected: number | null;
  readonly status: RowStatus | null;
}

export const SheetRow = memo(function SheetRow(props: SheetRowProps): ReactNode {
  const { sheet, row, columns, side, width, status } = props;
  const styles = useGridStyles();
  const hidden = sheet.hiddenRows?.includes(row) ?? false;
  return (
    <div
      data-row={row + 1}
      className={mergeClasses(styles.row, hidden && styles.hidden)}
      style={{ top: (row + 1) * rowHeight, width }}
    >
      <span className={styles.side} style={{ width: side }}>
        <span className={styles.rowNumber}>{row + 1}</span>
        {status && (
          <span className={styles.status} title={`${status.number ?? ''} ${status.text}`}>
            {status.number ?? ''} {status.text}
          </span>
        )}
      </span>
      {columns.map((column) => (
        <SheetCell key={column} {...props} column={column} />
      ))}
    </div>
  );
});

function SheetCell(props: SheetRowProps & { column: number }): ReactNode {
  const { sheet, layout, row, column, side, marks, edited, selected } = props;
  const { t, locale } = useLanguage();
  const styles = useGridStyles();
  const merge = sheet.merges?.find((area) => isWithin(area, row, column));
  if (merge && (merge.top !== row || merge.left !== column)) return null;
  const { value, format } = cellAt(sheet, row, column);
  const name = cellName(row, column);
  const finding = marks.get(name);
  const text = cellText(value, format, sheet.date1904);
  const size = merge ? mergedSize(layout, merge) : { width: widthOf(layout, column), height: rowHeight };
  return (
    <span
      data-cell={name}
      className={mergeClasses(
        styles.cell,
        typeof value === 'number' && styles.number,
        !merge && runsOver(sheet.values[row - sheet.row] ?? [], column - sheet.column) && styles.running,
        edited.has(name) && styles.edited,
        finding && styles[finding.severity],
        selected === column && styles.selected,
      )}
      style={{ left: side + (layout.lefts[column] ?? 0), ...size }}
      title={finding ? `${text}\n${describeFinding(finding, t, locale).message}` : text}
    >
      {text}
    </span>
  );
}

const mergedSize = ({ lefts }: GridLayout, { top, bottom, left, right }: Area) => ({
  width: (lefts[right + 1] ?? lefts.at(-1) ?? 0) - (lefts[left] ?? 0),
  height: (bottom - top + 1) * rowHeight,
});
