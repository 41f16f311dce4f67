import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { describeFinding } from '../../../locales/describe.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { CompactSwitch } from '../steps/CompactSwitch.tsx';
import { usePane } from '../work/pane-context.ts';
import { findingsToMark } from './use-sheet-marks.ts';

const useStyles = makeStyles({
  left: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Marks in the sheet, on or off; off takes them all away. Says on which sheets that could not be done. */
export function MarkSwitch(): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { work, attempt } = usePane();
  const { marks } = work;
  const { on, marked } = useSyncExternalStore(marks.subscribe, () => marks.state);
  const turn = async (wanted: boolean) => {
    await marks.turn(wanted);
    // Of a check that is old the next one's findings are marked.
    const findings = findingsToMark(work.session.state);
    if (wanted && findings !== null)
      await marks.show(findings, (finding) => describeFinding(finding, t, locale).message);
  };
  return (
    <div>
      <CompactSwitch
        checked={on}
        label={t('screens:pane.marks.switch')}
        hint={t('screens:pane.marks.what')}
        onChange={(_, { checked }) => void attempt(() => turn(checked))}
      />
      {marked !== null && marked.protectedSheets.length > 0 && (
        <Text size={200} block className={styles.left} role="status">
          {t(on ? 'screens:pane.marks.protected' : 'screens:pane.marks.still-there', {
            sheets: marked.protectedSheets.join(', '),
          })}
        </Text>
      )}
    </div>
  );
}
