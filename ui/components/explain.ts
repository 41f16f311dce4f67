import { OtherVersion, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import type { Texts } from '../../locales/index.ts';
import { KeptTableClosed } from '../kept-tables/port.ts';
import { ExaminationFailed } from '../sheet-session/examiner.ts';
import { SheetsProtected, WorkbookProtected } from '../sheet-session/protected.ts';
import { RowsChanged } from '../sheet-session/session.ts';
import type { Explanation } from './ErrorMessage.tsx';
import { PartMissing } from './part.ts';

/**
 * Puts what went wrong into words. A refusal or bad input was worded by the server in the user's language; anything
 * unforeseen keeps its technical text, because that is what a helper on the phone will ask for.
 */
export function explain(error: unknown, t: Texts): Explanation {
  if (error instanceof ServerAway) return { what: t('screens:error.away.what'), todo: t('screens:error.away.todo') };
  if (error instanceof OtherVersion)
    return { what: t('screens:error.other-version.what'), todo: t('screens:error.other-version.todo') };
  if (error instanceof PartMissing)
    return { what: t('screens:error.part-missing.what'), todo: t('screens:error.part-missing.todo') };
  if (error instanceof ProblemAnswer && error.status === 401)
    return { what: t('screens:error.signed-out.what'), todo: t('screens:error.signed-out.todo') };
  if (error instanceof ProblemAnswer) return { what: error.problem.message };
  if (error instanceof ExaminationFailed)
    return {
      what: t(`screens:error.check-${error.reason}.what`),
      todo: t(`screens:error.check-${error.reason}.todo`),
    };
  if (error instanceof RowsChanged)
    return { what: t('screens:error.rows-changed.what'), todo: t('screens:error.rows-changed.todo') };
  if (error instanceof KeptTableClosed)
    return {
      what: t(`screens:error.kept-${error.reason}.what`, { sheet: error.sheet }),
      todo: t(`screens:error.kept-${error.reason}.todo`),
    };
  if (error instanceof SheetsProtected)
    return {
      what: t('screens:error.sheets-protected.what', { sheets: error.sheets.join(', ') }),
      todo: t('screens:error.sheets-protected.todo'),
    };
  if (error instanceof WorkbookProtected)
    return { what: t('screens:error.workbook-protected.what'), todo: t('screens:error.workbook-protected.todo') };
  return {
    what: t('screens:error.unforeseen.what'),
    kept: error instanceof Error ? error.message : String(error),
    todo: t('screens:error.unforeseen.todo'),
  };
}
