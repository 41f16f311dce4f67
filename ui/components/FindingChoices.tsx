import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { describeChoice } from '../../locales/describe.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ReasonedButton } from './ReasonedButton.tsx';

const useStyles = makeStyles({
  button: { marginLeft: '22px', marginBottom: tokens.spacingVerticalXXS, flexShrink: 0 },
});

/** Where only a person can tell: what the cell could mean, in a menu; a single offer is a button. Picked, it is written. */
export function FindingChoices(props: {
  finding: Finding;
  /** What writing waits for; null = nothing. */
  busy: string | null;
  onSettle: (finding: Finding, choice: Fix) => void;
}): ReactNode {
  const { finding, busy, onSettle } = props;
  const { t, locale } = useLanguage();
  const { choices = [] } = finding;
  const styles = useStyles();
  const [first, second] = choices;
  if (!first) return null;
  if (!second)
    return (
      <ReasonedButton size="small" className={styles.button} reason={busy} onClick={() => onSettle(finding, first)}>
        {t('findings:fix', { cell: first.cell, value: describeChoice(first, locale) })}
      </ReasonedButton>
    );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={busy !== null}
          title={busy ?? undefined}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={t('screens:findings.which-cell', { cell: finding.cell })}
        >
          {t('screens:findings.which')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map((choice) => (
            <MenuItem key={`${choice.cell} ${choice.value}`} onClick={() => onSettle(finding, choice)}>
              {t('screens:findings.choice', { cell: choice.cell, value: describeChoice(choice, locale) })}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
