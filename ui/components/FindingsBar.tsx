import { Button, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, ChevronLeftRegular, ChevronRightRegular, WrenchRegular } from '@fluentui/react-icons';
import type { ReactNode, RefCallback } from 'react';
import type { Finding } from '../../core/check/finding.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { short } from '../theme/short.ts';
import { type FindingFilter, type FindingGrouping, fixableTogether, groupings } from './findings-view.ts';
import type { FindingsView, FindingsWalk } from './findings-walk.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

/** @param gap what StepFrame leaves above the list: no line of it may show in between */
const staying = (gap: string) =>
  ({
    position: 'sticky',
    top: `calc(-1 * ${gap})`,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    marginTop: `calc(-1 * ${gap})`,
    paddingTop: gap,
    paddingBottom: gap,
  }) as const;

const useStyles = makeStyles({
  // Stays in view; in a low pane only its first row does, by which the list is walked through.
  bar: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    ...staying(tokens.spacingVerticalS),
    [short]: { display: 'contents' },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  first: { flexWrap: 'nowrap', [short]: staying(tokens.spacingVerticalXS) },
  filter: { flex: '1 1 0', minWidth: 0, maxWidth: '320px', '& select': { textOverflow: 'ellipsis' } },
  grouping: { flex: '0 1 auto', minWidth: 0 },
  walk: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
  place: { fontVariantNumeric: 'tabular-nums', minWidth: '52px', textAlign: 'center' },
});

/** What the list shows and in which order, the way through it, and what can be done at once. */
export function FindingsBar(props: {
  view: FindingsView;
  walk: FindingsWalk;
  grouping: FindingGrouping;
  busy: string | null;
  onFix: (findings: readonly Finding[]) => void;
  /** Null: nothing was fixed yet. */
  onUndo: (() => void) | null;
  /** To put the focus there. */
  undoButton: RefCallback<HTMLButtonElement>;
}): ReactNode {
  const { view, walk, grouping, busy, onFix, onUndo } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const fixable = fixableTogether(view.shown, view.filter);
  return (
    <div className={styles.bar}>
      <div className={mergeClasses(styles.row, styles.first)}>
        <Select
          className={styles.filter}
          size="small"
          value={view.filter}
          aria-label={t('screens:findings.filter')}
          onChange={(_, { value }) => walk.filter(value as FindingFilter)}
        >
          {view.filters.map(({ filter, count }) => (
            <option key={filter} value={filter}>
              {`${t(`screens:findings.filter.${filter}`)} (${count})`}
            </option>
          ))}
        </Select>
        {view.shown.length > 0 && <Steps view={view} walk={walk} />}
      </div>
      <div className={styles.row}>
        <Select
          className={styles.grouping}
          size="small"
          value={grouping}
          aria-label={t('screens:findings.grouping')}
          onChange={(_, { value }) => walk.group(value as FindingGrouping)}
        >
          {groupings.map((each) => (
            <option key={each} value={each}>
              {t(`screens:findings.grouping.${each}`)}
            </option>
          ))}
        </Select>
        {fixable.length > 0 && (
          <ReasonedButton size="small" icon={<WrenchRegular />} reason={busy} onClick={() => onFix(fixable)}>
            {fixable.some(({ severity }) => severity !== 'error')
              ? t('screens:findings.fix-kind', {
                  count: fixable.length,
                  kind: t(`screens:findings.filter.${view.filter}`),
                })
              : t('screens:findings.fix-all', { count: fixable.length })}
          </ReasonedButton>
        )}
        {onUndo && (
          <ReasonedButton
            size="small"
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            reason={busy}
            onClick={onUndo}
            ref={props.undoButton}
          >
            {t('screens:findings.undo')}
          </ReasonedButton>
        )}
      </div>
    </div>
  );
}

function Steps({ view: { position, shown }, walk }: { view: FindingsView; walk: FindingsWalk }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <div className={styles.walk}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        title="Shift+F8"
        aria-label={t('screens:findings.previous')}
        aria-keyshortcuts="Shift+F8"
        onClick={() => walk.step(-1, 'button')}
      />
      <Text size={200} className={styles.place}>{`${position < 0 ? '–' : position + 1} / ${shown.length}`}</Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRightRegular />}
        title="F8"
        aria-label={t('screens:findings.next')}
        aria-keyshortcuts="F8"
        onClick={() => walk.step(1, 'button')}
      />
    </div>
  );
}
