import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { cellName } from '../../core/sheet/grid.ts';
import type { Choice, FoundTable } from '../../core/sheet/table.ts';
import { describeSkipped } from '../../locales/skipped.ts';
import { formatDate } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import type { ReadTable } from '../sheet-session/read-tables.ts';
import { asOf, isCompanion, isGuess, isUsed, orderRowsOf, ordersOf, placeOf, skippedOf } from './found-view.ts';
import { MappedColumns } from './MappedColumns.tsx';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, max-content) minmax(0, 1fr)',
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
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  role: { fontWeight: tokens.fontWeightSemibold },
  // What does not fit beside the place goes on below it, not below the role.
  facts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM },
  // One below the other, so that they can be compared.
  count: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  more: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  unused: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  place: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
  doubt: { color: tokens.colorStatusWarningForeground3 },
  notes: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  summary: { cursor: 'pointer' },
  skipped: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** One table: what it is, where, how much stands in it and of which day; below, what may surprise, and its columns. */
export function FoundTableView(props: {
  found: FoundSheets;
  table: ReadTable;
  onGoTo: (table: FoundTable) => void;
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { found, table, onGoTo, onChoose } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const used = isUsed(found, table);
  const date = asOf(found, table);
  const rows = table.role === 'orders' && used ? orderRowsOf(found, table) : (table.rows ?? 0);
  const companion = isCompanion(found, table);
  return (
    <div>
      <button type="button" className={styles.line} onClick={() => onGoTo(table)}>
        <span className={mergeClasses(styles.role, !used && styles.unused)}>{t(`terms:table.${table.role}`)}</span>
        <span className={styles.facts}>
          <span className={styles.place}>{placeOf(found, table)}</span>
          {used && <span className={styles.count}>{t('screens:found.rows', { count: rows })}</span>}
          <span className={styles.more}>
            {used && table.role === 'orders' && (
              <span className={styles.faint}>{t('screens:found.orders', { count: ordersOf(found, table) })}</span>
            )}
            {date && (
              <span className={styles.faint}>{t('screens:found.as-of', { date: formatDate(date, locale) })}</span>
            )}
            {companion && <span className={styles.faint}>{t('screens:found.same-rows')}</span>}
            {isGuess(table) && used && <span className={styles.doubt}>{t('screens:found.guess')}</span>}
          </span>
        </span>
      </button>
      <Heads table={table} />
      <Notes found={found} table={table} used={used} />
      <MappedColumns table={table} companion={companion} onChoose={onChoose} />
    </div>
  );
}

/** What cells around the table say of its orders, so that nobody wonders where a customer comes from. */
function Heads({ table: { heads = [] } }: { table: ReadTable }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  if (heads.length === 0) return null;
  const list = heads.map(({ field, row, column, raw, value }) =>
    t('screens:found.head', { field: t(`terms:field.${field}`), value: value ?? raw, cell: cellName(row, column) }),
  );
  return (
    <Text block className={styles.notes}>
      {t('screens:found.heads', { list: new Intl.ListFormat(locale, { type: 'unit' }).format(list) })}
    </Text>
  );
}

/** What is easily overlooked: rows that count though nobody sees them, rows that don't count though everybody does. */
function Notes({ found, table, used }: { found: FoundSheets; table: ReadTable; used: boolean }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const hiddenColumns = table.columns.filter(({ hidden, field }) => hidden && field !== null).length;
  const skipped = skippedOf(found, table);
  const unused = table.role === 'orders' ? t('screens:found.unsure') : t('screens:found.not-used');
  const notes = [
    ...(used ? [] : [unused]),
    ...(table.hiddenRows > 0 ? [t('screens:found.hidden-rows', { count: table.hiddenRows })] : []),
    ...(hiddenColumns > 0 ? [t('screens:found.hidden-columns', { count: hiddenColumns })] : []),
  ];
  if (notes.length === 0 && skipped.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <Text key={note} block size={200}>
          {note}
        </Text>
      ))}
      {skipped.length > 0 && (
        <details>
          <summary className={styles.summary}>{t('screens:found.skipped', { count: skipped.length })}</summary>
          <ul className={styles.skipped}>
            {describeSkipped(skipped, t).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
