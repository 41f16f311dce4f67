import { Button, Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { newRows } from '../../core/chat/new-rows.ts';
import { type ChatKnowledge, type ChatOrder, readChat } from '../../core/chat/read-chat.ts';
import { ErrorMessage } from '../components/ErrorMessage.tsx';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { foundTable } from '../sheet-session/row-statuses.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import type { SessionState } from '../sheet-session/state.ts';
import { ChatRowEditor } from './ChatRowEditor.tsx';
import { type ChatDraft, draftOf, wantedRow } from './chat-draft.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: '100%' },
  left: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface ChatRowsProps {
  readonly session: SheetSession;
  readonly state: Exclude<SessionState, { readonly step: 'empty' }>;
  readonly known: ChatKnowledge;
  /** The rows stand in the sheet and are checked. */
  readonly onInserted: () => void;
}

/** A pasted chat message becomes rows below the sheet's orders: shown first, corrected where it was understood wrong. */
export function ChatRows({ session, state, known, onInserted }: ChatRowsProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [message, setMessage] = useState('');
  const order = useMemo(() => readChat(message, known), [message, known]);
  return (
    <div className={styles.part}>
      <Field label={t('screens:chat.message')}>
        <Textarea rows={5} value={message} onChange={(_, { value }) => setMessage(value)} />
      </Field>
      {message.trim() !== '' && order.rows.length === 0 && <Text role="status">{t('screens:chat.none')}</Text>}
      {order.rows.length > 0 && (
        <Proposal
          key={message}
          message={message}
          order={order}
          session={session}
          state={state}
          known={known}
          onInserted={() => {
            setMessage('');
            onInserted();
          }}
        />
      )}
    </div>
  );
}

function Proposal(props: ChatRowsProps & { message: string; order: ChatOrder }): ReactNode {
  const { message, order, session, state, known, onInserted } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [drafts, setDrafts] = useState<readonly ChatDraft[]>(() => order.rows.map(draftOf));
  const [customer, setCustomer] = useState(order.customer?.value.name ?? '');
  const [orderNumber, setOrderNumber] = useState(order.orderNumber?.value ?? '');
  const [taken, setTaken] = useState<string | null>(null);
  const wanted = drafts.filter(({ isWanted }) => isWanted);
  // The sheet's first order table; ① says which that is.
  const hasTable = state.found.batch.tables.length > 0;
  const proposed = hasTable ? rowsFor(wanted, { ...props, customer, orderNumber }) : { rows: [], unplaced: [] };
  const insert = async () => {
    const outcome = await session.append(0, proposed.rows);
    setTaken(outcome?.kind === 'not-free' ? outcome.cell : null);
    if (outcome?.kind === 'appended') onInserted();
  };
  return (
    <>
      <div className={styles.head}>
        <Field size="small" label={t('terms:field.customerName')}>
          <Input
            size="small"
            className={styles.input}
            value={customer}
            onChange={(_, { value }) => setCustomer(value)}
          />
        </Field>
        <Field size="small" label={t('terms:field.orderKey')}>
          <Input
            size="small"
            className={styles.input}
            value={orderNumber}
            onChange={(_, { value }) => setOrderNumber(value)}
          />
        </Field>
      </div>
      {order.rows.map((row, at) => {
        const draft = drafts[at];
        return (
          draft && (
            <ChatRowEditor
              key={row.from}
              row={row}
              draft={draft}
              said={message.slice(row.from, row.to).trim()}
              book={known.prices}
              onChange={(changed) => setDrafts(drafts.with(at, changed))}
            />
          )
        );
      })}
      {order.left.length > 0 && (
        <Text size={200} className={styles.left}>
          {t('screens:chat.left', { text: order.left.join('\n') })}
        </Text>
      )}
      {proposed.unplaced.length > 0 && (
        <Text size={200} className={styles.left}>
          {t('screens:chat.unplaced', { text: proposed.unplaced.join('\n') })}
        </Text>
      )}
      {taken !== null && (
        <ErrorMessage
          intent="warning"
          explanation={{ what: t('screens:chat.not-free', { cell: taken }), todo: t('screens:chat.make-room') }}
        />
      )}
      {!hasTable && <Text>{t('screens:chat.no-table')}</Text>}
      <Button
        appearance="primary"
        disabled={!hasTable || proposed.rows.length === 0 || state.doing !== null}
        onClick={() => void insert()}
      >
        {t('screens:chat.insert', { count: wanted.length })}
      </Button>
    </>
  );
}

function rowsFor(
  wanted: readonly ChatDraft[],
  {
    state,
    known,
    order,
    customer,
    orderNumber,
  }: ChatRowsProps & { order: ChatOrder; customer: string; orderNumber: string },
) {
  const { columns } = foundTable(state.found, 0);
  const said = order.customer?.value;
  const whose = said?.name === customer ? said : { name: customer };
  const head = { customer: whose, orderNumber, today: known.today };
  return newRows(
    wanted.map((draft) => wantedRow(draft, known.prices)),
    head,
    columns,
  );
}
