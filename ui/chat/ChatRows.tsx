import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type Dispatch, type ReactNode, type SetStateAction, useEffect, useMemo, useRef, useState } from 'react';
import { newRows } from '../../core/chat/new-rows.ts';
import { type ChatKnowledge, type ChatOrder, readChat } from '../../core/chat/read-chat.ts';
import { busyReason } from '../components/busy-reason.ts';
import { ErrorMessage } from '../components/ErrorMessage.tsx';
import { ReasonedButton } from '../components/ReasonedButton.tsx';
import { type Language, useLanguage } from '../language/LanguageProvider.tsx';
import type { RowsOfSheet } from '../sheet-session/orders-in-rows.ts';
import { foundTable } from '../sheet-session/row-statuses.ts';
import { keyOfTable } from '../sheet-session/rows-place.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import type { SessionState } from '../sheet-session/state.ts';
import { ChatRowEditor } from './ChatRowEditor.tsx';
import { asCorrected, type ChatDraft, type ChatEntry, type CorrectedChat, wantedRow } from './chat-draft.ts';
import { tableForRows } from './rows-table.ts';
import { TableChoice } from './TableChoice.tsx';

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
  /** The rows selected in the grid; null = nobody knows. */
  readonly lookedAt: RowsOfSheet | null;
  readonly entry: ChatEntry;
  readonly onEntry: Dispatch<SetStateAction<ChatEntry>>;
  /** The rows stand in the sheet and are checked. */
  readonly onInserted: () => void;
}

/** A pasted chat message becomes rows below the sheet's orders: shown first, corrected where it was understood wrong. */
export function ChatRows(props: ChatRowsProps & { takesFocus: boolean }): ReactNode {
  const { known, entry, onEntry, takesFocus } = props;
  const { message } = entry;
  const { t } = useLanguage();
  const styles = useStyles();
  const box = useRef<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    // It may come seconds after the click that asked for it: the clerk may type elsewhere by then.
    const { activeElement } = document;
    const isWaited = activeElement === document.body || activeElement?.ariaExpanded === 'true';
    if (takesFocus && isWaited && document.hasFocus()) box.current?.focus();
  }, [takesFocus]);
  const order = useMemo(() => readChat(message, known), [message, known]);
  return (
    <div className={styles.part}>
      <Field label={t('screens:chat.message')}>
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            box.current = element;
          }}
          rows={5}
          value={message}
          onChange={(_, { value }) => onEntry({ ...entry, message: value, corrected: null })}
        />
      </Field>
      {message.trim() !== '' && order.rows.length === 0 && <Text role="status">{t('screens:chat.none')}</Text>}
      {order.rows.length > 0 && <Proposal key={message} {...props} order={order} />}
    </div>
  );
}

function Proposal(props: ChatRowsProps & { order: ChatOrder }): ReactNode {
  const { entry, onEntry, order, session, state, known, lookedAt, onInserted } = props;
  const { message } = entry;
  const { t } = useLanguage();
  const styles = useStyles();
  const corrected = asCorrected(order, entry);
  const { customer, orderNumber, drafts } = corrected;
  const correct = (change: Partial<CorrectedChat>) => onEntry({ ...entry, corrected: { ...corrected, ...change } });
  const [taken, setTaken] = useState<string | null>(null);
  const wanted = drafts.filter(({ isWanted }) => isWanted);
  const table = tableForRows(state.found, entry.table, lookedAt);
  const hasTable = state.found.batch.tables.length > 0;
  const proposed = hasTable ? rowsFor(wanted, { ...props, customer, orderNumber, table }) : { rows: [], unplaced: [] };
  const insert = async () => {
    const wantedTable = state.found.batch.tables[table];
    if (wantedTable === undefined) return;
    const outcome = await session.append(keyOfTable(wantedTable), proposed.rows);
    setTaken(outcome?.kind === 'not-free' ? outcome.cell : null);
    if (outcome?.kind !== 'appended') return;
    // What was pasted meanwhile is the next message.
    onEntry((now) => (now.message === message ? { ...now, message: '', corrected: null } : now));
    onInserted();
  };
  return (
    <>
      <div className={styles.head}>
        <Field size="small" label={t('terms:field.customerName')}>
          <Input
            size="small"
            className={styles.input}
            value={customer}
            onChange={(_, { value }) => correct({ customer: value })}
          />
        </Field>
        <Field size="small" label={t('terms:field.orderKey')}>
          <Input
            size="small"
            className={styles.input}
            value={orderNumber}
            onChange={(_, { value }) => correct({ orderNumber: value })}
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
              onChange={(changed) => correct({ drafts: drafts.with(at, changed) })}
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
      <TableChoice
        found={state.found}
        table={table}
        onChoose={(key) => {
          setTaken(null);
          onEntry({ ...entry, table: key });
        }}
      />
      <ReasonedButton
        appearance="primary"
        reason={
          whyNot(t, hasTable, wanted.length) ??
          whose({ ...props, table, customer, orderNumber }, t) ??
          busyReason(state.doing, t)
        }
        onClick={() => void insert()}
      >
        {t('screens:chat.insert', { count: wanted.length })}
      </ReasonedButton>
    </>
  );
}

function whyNot(t: Language['t'], hasTable: boolean, wanted: number): string | null {
  if (!hasTable) return t('screens:chat.no-table');
  return wanted === 0 ? t('screens:chat.none-ticked') : null;
}

/** What would make the rows part of the order above them: cells left empty are taken to say the same as those over them. */
function whose(
  { state, table, customer, orderNumber }: ChatRowsProps & { table: number; customer: string; orderNumber: string },
  t: Language['t'],
): string | null {
  if (state.found.batch.tables.length === 0) return null;
  const { columns } = foundTable(state.found, table);
  const has = (...fields: readonly (string | null)[]) => columns.some(({ field }) => fields.includes(field));
  if (customer.trim() === '' && has('customerName', 'customerCode')) return t('screens:chat.no-customer');
  return orderNumber.trim() === '' && has('orderKey') ? t('screens:chat.no-number') : null;
}

function rowsFor(
  wanted: readonly ChatDraft[],
  {
    state,
    known,
    order,
    customer,
    orderNumber,
    table,
  }: ChatRowsProps & { order: ChatOrder; customer: string; orderNumber: string; table: number },
) {
  const { columns } = foundTable(state.found, table);
  const said = order.customer?.value;
  const whose = said?.name === customer ? said : { name: customer };
  const head = { customer: whose, orderNumber, today: known.today };
  return newRows(
    wanted.map((draft) => wantedRow(draft, known.prices)),
    head,
    columns,
  );
}
