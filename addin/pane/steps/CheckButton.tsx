import { makeStyles, Spinner } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { usePane } from '../work/pane-context.ts';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

/** The coloured button before the first check; later one among others. */
export function CheckButton(): ReactNode {
  const { t } = useLanguage();
  const { state, check } = usePane();
  const busy = state.doing === 'reading' || state.doing === 'checking';
  const again = isChecked(state);
  const orders = state.step === 'empty' ? 0 : state.found.batch.orders.length;
  return (
    <ReasonedButton
      className={useStyles().button}
      appearance={again ? 'subtle' : 'primary'}
      size={again ? 'small' : 'medium'}
      hint="Ctrl+Alt+K"
      aria-keyshortcuts="Control+Alt+K"
      icon={busy ? <Spinner size="tiny" aria-hidden /> : <ArrowSyncRegular />}
      reason={busyReason(state.doing, t)}
      onClick={() => void check()}
    >
      {again ? t('screens:pane.check-again') : t('screens:pane.check', { count: orders })}
    </ReasonedButton>
  );
}
