import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { RowsOfSheet } from '../../../ui/sheet-session/orders-in-rows.ts';
import { isChecked, sheetHasChanged } from '../../../ui/sheet-session/state.ts';
import { lowest, short } from '../../../ui/theme/short.ts';
import { gridSelection } from '../../excel/watch-selection.ts';
import { usePane } from '../work/pane-context.ts';
import { followSelection } from './follow-selection.ts';
import { LastPriceOfLine } from './LastPriceOfLine.tsx';
import { linesInRows } from './lines-in-rows.ts';

const useStyles = makeStyles({
  // As high with a price as without one: nothing below it jumps while the clerk walks through rows.
  place: {
    minHeight: '32px',
    lineHeight: tokens.lineHeightBase200,
    [short]: { minHeight: 0, maxHeight: '34px', overflowY: 'auto' },
    // The cell menu says it, too.
    [lowest]: { display: 'none' },
  },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What the customer of the selected row paid last time; follows the selection in the grid. */
export function LastPriceOfSelection(): ReactNode {
  const { t } = useLanguage();
  const { state, attempt } = usePane();
  const styles = useStyles();
  const [rows, setRows] = useState<RowsOfSheet | null>(null);
  useEffect(() => {
    const failed = (error: unknown) => void attempt(() => Promise.reject(error));
    const following = followSelection(gridSelection, setRows, failed, isSeen);
    document.addEventListener('visibilitychange', following.look);
    return () => {
      document.removeEventListener('visibilitychange', following.look);
      following.end();
    };
  }, [attempt]);
  // Rows may have moved since: the price of another one would be believed.
  const hasMoved = isChecked(state) && sheetHasChanged(state);
  const [line] = rows === null || hasMoved ? [] : linesInRows(state, rows);
  return (
    <section className={styles.place} aria-label={t('screens:last-price.title')}>
      {line ? (
        <LastPriceOfLine line={line} />
      ) : (
        <Text size={200} className={styles.faint}>
          {t(hasMoved ? 'screens:pane.stale' : 'screens:last-price.select')}
        </Text>
      )}
    </section>
  );
}

const isSeen = (): boolean => document.visibilityState === 'visible';
