import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetProblem } from '../../core/sheet/problems.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

// A list of what was found stands in lines of its own.
const useStyles = makeStyles({ text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } });

/** Why nothing can be checked: what was looked for, what was found, what to do. */
export function SheetProblems({ problems }: { problems: readonly SheetProblem[] }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  return problems.map((problem) => (
    <MessageBar key={`${problem.code} ${JSON.stringify(problem.data)}`} intent="error" layout="multiline" role="alert">
      <MessageBarBody className={styles.text}>{t(`findings:${problem.code}`, { ...problem.data })}</MessageBarBody>
    </MessageBar>
  ));
}
