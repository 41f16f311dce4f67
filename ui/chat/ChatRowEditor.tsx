import { Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { ChatRow } from '../../core/chat/chat-row.ts';
import { itemNamesOf } from '../../core/check/item-index.ts';
import type { Item, PriceBook } from '../../core/check/knowledge.ts';
import { sameText } from '../../core/sheet/text.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { type ChatDraft, type DraftField, itemOf, surenessOf } from './chat-draft.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    // A field with a mark below it is higher than its neighbours.
    alignItems: 'start',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  third: { gridColumn: 'span 2', minWidth: 0 },
  // A date with its calendar needs more room than a number.
  half: { gridColumn: 'span 3', minWidth: 0 },
  said: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  input: { minWidth: 0, width: '100%' },
});

/** One row of a message: what it was taken for, each field to be corrected; guesses say so in words and colour. */
export function ChatRowEditor(props: {
  row: ChatRow;
  draft: ChatDraft;
  said: string;
  book: PriceBook | null;
  onChange: (draft: ChatDraft) => void;
}): ReactNode {
  const { row, draft, said, book, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const list = useId();
  const item = itemOf(draft.item, book);
  const field = (name: DraftField, label: string, className: string) => {
    const sure = surenessOf(row, draft, name);
    const message = name === 'item' && !item ? t('screens:chat.pick-item') : t(`screens:chat.${sure}`);
    const isOpen = sure !== 'sure' || (name === 'item' && !item);
    return (
      <Field
        size="small"
        label={label}
        className={className}
        {...(isOpen && { validationState: 'warning' as const, validationMessage: message })}
      >
        <Input
          size="small"
          className={styles.input}
          type={name === 'wished' ? 'date' : 'text'}
          value={draft[name]}
          {...(name === 'item' && { input: { list, autoComplete: 'off' } })}
          onChange={(_, { value }) => onChange({ ...draft, [name]: value })}
        />
      </Field>
    );
  };
  return (
    <section className={styles.row} aria-label={said}>
      <Checkbox
        className={styles.wide}
        checked={draft.isWanted}
        label={[item?.code ?? draft.called, item?.name].filter(Boolean).join(' ')}
        onChange={(_, { checked }) => onChange({ ...draft, isWanted: checked === true })}
      />
      <Text size={200} className={styles.said}>
        {said}
      </Text>
      {field('item', t('terms:field.itemCode'), styles.wide)}
      {field('quantity', t('terms:field.quantity'), styles.third)}
      {field('unit', t('terms:field.unit'), styles.third)}
      {field('price', t('terms:field.unitPrice'), styles.third)}
      {field('wished', t('terms:field.dueDate'), styles.half)}
      {field('remark', t('terms:field.remark'), styles.half)}
      <datalist id={list}>
        {offered(row, draft, book).map(({ code, name, specification }) => (
          <option key={`${code} ${specification}`} value={code}>
            {[name, specification].filter(Boolean).join(' ')}
          </option>
        ))}
      </datalist>
    </section>
  );
}

/** What the message may mean, then what the book has like the text in the field; a longer list nobody reads. */
function offered(row: ChatRow, { item }: ChatDraft, book: PriceBook | null): readonly Item[] {
  const candidates = row.item?.value.candidates ?? [];
  const typed = sameText(item);
  if (!book || typed.length < 2) return candidates;
  const alike = book.items.filter((each) =>
    [each.code, ...itemNamesOf(each)].some((name) => sameText(name).includes(typed)),
  );
  return [...new Set([...candidates, ...alike.slice(0, 40)])];
}
