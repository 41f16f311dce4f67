import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ServerAway } from '../../../core/wire/client.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { fingerprintOf } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { usePane } from '../work/pane-context.ts';
import { LastPriceWords } from './LastPriceWords.tsx';
import { lastPricesOf } from './last-prices.ts';
import type { LineOfOrder } from './lines-in-rows.ts';

const useStyles = makeStyles({
  line: { minWidth: 0 },
  item: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  faint: { color: tokens.colorNeutralForeground3 },
  spinner: { justifyContent: 'flex-start' },
});

/** One order row with what its customer paid for its item last time. */
export function LastPriceOfLine({ line: asked }: { line: LineOfOrder }): ReactNode {
  const { t } = useLanguage();
  const { work, client, state } = usePane();
  const styles = useStyles();
  const tables = state.step === 'empty' ? [] : state.found.batch.tables;
  const { order, line } = asked;
  const name = `${fingerprintOf(order)} ${order.lines.indexOf(line)}`;
  const { answer, error, loading } = useAnswer(name, () => lastPricesOf(work, client)(asked, tables));
  const item = [line.itemCode ?? line.barcode ?? line.customerItemCode, line.itemName].filter(Boolean).join(' ');
  const title = [t('screens:last-price.row', { row: line.row + 1 }), item].filter(Boolean).join(' · ');
  return (
    <div className={styles.line}>
      <Text size={200} className={styles.item} title={title}>
        {title}
      </Text>
      {error instanceof ServerAway ? (
        <Text size={200} className={styles.faint}>
          {t('screens:error.away.what')}
        </Text>
      ) : error !== null ? (
        <ErrorMessage explanation={explain(error, t)} />
      ) : loading && answer === undefined ? (
        <Spinner size="extra-tiny" className={styles.spinner} label={t('screens:pane.papers.loading')} />
      ) : (
        <LastPriceWords found={answer ?? null} />
      )}
    </div>
  );
}
