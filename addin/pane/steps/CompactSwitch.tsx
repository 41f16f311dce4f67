import { makeStyles, Switch, type SwitchProps, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { short } from '../../../ui/theme/short.ts';

const useStyles = makeStyles({
  // Its knob stands under the text above it, and two of them stand as close as two lines.
  root: { marginLeft: '-8px', alignItems: 'center' },
  indicator: { marginTop: '4px', marginBottom: '4px', [short]: { marginTop: 0, marginBottom: 0 } },
  label: {
    paddingTop: '4px',
    paddingBottom: '4px',
    [short]: { paddingLeft: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
});

/** Fluent's switch, as narrow as the pane. */
export function CompactSwitch(props: {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: NonNullable<SwitchProps['onChange']>;
}): ReactNode {
  const { label, hint, ...rest } = props;
  const styles = useStyles();
  return (
    <Switch
      {...rest}
      className={styles.root}
      indicator={{ className: styles.indicator }}
      title={hint}
      label={{ children: label, className: styles.label, title: hint }}
    />
  );
}
