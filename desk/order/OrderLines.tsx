import { makeStyles, mergeClasses, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { Money, Quantity } from '../../ui/components/Numbers.tsx';
import { formatDay } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { Section } from './Section.tsx';

/** The lines' own room, not the window's: beside the list it is the panel that gets narrow. */
const narrow = '@container (max-width: 620px)';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', containerType: 'inline-size' },
  table: { width: '100%', borderCollapse: 'collapse' },
  headings: { [narrow]: { display: 'none' } },
  // Three rows of a card: the item; quantity, price and amount; how far and until when.
  row: {
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'min-content repeat(3, minmax(0, 1fr))',
      paddingBottom: tokens.spacingVerticalSNudge,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  second: { [narrow]: { gridColumnStart: '2', textAlign: 'left' } },
  wide: { [narrow]: { gridColumnEnd: 'span 2' } },
  head: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    [narrow]: { borderBottom: 'none', paddingBottom: 0 },
  },
  right: { textAlign: 'right' },
  nowrap: { whiteSpace: 'nowrap' },
  item: { minWidth: '136px', [narrow]: { gridColumn: '2 / -1' } },
  faint: { display: 'block', color: tokens.colorNeutralForeground3 },
  shipped: { minWidth: '104px' },
  bar: { marginTop: '9px', marginBottom: tokens.spacingVerticalXXS },
  old: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
});

type Line = OrderView['lines'][number];

/** What was ordered, how far it has got, and until when it was promised. */
export function OrderLines({ order }: { order: OrderView }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const left = styles.head;
  const right = mergeClasses(styles.head, styles.right);
  return (
    <Section title={t('desk:lines.title')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead className={styles.headings}>
            <tr>
              <th className={right}>#</th>
              <th className={left}>{t('terms:field.itemName')}</th>
              <th className={right}>{t('terms:field.quantity')}</th>
              <th className={right}>{t('terms:field.unitPrice')}</th>
              <th className={right}>{t('terms:field.amount')}</th>
              <th className={left}>{t('desk:lines.shipped')}</th>
              <th className={left}>{t('desk:lines.date')}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <LineRow key={line.line} line={line} currency={order.currency} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function LineRow({ line, currency }: { line: Line; currency: string }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.right);
  const discount = Number(line.discount ?? 0);
  return (
    <tr className={styles.row}>
      <td className={number}>{line.line}</td>
      <td className={mergeClasses(styles.cell, styles.item)}>
        {line.itemName}
        <Text size={200} className={styles.faint}>
          {[line.itemCode, line.specification, line.color, line.specialRequirements, line.remark]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <LinePlace line={line} />
      </td>
      <td className={mergeClasses(number, styles.second)}>
        <Quantity value={line.quantity} unit={line.unit} />
      </td>
      <td className={number}>
        <Money value={line.unitPrice} currency={currency} />
        {discount !== 0 && (
          <Text size={200} className={mergeClasses(styles.faint, styles.right)} title={t('terms:field.discount')}>
            {percent(-discount, locale)}
          </Text>
        )}
      </td>
      <td className={number}>
        <Money value={line.amount} currency={currency} />
      </td>
      <td className={mergeClasses(styles.cell, styles.shipped, styles.second, styles.wide)}>
        <Shipped line={line} />
      </td>
      <td className={mergeClasses(styles.cell, styles.nowrap)}>
        <LineDate line={line} />
      </td>
    </tr>
  );
}

/** Where it goes and comes from, where the line says so itself. */
function LinePlace({ line: { address, warehouse, batch } }: { line: Line }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const said = [
    address && t('desk:lines.address', { address }),
    warehouse && t('desk:lines.warehouse', { warehouse }),
    batch && t('desk:lines.batch', { batch }),
  ].filter(Boolean);
  return (
    said.length > 0 && (
      <Text size={200} className={styles.faint}>
        {said.join(' · ')}
      </Text>
    )
  );
}

const percent = (part: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(part);

function Shipped({ line }: { line: Line }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const places = { shipped: new Intl.NumberFormat(locale).format(Number(line.shipped)), open: '' };
  return (
    <>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        value={Number(line.shipped)}
        max={Number(line.quantity)}
        color={line.received === line.quantity ? 'success' : 'brand'}
        aria-label={t('desk:lines.shipped')}
      />
      <Text size={200} className={styles.faint}>
        {line.received === line.quantity
          ? t('desk:lines.all-received')
          : t('desk:lines.progress', { ...places, open: new Intl.NumberFormat(locale).format(Number(line.open)) })}
      </Text>
    </>
  );
}

/** The date that counts, and the one it replaced: a postponed promise stays visible. */
function LineDate({ line }: { line: Line }): ReactNode {
  const { wished, promised, postponed } = line;
  const { t, locale } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const day = (date: string) => formatDay(date, me.today, locale);
  const kind = postponed ? 'postponed' : promised ? 'promised' : wished ? 'wished' : null;
  const date = postponed ?? promised ?? wished;
  if (!kind || !date) return line.agreedArrival ? <LineArrival line={line} /> : '–';
  return (
    <>
      {postponed && promised && <span className={styles.old}>{day(promised)}</span>}
      {postponed && promised && ' '}
      {day(date)}
      <Text size={200} className={styles.faint}>
        {t(`desk:lines.${kind}`)}
      </Text>
      <LineArrival line={line} />
    </>
  );
}

/** When it is to be there; beside it what was promised first, where that was another day. */
function LineArrival({ line: { agreedArrival, firstPromised } }: { line: Line }): ReactNode {
  const { t, locale } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  if (!agreedArrival) return null;
  const day = (date: string) => formatDay(date, me.today, locale);
  return (
    <Text size={200} className={styles.faint}>
      {t('desk:lines.agreed', { date: day(agreedArrival) })}
      {firstPromised && firstPromised !== agreedArrival && (
        <>
          <br />
          {t('desk:lines.first-promised', { date: day(firstPromised) })}
        </>
      )}
    </Text>
  );
}
