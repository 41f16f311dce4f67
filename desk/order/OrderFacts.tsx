import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { formatDate, formatMoney } from '../../ui/language/format.ts';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { ownerName } from './owner-name.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr) max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** What the order and its customer say besides the lines; only what is there. */
export function OrderFacts({ order }: { order: OrderView }): ReactNode {
  const language = useLanguage();
  const { t, locale } = language;
  const styles = useStyles();
  const { customer, owner } = order;
  const facts = [
    ['orderKey', order.key],
    ['poNumber', order.poNumber],
    ['orderDate', order.orderDate && formatDate(order.orderDate, locale)],
    ['salesperson', order.salesperson],
    ['customerCode', customer.code],
    ['contact', customer.contact],
    ['phone', customer.phone],
    ['paymentTerms', order.paymentTerms],
    ['deliveryMethod', order.deliveryMethod],
    ['address', customer.address],
    ['letterOfCredit', order.letterOfCredit && creditText(order.letterOfCredit, language)],
  ] as const;
  return (
    <Section title={t('desk:order.facts')}>
      <dl className={styles.facts}>
        <dt className={styles.name}>
          <Text>{t('desk:order.owner')}</Text>
        </dt>
        <dd className={styles.fact}>
          <Text>{ownerName(owner, t)}</Text>
        </dd>
        {facts.flatMap(([field, fact]) =>
          fact
            ? [
                <dt key={field} className={styles.name}>
                  <Text>{t(`terms:field.${field}`)}</Text>
                </dt>,
                <dd key={`${field}-fact`} className={styles.fact}>
                  <Text>{fact}</Text>
                </dd>,
              ]
            : [],
        )}
      </dl>
    </Section>
  );
}

/** What the bank promises, and who has read it. */
function creditText(credit: NonNullable<OrderView['letterOfCredit']>, { t, locale }: Language): string {
  const { amount, currency, latestShipment, expires, examined } = credit;
  const promised = t('desk:order.credit-of', {
    ...credit,
    amount: formatMoney(amount, currency, locale),
    latest: formatDate(latestShipment, locale),
    expires: formatDate(expires, locale),
  });
  const read = examined.map(({ by, verdict }) =>
    t('desk:order.credit-examined', { by, verdict: t(`terms:creditVerdict.${verdict}`) }),
  );
  return [promised, ...(read.length > 0 ? read : [t('desk:order.credit-unexamined')])].join(' · ');
}
