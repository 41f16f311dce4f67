import { useEffect } from 'react';
import type { Finding } from '../../../core/check/finding.ts';
import { describeFinding } from '../../../locales/describe.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isChecked, type SessionState } from '../../../ui/sheet-session/state.ts';
import type { Attempt } from '../work/use-attempt.ts';
import type { SheetMarks } from './sheet-marks.ts';

/** What may be marked where it was found; null = the cells may be others by now, and the next check says where it is. */
export const findingsToMark = (state: SessionState): readonly Finding[] | null =>
  isChecked(state) && !state.asking && state.doing === null && !state.stale && !state.othersAtWork
    ? state.findings
    : null;

/** After each check, once the server said what only it knows, the findings are marked; what was mended is marked no more. */
export function useSheetMarks(marks: SheetMarks, state: SessionState, attempt: Attempt['attempt']): void {
  const { t, locale } = useLanguage();
  const findings = findingsToMark(state);
  useEffect(() => {
    if (findings === null) return;
    void attempt(() => marks.show(findings, (finding) => describeFinding(finding, t, locale).message));
  }, [marks, findings, t, locale, attempt]);
}
