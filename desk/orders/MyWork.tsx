import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LifecycleCommand } from '../../core/order/transitions.ts';
import type { Answer } from '../../core/wire/client.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useNews } from '../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { formatDate, formatMoment } from '../../ui/language/format.ts';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { nameOfCommand } from '../order/act/order-act.ts';
import { LateMark } from '../order/LateMark.tsx';
import { may, useDesk } from '../session/desk-context.ts';

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: tokens.spacingHorizontalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  opened: { backgroundColor: tokens.colorNeutralBackground1Selected },
  step: { fontWeight: tokens.fontWeightSemibold, minWidth: '96px' },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  customer: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  faint: { color: tokens.colorNeutralForeground3 },
  empty: { padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}` },
  hint: { display: 'block', marginBottom: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
});

type Entry = Answer<'worklist'>['entries'][number];

/**
 * What waits for whoever looks: his own orders and what his roles are asked, late first, then by the time it is due. A click opens
 * the order; a hold on a customer lies beside all of his.
 */
export function MyWork(props: { opened: string | null; version: number; onOpen: (number: string) => void }): ReactNode {
  const { opened, version, onOpen } = props;
  const { t } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const { answer, error, reload } = useAnswer(`${me.user.id} ${version}`, () => client.call('worklist', {}), true);
  useNews(() => true, reload);
  if (error !== null)
    return <ErrorMessage explanation={explain(error, t)} action={{ text: t('desk:try-again'), onClick: reload }} />;
  if (!answer) return null;
  if (answer.entries.length === 0) return <NothingWaits />;
  return (
    <ul className={styles.rows} aria-label={t('desk:orders.mine')}>
      {answer.entries.map((entry) => (
        <li key={keyOf(entry)}>
          <WorkRow entry={entry} isOpened={entry.order?.number === opened} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ order, hold, command, step }: Entry): string =>
  [order?.number, hold?.number, command, step].filter(Boolean).join(' ');

/** What is to be done: a command of the order's, with the aspect that is signed for, or one of a hold's, with why it is held. */
function deedOf({ order, hold, command, step }: Entry, { t }: Language): string {
  if (order === undefined || hold !== undefined)
    return [t(`records:command.${command}`), hold && t(`terms:holdReason.${hold.reason}`)].filter(Boolean).join(' · ');
  // A step is named by its aspect and the least who may sign it: "credit:finance-manager".
  const aspect = step?.split(':')[0];
  const name = t(nameOfCommand(command as LifecycleCommand, order.status));
  return aspect === undefined ? name : `${name} · ${t(`review:aspect.${aspect}`)}`;
}

function WorkRow(props: { entry: Entry; isOpened: boolean; onOpen: (number: string) => void }): ReactNode {
  const { entry, isOpened, onOpen } = props;
  const { order, hold, due, isLate, asked } = entry;
  const language = useLanguage();
  const { t, locale } = language;
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, isOpened && styles.opened)}
      aria-current={isOpened ? 'true' : undefined}
      disabled={order === undefined}
      onClick={() => order && onOpen(order.number)}
    >
      <Text className={styles.number}>{order?.number ?? hold?.number}</Text>
      <Text className={asked ? styles.step : styles.faint}>{deedOf(entry, language)}</Text>
      <Text className={styles.customer}>{order?.customer ?? hold?.customerCode}</Text>
      <span className={styles.end}>
        {!asked && <Text className={styles.faint}>{t('desk:orders.others-turn')}</Text>}
        {due !== undefined && (
          <Text className={styles.faint}>
            {t('desk:review.due', {
              when: due.length === 10 ? formatDate(due, locale) : formatMoment(due, timeZone, locale),
            })}
          </Text>
        )}
        {isLate && <LateMark />}
      </span>
    </button>
  );
}

function NothingWaits(): ReactNode {
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const [, go] = useLocation();
  return (
    <div className={styles.empty}>
      <Text className={styles.hint}>{t('desk:orders.nothing-waits')}</Text>
      {may(me, 'orders.post') && (
        <Button appearance="primary" size="large" icon={<TableRegular />} onClick={() => go('/workbook')}>
          {t('desk:orders.open-workbook')}
        </Button>
      )}
    </div>
  );
}
