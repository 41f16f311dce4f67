import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, ChevronLeftRegular, ChevronRightRegular, WrenchRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { FindingGroupView } from './FindingGroupView.tsx';
import {
  allGroups,
  type FindingFilter,
  type FindingGroup,
  filtered,
  filtersOf,
  findingId,
  fixableTogether,
  groupName,
  isAboutBook,
} from './findings-view.ts';
import { NotChecked } from './NotChecked.tsx';

export interface FindingsListProps {
  readonly orders: readonly OrderInSheet[];
  readonly sheetFindings: readonly Finding[];
  /** The server is making the checks that need what only it knows. */
  readonly asking: boolean;
  /** Fixes wait while something else runs. */
  readonly busy: boolean;
  readonly canUndo: boolean;
  readonly onGoTo: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onSettle: (finding: Finding, choice: Fix) => void;
  readonly onUndo: () => void;
}

/** Groups drawn at first; a book of years can have thousands of findings, and a page of them is more than anyone reads. */
const groupsAtFirst = 60;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingBottom: tokens.spacingVerticalXS,
  },
  filter: { flexGrow: 1, minWidth: '130px', maxWidth: '320px' },
  walk: { display: 'flex', alignItems: 'center', marginLeft: 'auto' },
  place: { fontVariantNumeric: 'tabular-nums', minWidth: '52px', textAlign: 'center' },
});

/** What is wrong, order by order: a click goes to the cell, F8 and Shift+F8 walk through, certain fixes are buttons. */
export function FindingsList(props: FindingsListProps): ReactNode {
  const { orders, sheetFindings, asking, busy, onGoTo, onFix, onSettle } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [chosen, setFilter] = useState<FindingFilter>('all');
  const [current, setCurrent] = useState<string | null>(null);
  const [drawn, setDrawn] = useState(groupsAtFirst);
  const all = useMemo(() => allGroups(sheetFindings, orders), [sheetFindings, orders]);
  const withFile = useMemo(
    () => new Set(all.flatMap(({ findings }) => findings.map(({ file }) => file))).size > 1,
    [all],
  );
  const filters = useMemo(() => filtersOf(all), [all]);
  // The last finding of a kind may have just been fixed: then there is nothing left to filter by.
  const filter = filters.some((each) => each.filter === chosen) ? chosen : 'all';
  const groups = useMemo(() => filtered(all, filter), [all, filter]);
  const shown = useMemo(() => groups.flatMap((group) => group.findings), [groups]);
  const fixable = fixableTogether(shown, filter);
  const withWarnings = fixable.some(({ severity }) => severity !== 'error');
  const position = shown.findIndex((finding) => findingId(finding) === current);

  const select = (finding: Finding) => {
    setCurrent(findingId(finding));
    onGoTo(finding);
  };
  const walk = (step: 1 | -1) => {
    const finding = shown[(position + step + shown.length + (position < 0 && step < 0 ? 1 : 0)) % shown.length];
    if (!finding) return;
    setDrawn(Math.max(drawn, groups.findIndex((group) => group.findings.includes(finding)) + 1));
    select(finding);
    requestAnimationFrame(() => document.getElementById(findingId(finding))?.scrollIntoView({ block: 'nearest' }));
  };
  useFindingKeys(walk);
  // What couldn't be checked stands between the sheets and their orders.
  const firstOrder = groups.findIndex(({ order, findings }) => order !== null || findings.some(isAboutBook));
  const ofSheets = Math.min(firstOrder < 0 ? groups.length : firstOrder, drawn);
  const view = (group: FindingGroup) => (
    <FindingGroupView
      key={groupName(group)}
      group={group}
      withFile={withFile}
      current={current}
      busy={busy}
      onSelect={select}
      onFix={onFix}
      onSettle={onSettle}
    />
  );

  return (
    <section className={styles.list} aria-label={t('screens:findings.title')}>
      <div className={styles.bar}>
        <Select
          className={styles.filter}
          size="small"
          value={filter}
          aria-label={t('screens:findings.filter')}
          onChange={(_, { value }) => setFilter(value as FindingFilter)}
        >
          {filters.map(({ filter: each, count }) => (
            <option key={each} value={each}>
              {`${t(`screens:findings.filter.${each}`)} (${count})`}
            </option>
          ))}
        </Select>
        {fixable.length > 0 && (
          <Button size="small" icon={<WrenchRegular />} disabled={busy} onClick={() => onFix(fixable)}>
            {withWarnings
              ? t('screens:findings.fix-kind', {
                  count: fixable.length,
                  kind: t(`screens:findings.filter.${filter}`),
                })
              : t('screens:findings.fix-all', { count: fixable.length })}
          </Button>
        )}
        {props.canUndo && (
          <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} disabled={busy} onClick={props.onUndo}>
            {t('screens:findings.undo')}
          </Button>
        )}
        {shown.length > 0 && (
          <div className={styles.walk}>
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronLeftRegular />}
              title="Shift+F8"
              aria-label={t('screens:findings.previous')}
              onClick={() => walk(-1)}
            />
            <Text size={200} className={styles.place}>{`${position < 0 ? '–' : position + 1} / ${shown.length}`}</Text>
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronRightRegular />}
              title="F8"
              aria-label={t('screens:findings.next')}
              onClick={() => walk(1)}
            />
          </div>
        )}
      </div>
      {shown.length === 0 && <Text>{t('screens:findings.none')}</Text>}
      {groups.slice(0, ofSheets).map(view)}
      <NotChecked findings={sheetFindings} asking={asking} />
      {groups.slice(ofSheets, drawn).map(view)}
      {groups.length > drawn && (
        <Button appearance="subtle" onClick={() => setDrawn(drawn + groupsAtFirst)}>
          {t('screens:findings.more', { count: groups.length - drawn })}
        </Button>
      )}
    </section>
  );
}

/** F8 and Shift+F8 wherever on the page the focus is: after a fix it may be nowhere. */
function useFindingKeys(walk: (step: 1 | -1) => void): void {
  const latest = useRef(walk);
  latest.current = walk;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
