import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, TableAddRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { excelKeptTables } from '../../excel/kept-tables.ts';
import { usePane } from '../work/pane-context.ts';
import { KeptResult } from './KeptResult.tsx';
import { type KeptBook, keptBooks } from './kept-books.ts';
import { ownSheets, type Refreshed, refreshBook } from './refresh-book.ts';

const useStyles = makeStyles({
  books: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** The published price list and stock as sheets of this workbook, refreshed in place. */
export function KeptBooksTool(): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { work, state, me, client, attempt } = usePane();
  const [keptOn, setKeptOn] = useState<Readonly<Record<string, string>> | null>(null);
  const [refreshing, setRefreshing] = useState(false);
  const [results, setResults] = useState<ReadonlyMap<KeptBook, Refreshed>>(new Map());
  // Excel may have been busy: the failure is shown, and a click looks again.
  const [lost, setLost] = useState(false);
  const find = useCallback(
    () =>
      attempt(async () => {
        setLost(false);
        try {
          setKeptOn(await excelKeptTables.find(keptBooks));
        } catch (failure) {
          setLost(true);
          throw failure;
        }
      }),
    [attempt],
  );
  useEffect(() => void find(), [find]);
  if (state.step === 'empty') return null;
  const { knowledge } = state.found;
  const busy = refreshing || keptOn === null ? t('screens:busy.refreshing') : busyReason(state.doing, t);
  const reasonOf = (book: KeptBook): string | null => {
    if (lost) return busyReason(state.doing, t);
    const own = ownSheets(knowledge[book], keptOn?.[book]);
    if (own.length === 0) return busy;
    return t('screens:kept.own', { table: t(`terms:table.${book}`), sheets: own.join(', ') });
  };
  const refresh = (book: KeptBook) =>
    attempt(async () => {
      setRefreshing(true);
      try {
        const { timeZone, currency } = me;
        const done = await refreshBook(book, { client, tables: excelKeptTables, t, timeZone, currency });
        setResults((before) => new Map([...before, [book, done]]));
        await (isChecked(state) ? work.session.check() : work.session.read());
        await find();
      } finally {
        setRefreshing(false);
      }
    });
  return (
    <div className={styles.books}>
      {keptBooks.map((book) => {
        const table = t(`terms:table.${book}`);
        const sheet = keptOn?.[book];
        const result = results.get(book);
        const reason = reasonOf(book);
        return (
          <div key={book} className={styles.books}>
            <ReasonedButton
              icon={sheet === undefined ? <TableAddRegular /> : <ArrowSyncRegular />}
              reason={reason}
              onClick={() => void (lost ? find() : refresh(book))}
            >
              {sheet === undefined ? t('screens:kept.insert', { table }) : t('screens:kept.refresh', { table, sheet })}
            </ReasonedButton>
            {reason !== null && reason !== busy && (
              <Text size={200} className={styles.faint}>
                {reason}
              </Text>
            )}
            {result !== undefined && <KeptResult table={table} result={result} />}
          </div>
        );
      })}
      <Text size={200} className={styles.faint}>
        {t('screens:kept.hint')}
      </Text>
    </div>
  );
}
