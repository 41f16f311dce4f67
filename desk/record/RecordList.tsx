import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { RecordCard } from './RecordCard.tsx';
import { RecordForm } from './RecordForm.tsx';
import { beginningOf } from './record-actions.ts';
import { sendToRecord } from './record-calls.ts';
import { type KindOfRecord, recordUses } from './record-uses.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '28px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
});

export interface ListedRecord {
  readonly kind: KindOfRecord;
  readonly number: string;
}

/** Records of an order, one a row; a click opens it in place. Below them what can be begun. */
export function RecordList<Listed extends ListedRecord>(props: {
  order: OrderView;
  kinds: readonly KindOfRecord[];
  records: readonly Listed[];
  /** What a row says besides its number. */
  row: (record: Listed) => ReactNode;
  onDone: () => void;
}): ReactNode {
  const { order, kinds, records, row, onDone } = props;
  const { t } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const [opened, setOpened] = useState<string | null>(null);
  const [beginning, setBeginning] = useState<KindOfRecord | null>(null);
  const beginnings = kinds.map((kind) => ({ kind, action: beginningOf(recordUses[kind], me.user.roles) }));
  const begun = beginnings.find(({ kind }) => kind === beginning);
  return (
    <>
      <ul className={styles.list}>
        {records.map((record) => {
          const isOpen = opened === record.number;
          return (
            <li key={`${record.kind} ${record.number}`}>
              <button
                type="button"
                className={styles.row}
                aria-expanded={isOpen}
                aria-label={t('records:open', { number: record.number })}
                onClick={() => setOpened(isOpen ? null : record.number)}
              >
                {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
                <Text className={styles.number}>{record.number}</Text>
                {row(record)}
              </button>
              {isOpen && <RecordCard order={order} kind={record.kind} number={record.number} onDone={onDone} />}
            </li>
          );
        })}
      </ul>
      <ActionButtons
        actions={beginnings.map(({ action }) => action)}
        isAsking={beginning !== null}
        onBegin={({ command }) =>
          setBeginning(beginnings.find(({ action }) => action.command === command)?.kind ?? null)
        }
      />
      {begun && (
        <RecordForm
          order={order}
          use={recordUses[begun.kind]}
          command={begun.action.command}
          needsReason={begun.action.needsReason}
          record={null}
          onCancel={() => setBeginning(null)}
          onSend={async (body, requestKey) => {
            await sendToRecord(client, { use: recordUses[begun.kind], number: null, body, requestKey });
            setBeginning(null);
            onDone();
          }}
        />
      )}
    </>
  );
}
