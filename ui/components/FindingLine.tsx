import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { describeFinding } from '../../locales/describe.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { short } from '../theme/short.ts';
import { FindingChoices } from './FindingChoices.tsx';
import { findingId } from './findings-view.ts';
import { ReasonedButton } from './ReasonedButton.tsx';
import { SeverityIcon } from './SeverityIcon.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    // Scrolled to, it must not end up under the filter bar, which may take three rows in a narrow pane; in a low one, one.
    scrollMarginTop: '104px',
    [short]: { scrollMarginTop: '40px' },
    scrollMarginBottom: tokens.spacingVerticalM,
  },
  selected: { backgroundColor: tokens.colorNeutralBackground1Selected },
  text: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalSNudge,
    flex: '1 1 220px',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    // The group around it lets nothing stand out.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  icon: { display: 'flex', paddingTop: '3px' },
  cell: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', marginRight: '6px' },
  message: { overflowWrap: 'anywhere' },
  fix: { marginLeft: '22px', marginBottom: tokens.spacingVerticalXXS, flexShrink: 0 },
});

/** One finding: the whole line goes to the cell, a button writes the fix, a menu offers what only a person can tell. */
export function FindingLine(props: {
  finding: Finding;
  selected: boolean;
  /** What writing waits for; null = nothing. */
  busy: string | null;
  onSelect: (finding: Finding) => void;
  /** Absent: shown without the fix's button. */
  onFix?: (findings: readonly Finding[]) => void;
  /** Absent: shown without its choices. */
  onSettle?: (finding: Finding, choice: Fix) => void;
}): ReactNode {
  const { finding, selected, busy, onSelect, onFix, onSettle } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { message, fixLabel } = describeFinding(finding, t, locale);
  return (
    <div id={findingId(finding)} className={mergeClasses(styles.line, selected && styles.selected)}>
      <button
        type="button"
        className={styles.text}
        aria-current={selected ? 'true' : undefined}
        onClick={() => onSelect(finding)}
      >
        <span className={styles.icon}>
          <SeverityIcon severity={finding.severity} />
        </span>
        <span className={styles.message}>
          <span className={styles.cell}>{finding.cell}</span>
          {message}
        </span>
      </button>
      {fixLabel && onFix && (
        <ReasonedButton size="small" className={styles.fix} reason={busy} onClick={() => onFix([finding])}>
          {fixLabel}
        </ReasonedButton>
      )}
      {onSettle && <FindingChoices finding={finding} busy={busy} onSettle={onSettle} />}
    </div>
  );
}
