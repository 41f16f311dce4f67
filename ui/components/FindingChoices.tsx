import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { describeChoice } from '../../locales/describe.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ReasonedButton } from './ReasonedButton.tsx';

const useStyles = makeStyles({
  button: { marginLeft: '22px', marginBottom: tokens.spacingVerticalXXS, flexShrink: 0 },
  choices: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalXS} 22px`,
    listStyleType: 'none',
  },
});

/** Where only a person can tell: what the cell could mean, unfolded below; a single offer is a button. Picked, it is written. */
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
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [first, second] = choices;
  if (!first) return null;
  if (!second)
    return (
      <ReasonedButton size="small" className={styles.button} reason={busy} onClick={() => onSettle(finding, first)}>
        {t('findings:fix', { cell: first.cell, value: describeChoice(first, locale) })}
      </ReasonedButton>
    );
  return (
    <>
      <Button
        size="small"
        className={styles.button}
        icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-label={t('screens:findings.which-cell', { cell: finding.cell })}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('screens:findings.which')}
      </Button>
      {isOpen && (
        <ul id={id} className={styles.choices}>
          {choices.map((choice) => (
            <li key={`${choice.cell} ${choice.value}`}>
              <ReasonedButton size="small" reason={busy} onClick={() => onSettle(finding, choice)}>
                {t('screens:findings.choice', { cell: choice.cell, value: describeChoice(choice, locale) })}
              </ReasonedButton>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
