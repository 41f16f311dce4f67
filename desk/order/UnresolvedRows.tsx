import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeFinding } from '../../locales/describe.ts';
import { SeverityIcon } from '../../ui/components/SeverityIcon.tsx';
import { formatDate, formatMoney, formatQuantity } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, minHeight: '28px' },
  faint: { color: tokens.colorNeutralForeground3 },
  finding: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS, overflowWrap: 'anywhere' },
});

type Unresolved = NonNullable<OrderView['unresolved']>;

/** Of a draft that was saved with errors: its rows as the sheet had them, and what has to be corrected there. */
export function UnresolvedRows({ unresolved, currency }: { unresolved: Unresolved; currency: string }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  return (
    <Section title={t('desk:lines.unresolved')}>
      <Text className={styles.faint}>{t('desk:lines.unresolved-what')}</Text>
      <ul className={styles.list}>
        {unresolved.rows.map(({ row, itemCode, itemName, quantity, unit, unitPrice, dueDate }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of several sheets may bear one number, and never move.
          <li key={at} className={styles.row}>
            <Text className={styles.faint}>{`${t('desk:lines.row')} ${row}`}</Text>
            <Text>{[itemCode, itemName].filter(Boolean).join(' ') || '–'}</Text>
            {quantity !== undefined && <Text>{formatQuantity(quantity, unit, locale)}</Text>}
            {unitPrice !== undefined && <Text>{formatMoney(unitPrice, currency, locale)}</Text>}
            {dueDate !== undefined && <Text>{formatDate(dueDate, locale)}</Text>}
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        {(unresolved.findings as readonly Finding[]).map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that was kept and never changes.
          <li key={at} className={styles.finding}>
            <SeverityIcon severity={finding.severity} />
            <Text>{`${finding.sheet}!${finding.cell} ${describeFinding(finding, t, locale).message}`}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
