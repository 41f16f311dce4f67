import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, TableAddRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Texts } from '../../../locales/texts.ts';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { excelKeptTables } from '../../excel/kept-tables.ts';
import { usePane } from '../work/pane-context.ts';
import { KeptResult } from './KeptResult.tsx';
import { type Keepable, keepables, ownSheets, type Refreshed } from './refresh-table.ts';

const useStyles = makeStyles({
  tables: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** Open orders and the published price list and stock as sheets of this workbook, refreshed in place. */
export function KeptTablesTool(): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { work, state, me, client, attempt } = usePane();
  const [keptOn, setKeptOn] = useState<Readonly<Record<string, string>> | null>(null);
  const [refreshing, setRefreshing] = useState(false);
  const [results, setResults] = useState<ReadonlyMap<Keepable['id'], Refreshed>>(new Map());
  // Excel may have been busy: the failure is shown, and a click looks again.
  const [lost, setLost] = useState(false);
  const find = useCallback(
    () =>
      attempt(async () => {
        setLost(false);
        try {
          setKeptOn(await excelKeptTables.find(keepables.map(({ id }) => id)));
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
  const reasonOf = ({ id, name, book }: Keepable): string | null => {
    if (lost) return busyReason(state.doing, t);
    const own = book === null ? [] : ownSheets(knowledge[book], keptOn?.[id]);
    if (own.length === 0) return busy;
    return t('screens:kept.own', { table: t(name), sheets: own.join(', ') });
  };
  const refresh = (keepable: Keepable) =>
    attempt(async () => {
      setRefreshing(true);
      try {
        const { timeZone, currency } = me;
        const done = await keepable.refresh({ client, tables: excelKeptTables, t, locale, timeZone, currency });
        setResults((before) => new Map([...before, [keepable.id, done]]));
        await (isChecked(state) ? work.session.check() : work.session.read());
        await find();
      } finally {
        setRefreshing(false);
      }
    });
  return (
    <div className={styles.tables}>
      {keepables.map((keepable) => {
        const { id, name, stayed } = keepable;
        const table = t(name);
        const sheet = keptOn?.[id];
        const result = results.get(id);
        const reason = reasonOf(keepable);
        return (
          <div key={id} className={styles.tables}>
            <ReasonedButton
              icon={sheet === undefined ? <TableAddRegular /> : <ArrowSyncRegular />}
              reason={reason}
              onClick={() => void (lost ? find() : refresh(keepable))}
            >
              {buttonText(t, table, sheet)}
            </ReasonedButton>
            {reason !== null && reason !== busy && (
              <Text size={200} className={styles.faint}>
                {reason}
              </Text>
            )}
            {result !== undefined && <KeptResult table={table} stayed={stayed} result={result} />}
          </div>
        );
      })}
      <Text size={200} className={styles.faint}>
        {t('screens:kept.hint')}
      </Text>
      <Text size={200} className={styles.faint}>
        {t('screens:kept.view')}
      </Text>
    </div>
  );
}

/** A sheet that was given another name is called by it besides. */
function buttonText(t: Texts, table: string, sheet: string | undefined): string {
  if (sheet === undefined) return t('screens:kept.insert', { table });
  return sheet === table ? t('screens:kept.refresh', { table }) : t('screens:kept.refresh-named', { table, sheet });
}
