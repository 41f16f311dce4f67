import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type BookSource, bookKinds } from '../../core/check/knowledge.ts';
import { areaName } from '../../core/sheet/grid.ts';
import type { Choice, FoundTable } from '../../core/sheet/table.ts';
import { formatDate, formatMoment } from '../language/format.ts';
import { type Language, useLanguage } from '../language/LanguageProvider.tsx';
import type { FoundSheets } from '../sheet-session/examiner.ts';
import { FoundTableView } from './FoundTableView.tsx';
import { OtherTables } from './OtherTables.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  book: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
  role: { minWidth: '80px', fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What was understood: one line a table, and where the prices, stock and customers come from. */
export function FoundTables(props: {
  found: FoundSheets;
  /** The company's time zone, for publishing dates. */
  timeZone: string;
  onGoTo: (table: Pick<FoundTable, 'file' | 'sheet' | 'area'>) => void;
  /** Takes the user's word for what a column or a table is. */
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { found, timeZone, onGoTo, onChoose } = props;
  const language = useLanguage();
  const { t } = language;
  const styles = useStyles();
  const elsewhere = bookKinds.filter((role) => found.knowledge[role]?.from !== 'workbook');
  return (
    <div className={styles.lines}>
      {found.tables.map((table) => (
        <FoundTableView
          key={`${table.file ?? ''}${table.sheet}${areaName(table.area)}${table.role}`}
          found={found}
          table={table}
          onGoTo={onGoTo}
          onChoose={onChoose}
        />
      ))}
      {elsewhere.map((role) => (
        <div key={role} className={styles.book}>
          <span className={styles.role}>{t(`terms:table.${role}`)}</span>
          <Text className={styles.faint}>{sourceText(found.knowledge[role], timeZone, language)}</Text>
        </div>
      ))}
      <OtherTables found={found} onGoTo={onGoTo} onChoose={onChoose} />
    </div>
  );
}

function sourceText(source: BookSource | null, timeZone: string, { t, locale }: Language): string {
  if (source === null) return t('screens:found.none');
  const version = source.version ?? '';
  if (source.asOf === undefined) return t('screens:found.published', { version });
  // A day is the one its prices or stock are of; only where none was named does the moment of publishing stand for it.
  return source.asOf.length === 10
    ? t('screens:found.published-as-of', { version, date: formatDate(source.asOf, locale) })
    : t('screens:found.published-on', { version, date: formatMoment(source.asOf, timeZone, locale) });
}
