import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { short } from '../../../ui/theme/short.ts';

const useStyles = makeStyles({
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    // A long list must not squeeze the messages above it.
    '& > *': { flexShrink: 0 },
    [short]: { paddingTop: tokens.spacingVerticalXS, rowGap: tokens.spacingVerticalXS },
  },
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [short]: { gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  },
});

/** A step's content, which scrolls, over its buttons, which stay. */
export function StepFrame(props: { foot?: ReactNode; children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <div className={styles.content}>{props.children}</div>
      {props.foot && <footer className={styles.foot}>{props.foot}</footer>}
    </>
  );
}
