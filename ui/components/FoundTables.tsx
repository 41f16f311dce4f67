import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BookSource } from '../../core/check/knowledge.ts';
import { areaName } from '../../core/sheet/grid.ts';
import type { ColumnChoice, FoundTable } from '../../core/sheet/table.ts';
import { formatDate, formatMoment } from '../language/format.ts';
import { type Language, useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examine.ts';
import { MappedColumns } from './MappedColumns.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'left',
  },
  clickable: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  role: { minWidth: '80px', fontWeight: tokens.fontWeightSemibold },
  place: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  skipped: { margin: 0, paddingLeft: '88px', color: tokens.colorNeutralForeground3 },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What was understood: one line a table, and where the prices, stock and customers come from. */
export function FoundTables(props: {
  found: FoundSheets;
  /** The company's time zone, for publishing dates. */
  timeZone: string;
  onGoTo: (table: FoundTable) => void;
  onChoose?: (choice: ColumnChoice) => void;
}): ReactNode {
  const { found, onGoTo } = props;
  const language = useLanguage();
  const { t } = language;
  const styles = useStyles();
  const books = (['prices', 'stock', 'customers'] as const).filter(
    (role) => !found.tables.some((t) => t.role === role),
  );
  const severalFiles = new Set(found.tables.map(({ file }) => file)).size > 1;
  return (
    <div className={styles.lines}>
      {found.tables.map((table) => (
        <div key={`${table.file ?? ''}${table.sheet}${areaName(table.area)}`}>
          <button type="button" className={`${styles.line} ${styles.clickable}`} onClick={() => onGoTo(table)}>
            <span className={styles.role}>{t(`terms:table.${table.role}`)}</span>
            <span className={styles.place}>{placeOf(table, severalFiles)}</span>
            <span className={styles.faint}>{t('screens:found.rows', { count: rowsOf(found, table) })}</span>
            {table.role === 'orders' && (
              <span className={styles.faint}>{t('screens:found.orders', { count: ordersOf(found, table) })}</span>
            )}
          </button>
          {table.role === 'orders' &&
            skippedOf(found, table).map(({ sheet, row, because }) => (
              <Text key={row} as="p" className={styles.skipped}>
                {t(`findings:skipped.${because}`, { sheet, row: row + 1 })}
              </Text>
            ))}
          <MappedColumns table={table} {...(props.onChoose && { onChoose: props.onChoose })} />
        </div>
      ))}
      {books.map((role) => (
        <div key={role} className={styles.line}>
          <span className={styles.role}>{t(`terms:table.${role}`)}</span>
          <Text className={styles.faint}>{sourceText(found.knowledge[role], props.timeZone, language)}</Text>
        </div>
      ))}
    </div>
  );
}

const placeOf = ({ file, sheet, area }: FoundTable, severalFiles: boolean) =>
  `${file && severalFiles ? `${file} · ` : ''}${sheet}!${areaName(area)}`;

/** Rows that order something; of the other tables every row under the header. */
function rowsOf(found: FoundSheets, table: FoundTable): number {
  if (table.role !== 'orders') return table.area.bottom - table.headerRow;
  const index = indexOf(found, table);
  return found.batch.orders.flatMap(({ lines }) => lines).filter((line) => line.table === index).length;
}

function ordersOf(found: FoundSheets, table: FoundTable): number {
  const index = indexOf(found, table);
  return found.batch.orders.filter(({ lines }) => lines.some((line) => line.table === index)).length;
}

const skippedOf = ({ skipped }: FoundSheets, { file, sheet, area }: FoundTable) =>
  skipped.filter((one) => one.file === file && one.sheet === sheet && one.row >= area.top && one.row <= area.bottom);

const indexOf = ({ batch }: FoundSheets, { file, sheet, headerRow }: FoundTable): number =>
  batch.tables.findIndex((table) => table.file === file && table.sheet === sheet && table.headerRow === headerRow);

function sourceText(source: BookSource | null, timeZone: string, { t, locale }: Language): string {
  if (source === null) return t('screens:found.none');
  if (source.asOf === undefined) return t('screens:found.published', { version: source.version ?? '' });
  const date =
    source.asOf.length === 10 ? formatDate(source.asOf, locale) : formatMoment(source.asOf, timeZone, locale);
  return t('screens:found.published-on', { version: source.version ?? '', date });
}
