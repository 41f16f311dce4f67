import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockAlarmRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  late: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    color: tokens.colorStatusDangerForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Red, with a clock and the days. */
export function LateBadge({ days }: { days: number }): ReactNode {
  const { t } = useLanguage();
  return (
    <span className={useStyles().late}>
      <ClockAlarmRegular aria-hidden />
      {t('desk:orders.late', { count: days })}
    </span>
  );
}
