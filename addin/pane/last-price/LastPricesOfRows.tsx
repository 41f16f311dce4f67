import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DismissButton } from '../../../ui/components/DismissButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { LastPriceOfLine } from './LastPriceOfLine.tsx';
import type { LineOfOrder } from './lines-in-rows.ts';

/** As many as can be read without scrolling the step away. */
const atOnce = 5;

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** What the cell menu asked for: the last price of each selected row, on whatever step the pane is. */
export function LastPricesOfRows(props: { lines: readonly LineOfOrder[]; onDismiss: () => void }): ReactNode {
  const { lines, onDismiss } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('screens:last-price.title')}</MessageBarTitle>
        <ul className={styles.list}>
          {lines.slice(0, atOnce).map((line) => (
            <li key={`${line.line.table} ${line.line.row}`}>
              <LastPriceOfLine line={line} />
            </li>
          ))}
          {lines.length > atOnce && <li>{t('screens:last-price.more', { count: lines.length - atOnce })}</li>}
        </ul>
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
    </MessageBar>
  );
}
