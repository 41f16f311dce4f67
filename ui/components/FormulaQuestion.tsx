import { MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import { describeChoice, describeFinding } from '../../locales/describe.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { PlacedFix } from '../sheet-session/port.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import type { Checked } from '../sheet-session/state.ts';
import { busyReason } from './busy-reason.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

/** More would push the answer out of a low pane. */
const mostShown = 6;

const useStyles = makeStyles({
  // The bar inside draws no edge of its own at the pane's: the ring must stand within.
  question: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  cells: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  cell: { fontWeight: tokens.fontWeightSemibold, marginRight: tokens.spacingHorizontalXS },
  value: { fontVariantNumeric: 'tabular-nums' },
});

/**
 * Fixes whose cell holds a formula, asked about where the clerk sees it. The focus comes here, for he may have no mouse; on the
 * question and not on an answer, which the key that asked for the fix would give unread.
 */
export function FormulaQuestion({ session, state }: { session: SheetSession; state: Checked }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const question = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    // Whoever is in the grid stays there.
    if (document.hasFocus()) question.current?.focus();
  }, []);
  const { overFormulas } = state;
  const count = overFormulas.length;
  const busy = busyReason(state.doing, t);
  const answer = (overwrite: boolean) => void session.answerFormulas(overwrite);
  return (
    <div
      ref={question}
      role="alertdialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={styles.question}
      onKeyDown={({ key }) => key === 'Escape' && answer(false)}
    >
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody id={id}>
          {t('screens:formulas.question', { count })}
          <ul className={styles.cells}>
            {overFormulas.slice(0, mostShown).map((fix) => (
              <li key={`${fix.file} ${fix.sheet} ${fix.cell}`}>
                <Replacement fix={fix} state={state} />
              </li>
            ))}
            {count > mostShown && <li>{t('screens:formulas.more', { count: count - mostShown })}</li>}
          </ul>
        </MessageBarBody>
        <MessageBarActions>
          <ReasonedButton size="small" reason={busy} onClick={() => answer(true)}>
            {t('screens:formulas.overwrite')}
          </ReasonedButton>
          <ReasonedButton size="small" reason={busy} onClick={() => answer(false)}>
            {t('screens:formulas.leave')}
          </ReasonedButton>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

/** "J39 ¥880.00 → ¥888.00": what the formula gives, and what would stand there instead. */
function Replacement({ fix, state }: { fix: PlacedFix; state: Checked }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const finding = state.findings.find((each) => isAbout(each, fix));
  const said = finding && describeFinding(finding, t, locale);
  const offered = finding?.choices?.find(({ value }) => value === fix.value);
  const value = offered ? describeChoice(offered, locale) : (said?.expected ?? String(fix.value));
  return (
    <>
      <span className={styles.cell}>{fix.cell}</span>
      <span className={styles.value}>{[said?.actual, value].filter(Boolean).join(' → ')}</span>
    </>
  );
}

const isAbout = ({ file, fix, choices = [] }: Finding, wanted: PlacedFix): boolean =>
  file === wanted.file &&
  [...(fix ? [fix] : []), ...choices].some(
    ({ sheet, cell, value }) => sheet === wanted.sheet && cell === wanted.cell && value === wanted.value,
  );
