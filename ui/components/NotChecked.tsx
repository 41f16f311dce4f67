import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, SubtractCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import { describeNotChecked } from '../../locales/not-checked.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    color: tokens.colorNeutralForeground2,
    '& svg': { flexShrink: 0 },
  },
  summary: {
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  details: { minWidth: 0, flexGrow: 1 },
  reasons: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalXL },
});

/** What was not checked: one line, the reasons when it is opened. Never filtered away: silence would look like a pass. */
export function NotChecked({ findings, asking }: { findings: readonly Finding[]; asking: boolean }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const notRun = findings.filter(({ code }) => code === 'check.not-run');
  if (notRun.length === 0) return null;
  if (asking)
    return (
      <div className={styles.line} role="status">
        <ArrowSyncRegular />
        <Text size={200}>{t('screens:not-checked.asking', { count: notRun.length })}</Text>
      </div>
    );
  const reasons = describeNotChecked(notRun, t, locale);
  const rules = reasons.flatMap((one) => one.rules);
  return (
    <div className={styles.line}>
      <details className={styles.details}>
        <summary className={styles.summary}>
          <SubtractCircleRegular />{' '}
          {t('screens:not-checked.count', { count: rules.length, rules: rules.join(t('screens:list-separator')) })}
        </summary>
        <ul className={styles.reasons}>
          {reasons.map(({ reason }) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
