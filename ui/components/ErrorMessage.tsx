import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DismissButton } from './DismissButton.tsx';

/** What a user needs when something went wrong: what happened, what was kept, what to do. */
export interface Explanation {
  readonly what: string;
  readonly kept?: string;
  readonly todo?: string;
}

const useStyles = makeStyles({
  // In a column that scrolls it would be squeezed, and its button lie under what follows.
  bar: { flexShrink: 0 },
  part: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

export function ErrorMessage(props: {
  explanation: Explanation;
  intent?: 'error' | 'warning' | 'info';
  action?: { readonly text: string; readonly onClick: () => void };
  onDismiss?: () => void;
}): ReactNode {
  const { explanation, intent = 'error', action, onDismiss } = props;
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === 'info' ? 'status' : 'alert'} className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{explanation.what}</MessageBarTitle>
        {explanation.kept && <span className={styles.part}>{explanation.kept}</span>}
        {explanation.todo && <span className={styles.part}>{explanation.todo}</span>}
      </MessageBarBody>
      {(action || onDismiss) && (
        <MessageBarActions
          {...(onDismiss && {
            containerAction: <DismissButton onClick={onDismiss} />,
          })}
        >
          {action && (
            <Button size="small" onClick={action.onClick}>
              {action.text}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
