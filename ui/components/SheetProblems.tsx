import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { areaName } from '../../core/sheet/grid.ts';
import type { SheetProblem } from '../../core/sheet/problems.ts';
import type { Choice } from '../../core/sheet/table.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

// A list of what was found stands in lines of its own.
const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  actions: { flexWrap: 'wrap' },
});

/** Why nothing can be checked: what was looked for, what was found, what to do; where a person can tell, he is asked. */
export function SheetProblems(props: {
  problems: readonly SheetProblem[];
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { problems, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return problems.map((problem) => (
    <MessageBar
      key={`${problem.code} ${JSON.stringify(problem.data)}`}
      intent={intentOf(problem)}
      layout="multiline"
      role="alert"
    >
      <MessageBarBody className={styles.text}>{t(`findings:${problem.code}`, { ...problem.data })}</MessageBarBody>
      {problem.code === 'problem.orders-ambiguous' && (
        <MessageBarActions className={styles.actions}>
          {problem.rivals.map(({ sheet, area, headings }) => (
            <Button
              key={`${sheet}!${areaName(area)}`}
              size="small"
              onClick={() => onChoose({ sheet, headings, role: 'orders' })}
            >
              {t('screens:found.take', { place: `${sheet}!${areaName(area)}` })}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  ));
}

/** A table that waits for its first row is nobody's mistake. */
const intentOf = ({ code }: SheetProblem): 'info' | 'error' => (code === 'problem.no-rows' ? 'info' : 'error');
