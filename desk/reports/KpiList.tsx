import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Kpi, MonthReport } from '../../core/report/month-report.ts';
import { show } from '../../locales/describe.ts';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from '../order/Section.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  kpi: { display: 'grid', gridTemplateColumns: '220px 110px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
  value: {
    margin: 0,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
  },
  formula: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Each figure with its formula and fraction beside it: a number nobody can check convinces nobody. */
export function KpiList({ kpis }: { kpis: MonthReport['kpis'] }): ReactNode {
  const language = useLanguage();
  const { t } = language;
  const styles = useStyles();
  return (
    <Section title={t('desk:reports.kpis')}>
      <dl className={styles.list}>
        {kpis.map((kpi) => (
          <div key={kpi.code} className={styles.kpi}>
            <dt>{t(`documents:kpi.${kpi.code}`)}</dt>
            <dd className={styles.value}>{valueText(kpi, language)}</dd>
            <dd className={styles.formula}>
              <Text size={200}>
                {`${kpi.numerator} ÷ ${kpi.denominator}${kpi.provisional ? ` · ${t('documents:report.provisional')}` : ''} · ${t(`documents:kpi.${kpi.code}.formula`)}`}
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function valueText({ value, unit }: Kpi, { t, locale }: Language): string {
  if (value === null) return '—';
  if (unit === 'ratio') return show({ kind: 'ratio', value }, locale);
  return t('documents:report.days', { days: show({ kind: 'quantity', value }, locale) });
}
