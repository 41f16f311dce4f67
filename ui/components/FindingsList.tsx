import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Finding, Fix } from '../../core/check/finding.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { short } from '../theme/short.ts';
import { FindingGroupView } from './FindingGroupView.tsx';
import { FindingsBar } from './FindingsBar.tsx';
import { type FindingGroup, findingId, groupName, isAboutBook } from './findings-view.ts';
import { type FindingsWalk, findingsView } from './findings-walk.ts';
import { NotChecked } from './NotChecked.tsx';
import { useFindingsFocus, useWalkedFocus } from './use-findings-focus.ts';

export interface FindingsListProps {
  readonly orders: readonly OrderInSheet[];
  readonly sheetFindings: readonly Finding[];
  readonly walk: FindingsWalk;
  /** The server is making the checks that need what only it knows. */
  readonly asking: boolean;
  /** What fixes wait for; null = nothing. */
  readonly busy: string | null;
  /** What was just done is asked about elsewhere: the focus is there until it is answered. */
  readonly isInQuestion: boolean;
  readonly canUndo: boolean;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onSettle: (finding: Finding, choice: Fix) => void;
  readonly onUndo: () => void;
  /** The ready reply to an order's customer, stays the same between draws; absent = none is offered. */
  readonly replyTo?: (order: OrderInSheet) => Promise<string>;
}

/** Groups drawn at first; a book of years can have thousands of findings, and a page of them is more than anyone reads. */
const groupsAtFirst = 60;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    [short]: { rowGap: tokens.spacingVerticalXS },
  },
});

/** What is wrong, order by order or kind by kind: a click goes to the cell, certain fixes are buttons. */
export function FindingsList(props: FindingsListProps): ReactNode {
  const { orders, sheetFindings, walk, busy, onFix, onSettle, replyTo } = props;
  const { t } = useLanguage();
  const place = useSyncExternalStore(walk.subscribe, () => walk.place);
  const view = useMemo(() => findingsView({ sheetFindings, orders }, place), [sheetFindings, orders, place]);
  const { groups, shown } = view;
  const withFile = useMemo(() => new Set(shown.map(({ file }) => file)).size > 1, [shown]);
  const [wanted, setWanted] = useState(groupsAtFirst);
  const reached = groups.findIndex(({ findings }) => findings.some((each) => findingId(each) === place.current));
  const drawn = Math.max(wanted, reached + 1);
  useWalkedFocus(walk, place);

  const undoButton = useRef<HTMLButtonElement | null>(null);
  const willDo = useFindingsFocus(shown, busy === null && !props.isInQuestion, () => undoButton.current);
  const fix = (findings: readonly Finding[]) => {
    willDo(findings);
    onFix(findings);
  };
  const settle = (finding: Finding, choice: Fix) => {
    willDo([finding]);
    onSettle(finding, choice);
  };
  const undo = () => {
    willDo([]);
    props.onUndo();
  };

  // What couldn't be checked stands between the sheets and their orders.
  const afterSheets = groups.findIndex(
    ({ order, kind, findings }) => order !== null || kind !== null || findings.some(isAboutBook),
  );
  const ofSheets = Math.min(afterSheets < 0 ? groups.length : afterSheets, drawn);
  const group = (each: FindingGroup) => (
    <FindingGroupView
      key={groupName(each)}
      group={each}
      withFile={withFile}
      current={place.current}
      busy={busy}
      onSelect={walk.select}
      onFix={fix}
      onSettle={settle}
      {...(replyTo && { replyTo })}
    />
  );
  return (
    <section className={useStyles().list} aria-label={t('screens:findings.title')}>
      <FindingsBar
        view={view}
        walk={walk}
        grouping={place.grouping}
        busy={busy}
        onFix={fix}
        onUndo={props.canUndo ? undo : null}
        undoButton={(button) => {
          undoButton.current = button;
        }}
      />
      {shown.length === 0 && <Text>{t('screens:findings.none')}</Text>}
      {groups.slice(0, ofSheets).map(group)}
      <NotChecked findings={sheetFindings} asking={props.asking} />
      {groups.slice(ofSheets, drawn).map(group)}
      {groups.length > drawn && (
        <Button appearance="subtle" onClick={() => setWanted(drawn + groupsAtFirst)}>
          {t('screens:findings.more', { count: groups.length - drawn })}
        </Button>
      )}
    </section>
  );
}
