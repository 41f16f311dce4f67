import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../core/check/finding.ts';
import { type CellPlace, cellName, columnName } from '../../../core/sheet/grid.ts';
import type { SheetOfFile } from '../../../core/sheet/understand.ts';
import type { RowStatus } from '../../../ui/sheet-session/port.ts';
import type { CellEdit } from '../opened-workbook.ts';
import { useGridStyles } from './grid-styles.ts';
import { type GridLayout, layoutOf, rowHeight, visiblePart, widthOf } from './layout.ts';
import { marksOf } from './marks.ts';
import { SheetRow } from './SheetRow.tsx';

/** Left of the cells: row number, and order number with status once there are any. */
const numberWidth = 52;
const statusWidth = 220;

/** One sheet, of which only the visible part is drawn: a hundred thousand rows scroll like ten. */
export function SheetGrid(props: {
  sheet: SheetOfFile;
  findings: readonly Finding[];
  place: CellPlace | null;
  edits: readonly CellEdit[];
  statuses: readonly RowStatus[];
}): ReactNode {
  const { sheet, findings, place, edits, statuses } = props;
  const styles = useGridStyles();
  const layout = useMemo(() => layoutOf(sheet), [sheet]);
  const marks = useMemo(() => marksOf(findings), [findings]);
  const edited = useMemo(() => new Set(edits.map(({ row, column }) => cellName(row, column))), [edits]);
  const statusOfRow = useMemo(() => new Map(statuses.map((status) => [status.row, status])), [statuses]);
  const side = numberWidth + (statuses.length > 0 ? statusWidth : 0);
  const box = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState({ top: 0, left: 0, width: 1200, height: 800 });
  const look = useCallback(() => {
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = box.current ?? emptyBox;
    setScroll({ top, left, width, height });
  }, []);
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [look]);
  useEffect(() => {
    if (place && box.current) bringIntoView(box.current, layout, place, side);
  }, [place, layout, side]);

  const part = visiblePart(layout, scroll);
  const columns = range(part.left, part.right);
  const width = side + (layout.lefts.at(-1) ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll the sheet
    <div ref={box} className={styles.box} onScroll={look} tabIndex={0}>
      <div className={styles.sheet} style={{ width, height: layout.height + rowHeight }}>
        <div className={styles.head} style={{ width }}>
          <span className={styles.corner} style={{ width: side }} />
          {columns.map((column) => (
            <span
              key={column}
              className={styles.columnName}
              style={{ left: side + (layout.lefts[column] ?? 0), width: widthOf(layout, column) }}
            >
              {columnName(column)}
            </span>
          ))}
        </div>
        {range(part.top, part.bottom).map((row) => (
          <SheetRow
            key={row}
            sheet={sheet}
            layout={layout}
            row={row}
            columns={columns}
            side={side}
            width={width}
            marks={marks}
            edited={edited}
            selected={place?.row === row ? place.column : null}
            status={statusOfRow.get(row) ?? null}
          />
        ))}
      </div>
    </div>
  );
}

const emptyBox = { scrollTop: 0, scrollLeft: 0, clientWidth: 0, clientHeight: 0 };
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
/** Scrolls only if the cell can't be seen, then so that its surroundings can. */
function bringIntoView(box: HTMLDivElement, layout: GridLayout, place: CellPlace, side: number): void {
  const top = place.row * rowHeight;
  const left = layout.lefts[place.column] ?? 0;
  const right = layout.lefts[place.column + 1] ?? left;
  const above = top < box.scrollTop;
  const below = top + 2 * rowHeight > box.scrollTop + box.clientHeight;
  if (above || below) box.scrollTop = Math.max(top - box.clientHeight / 2, 0);
  const before = left < box.scrollLeft;
  const behind = right + side > box.scrollLeft + box.clientWidth;
  if (before || behind) box.scrollLeft = Math.max(right + side - box.clientWidth * 0.75, 0);
}
