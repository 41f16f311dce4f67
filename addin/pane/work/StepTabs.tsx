import { createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { short } from '../../../ui/theme/short.ts';
import { type Step, steps } from './step-gates.ts';

const line = { content: '""', position: 'absolute', bottom: 0, left: '6px', right: '6px', height: '2px' } as const;

const useStyles = makeStyles({
  tabs: { display: 'flex', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} 2px`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    [short]: { padding: `${tokens.spacingVerticalXS} 2px` },
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':hover::after': { ...line, backgroundColor: tokens.colorNeutralStroke1Hover },
    ...createFocusOutlineStyle(),
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { ...line, backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover::after': { ...line, backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { '::after': { ...line, backgroundColor: 'Highlight' } },
  },
  blocked: { color: tokens.colorNeutralForeground3 },
});

const marks: Record<Step, string> = { sheet: '①', check: '②', post: '③', papers: '④' };
const ways: Readonly<Record<string, (at: number) => number>> = {
  ArrowRight: (at) => (at + 1) % steps.length,
  ArrowLeft: (at) => (at + steps.length - 1) % steps.length,
  Home: () => 0,
  End: () => steps.length - 1,
};

/**
 * The four steps as tabs (WAI-ARIA Authoring Practices, tabs that are chosen by hand: arrows go along them, Enter turns to one).
 * Fluent's own bring a whole library of keyboard movements for it, a tenth of the pane.
 */
export function StepTabs(props: {
  step: Step;
  onStep: (step: Step) => void;
  /** A step that can't be used yet can be looked at all the same. */
  isBlocked: (step: Step) => boolean;
  /** The element that shows the step. */
  controls: string;
}): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const go = (event: KeyboardEvent) => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    // Theirs are other commands.
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    const tabs = [...(list.current?.children ?? [])];
    const to = ways[event.key]?.(tabs.indexOf(event.target as Element));
    if (to === undefined) return;
    event.preventDefault();
    (tabs[to] as HTMLElement).focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={t('screens:pane.steps')} className={styles.tabs} onKeyDown={go}>
      {steps.map((each) => {
        const isSelected = each === props.step;
        return (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={isSelected}
            aria-controls={props.controls}
            tabIndex={isSelected ? 0 : -1}
            className={mergeClasses(styles.tab, props.isBlocked(each) && styles.blocked, isSelected && styles.selected)}
            onClick={() => props.onStep(each)}
          >
            {`${marks[each]} ${t(`screens:pane.step.${each}`)}`}
          </button>
        );
      })}
    </div>
  );
}
