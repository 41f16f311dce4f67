import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { endpoints } from '../../core/wire/endpoints.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useNews } from '../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { factsOf } from './facts.ts';
import { RecordForm } from './RecordForm.tsx';
import { type Action, actionsOf } from './record-actions.ts';
import { readRecord, sendToRecord } from './record-calls.ts';
import { type KindOfRecord, recordUses } from './record-uses.ts';
import { fieldText } from './words.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** One record opened: what it says, and what can be done with it; what a step needs to know is asked right below. */
export function RecordCard(props: {
  order: OrderView;
  kind: KindOfRecord;
  number: string;
  onDone: () => void;
}): ReactNode {
  const { order, kind, number, onDone } = props;
  const { t, locale } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const use = recordUses[kind];
  const key = `${me.user.id} ${number}`;
  const { answer: record, error, loading, reload } = useAnswer(key, () => readRecord(client, use, number));
  // What the order allows of it may differ; another key would take an open form away.
  const seen = useRef(order.version);
  useEffect(() => {
    if (seen.current !== order.version) reload();
    seen.current = order.version;
  });
  useNews(({ orders }) => orders.includes(order.number), reload);
  const [asking, setAsking] = useState<Action | null>(null);
  if (error !== null && !record)
    return <ErrorMessage explanation={explain(error, t)} action={{ text: t('desk:try-again'), onClick: reload }} />;
  if (!record) return loading && <Spinner size="tiny" label={t('desk:loading')} />;
  const schema = endpoints[use.read].answer as z.ZodObject;
  return (
    <div className={styles.card}>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      <dl className={styles.facts}>
        {factsOf(schema, record, { t, locale, timeZone: me.timeZone }).flatMap(({ name, words }) => [
          <dt key={name} className={styles.name}>
            <Text>{fieldText(name, t)}</Text>
          </dt>,
          <dd key={`${name}-fact`} className={styles.fact}>
            {words.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fact have no name but their place
              <Text key={index} block>
                {line}
              </Text>
            ))}
          </dd>,
        ])}
      </dl>
      <ActionButtons actions={actionsOf(use, record, me.user.roles)} isAsking={asking !== null} onBegin={setAsking} />
      {asking && (
        <RecordForm
          key={asking.command}
          order={order}
          use={use}
          command={asking.command}
          needsReason={asking.needsReason}
          record={record}
          onCancel={() => setAsking(null)}
          onSend={async (body, requestKey) => {
            await sendToRecord(client, { use, number, body, requestKey });
            setAsking(null);
            reload();
            onDone();
          }}
        />
      )}
    </div>
  );
}
