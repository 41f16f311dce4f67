import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Severity } from '../../core/check/finding.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});
/** Three shapes, not only three colours. */
const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoFilled };

export function SeverityIcon(props: { severity: Severity }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const Icon = icons[props.severity];
  return (
    <Icon
      className={styles[props.severity]}
      fontSize={16}
      role="img"
      aria-label={t(`terms:severity.${props.severity}`)}
    />
  );
}
