import { Checkbox, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ClockRegular, DismissCircleFilled, InfoFilled } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import type { Client } from '../../core/wire/client.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { fingerprintOf, type OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { isOnServer, type OrderFate } from '../sheet-session/post-in-batches.ts';
import { numberOf } from '../sheet-session/row-statuses.ts';
import { changedSince, notInSheet, type SentOrder } from '../sheet-session/sent-orders.ts';
import type { Checked } from '../sheet-session/state.ts';
import { CopyReply } from './CopyReply.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { FindingLine } from './FindingLine.tsx';
import { findingId } from './findings-view.ts';
import { replies } from './replies.ts';
import { type Answered, resultsOf } from './results-view.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { fateText } from './status-words.ts';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  key: {
    flex: '1 1 75%',
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  number: { fontVariantNumeric: 'tabular-nums' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  findings: { listStyleType: 'none', margin: 0, padding: 0, flexBasis: '100%' },
  neutral: { color: tokens.colorNeutralForeground3 },
});

/** From here on what failed may be looked at alone. */
const many = 8;

/**
 * One line for each order sent: what stopped it, down to the cell, or its number and status; then those that wait for the
 * server. What failed stands first, for it is still to be done. What turned a whole batch away is said once, above.
 */
export function PostResults(props: {
  state: Checked;
  client: Client;
  onOpen: (number: string) => void;
  onGoTo: (finding: Finding) => void;
  /** Code of a problem that the page explains itself, with what to do about it. */
  explained?: string;
}): ReactNode {
  const { state, client, onOpen, onGoTo, explained } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [wantsFailed, setWantsFailed] = useState(false);
  const { failed, others, waiting, problems } = resultsOf(state);
  const apart = [
    ...[...changedSince(state).values()].map((each) => ({ ...each, what: 'screens:fate.changed-since' })),
    ...notInSheet(state).map((each) => ({ ...each, what: 'screens:fate.not-here' })),
  ];
  const total = failed.length + others.length + waiting.length + apart.length;
  const mayChoose = failed.length > 0 && failed.length < total && total > many;
  const failedOnly = mayChoose && wantsFailed;
  return (
    <>
      {[...problems].map(
        ([code, message]) => code !== explained && <ErrorMessage key={code} explanation={{ what: message }} />,
      )}
      {mayChoose && (
        <Checkbox
          checked={wantsFailed}
          label={t('screens:post.failed-only', { count: failed.length })}
          onChange={(_, { checked }) => setWantsFailed(checked === true)}
        />
      )}
      <ul className={styles.lines}>
        {[...failed, ...(failedOnly ? [] : others)].map((each) => (
          <Result key={each.fingerprint} {...each} client={client} onOpen={onOpen} onGoTo={onGoTo} />
        ))}
        {apart
          .filter(({ fate }) => !failedOnly || !isOnServer(fate))
          .map((each) => (
            <ResultApart key={fingerprintOf(each.order)} {...each} onOpen={onOpen} />
          ))}
        {(failedOnly ? [] : waiting).map(({ order, fingerprint }) => (
          <li key={fingerprint} className={styles.line}>
            <ClockRegular className={styles.neutral} fontSize={16} aria-hidden />
            <Text className={styles.key}>{nameOf(order)}</Text>
            <Text className={styles.neutral}>{t('screens:fate.kept')}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}

/** An order that was sent: which, under what number, how far it is; below it what else there is to say. */
function Line(props: Pick<SentOrder, 'order' | 'fate'> & { onOpen: (number: string) => void; children: ReactNode }) {
  const { order, fate, onOpen, children } = props;
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <FateIcon fate={fate} />
      <Text className={styles.key}>{nameOf(order)}</Text>
      <FateNumber fate={fate} onOpen={onOpen} />
      {'status' in fate && <StatusBadge status={fate.status} />}
      {children}
    </li>
  );
}

/** Sent as it stood before its rows were changed, or no longer in this sheet at all. */
function ResultApart(props: SentOrder & { what: string; onOpen: (number: string) => void }): ReactNode {
  const { fate, what } = props;
  const language = useLanguage();
  const styles = useStyles();
  return (
    <Line {...props}>
      <Text className={styles.neutral}>{isOnServer(fate) ? language.t(what) : fateText(fate, language)}</Text>
    </Line>
  );
}

function FateNumber({ fate, onOpen }: { fate: OrderFate; onOpen: (number: string) => void }): ReactNode {
  const styles = useStyles();
  const number = numberOf(fate);
  return (
    number && (
      <Link className={styles.number} onClick={() => onOpen(number)}>
        {number}
      </Link>
    )
  );
}

function Result(
  props: Answered & {
    client: Client;
    onOpen: (number: string) => void;
    onGoTo: (finding: Finding) => void;
  },
): ReactNode {
  const { order, findings, fate, client, onOpen, onGoTo } = props;
  const language = useLanguage();
  const styles = useStyles();
  return (
    <Line order={order} fate={fate} onOpen={onOpen}>
      {fate.outcome !== 'posted' && <Text className={styles.neutral}>{fateText(fate, language)}</Text>}
      {fate.outcome !== 'failed' && (
        <CopyReply
          outdented
          reply={async () => (await replies.fetch()).replyOfFate(client, { order, findings }, fate, language.locale)}
        />
      )}
      {fate.outcome === 'findings' && <FoundByServer findings={fate.findings} onGoTo={onGoTo} />}
    </Line>
  );
}

const nameOf = ({ key, customer }: OrderInSheet['order']): string =>
  [key, customer.name ?? customer.code].filter(Boolean).join(' · ');

/** The server judges by its own books: what stopped an order there need not stand among the sheet's findings. */
function FoundByServer(props: { findings: readonly Finding[]; onGoTo: (finding: Finding) => void }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.findings}>
      {props.findings.map((finding) => (
        <li key={findingId(finding)}>
          <FindingLine finding={finding} selected={false} busy={null} onSelect={props.onGoTo} />
        </li>
      ))}
    </ul>
  );
}

function FateIcon({ fate }: { fate: OrderFate }): ReactNode {
  const styles = useStyles();
  switch (fate.outcome) {
    case 'posted':
    case 'edited':
      return <CheckmarkCircleFilled className={styles.good} fontSize={16} aria-hidden />;
    case 'unchanged':
    case 'saved':
      return <InfoFilled className={styles.neutral} fontSize={16} aria-hidden />;
    case 'findings':
    case 'refused':
    case 'failed':
      return <DismissCircleFilled className={styles.bad} fontSize={16} aria-hidden />;
  }
}
