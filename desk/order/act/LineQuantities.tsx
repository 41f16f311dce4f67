import { Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { compare } from '../../../core/value/decimal.ts';
import { Quantity } from '../../../ui/components/Numbers.tsx';
import { formatQuantity } from '../../../ui/language/format.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type Quantities, type QuantityRow, quantityOf } from './line-quantities.ts';

const useStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content 120px',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  withOne: { gridTemplateColumns: 'minmax(0, 1fr) max-content 120px 120px' },
  withTwo: { gridTemplateColumns: 'minmax(0, 1fr) max-content 120px 120px 120px' },
  words: { width: '100%', minWidth: 0 },
  quantity: { width: '100%', minWidth: 0, '& input': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
  head: { color: tokens.colorNeutralForeground3 },
  right: { textAlign: 'right' },
});

/** One more word about each line: its batch, the paper it came in by. */
interface WordColumn {
  readonly heading: string;
  readonly texts: Quantities;
  readonly onChange: (texts: Quantities) => void;
}

/** Of each line a quantity: what there is beside it, and what is wrong with it below. */
export function LineQuantities(props: {
  rows: readonly QuantityRow[];
  /** Over the column of what there is, and over that of what is asked. */
  headings: { readonly there: string; readonly asked: string };
  tooMuch: string;
  texts: Quantities;
  onChange: (texts: Quantities) => void;
  /** Two at most: the form isn't wider. */
  words?: readonly WordColumn[];
}): ReactNode {
  const { rows, headings, tooMuch, texts, onChange, words = [] } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.lines, [undefined, styles.withOne, styles.withTwo][words.length])}>
      <Text className={styles.head}>{t('terms:field.itemName')}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{headings.there}</Text>
      <Text className={mergeClasses(styles.head, styles.right)}>{headings.asked}</Text>
      {words.map(({ heading }) => (
        <Text key={heading} className={styles.head}>
          {heading}
        </Text>
      ))}
      {rows.map((row) => {
        const { key, name, unit, there, most } = row;
        const isWrong = quantityOf(row, texts) === null;
        const tolerated = compare(most, there) > 0 ? formatQuantity(most, unit, locale) : null;
        return (
          <Fragment key={key}>
            <Text>{name}</Text>
            <span className={styles.right}>
              <Quantity value={there} unit={unit} />
            </span>
            <Field
              validationState={isWrong ? 'error' : 'none'}
              {...(isWrong && { validationMessage: tooMuch })}
              {...(tolerated && { hint: t('desk:act.at-most', { quantity: tolerated }) })}
            >
              <Input
                className={styles.quantity}
                inputMode="decimal"
                value={texts[key] ?? ''}
                placeholder="0"
                aria-label={`${headings.asked} ${name}`}
                onChange={(_, { value }) => onChange({ ...texts, [key]: value })}
              />
            </Field>
            {words.map((column) => (
              <Input
                key={column.heading}
                className={styles.words}
                value={column.texts[key] ?? ''}
                aria-label={`${column.heading} ${name}`}
                onChange={(_, { value }) => column.onChange({ ...column.texts, [key]: value })}
              />
            ))}
          </Fragment>
        );
      })}
    </div>
  );
}
