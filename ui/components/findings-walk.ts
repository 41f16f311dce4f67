import type { Finding } from '../../core/check/finding.ts';
import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import { isChecked, type SessionState } from '../sheet-session/state.ts';
import {
  allGroups,
  byKind,
  type FindingFilter,
  type FindingGroup,
  type FindingGrouping,
  filtered,
  filtersOf,
  findingId,
} from './findings-view.ts';

/** Where the user is in the list of findings. */
export interface FindingsPlace {
  readonly filter: FindingFilter;
  readonly grouping: FindingGrouping;
  /** The finding he looks at, by its name on the page. */
  readonly current: string | null;
  /** Its place among those shown, kept when it was corrected: from there he goes on. */
  readonly at: number;
  /** He came by walking, not by a click on its line: the list may have to scroll. */
  readonly walked: boolean;
}
const start: FindingsPlace = { filter: 'all', grouping: 'order', current: null, at: -1, walked: false };

/** What the list shows from this place. */
export interface FindingsView {
  readonly filters: ReturnType<typeof filtersOf>;
  readonly filter: FindingFilter;
  readonly groups: readonly FindingGroup[];
  readonly shown: readonly Finding[];
  /** The current finding's among `shown`; -1 = none, or it is gone. */
  readonly position: number;
}

export function findingsView(
  { sheetFindings, orders }: { readonly sheetFindings: readonly Finding[]; readonly orders: readonly OrderInSheet[] },
  place: FindingsPlace,
): FindingsView {
  const all = allGroups(sheetFindings, orders);
  const filters = filtersOf(all);
  // The last finding of a kind may have just been fixed: then there is nothing left to filter by.
  const filter = filters.some((each) => each.filter === place.filter) ? place.filter : 'all';
  const left = filtered(all, filter);
  const groups = place.grouping === 'kind' ? byKind(left) : left;
  const shown = groups.flatMap((group) => group.findings);
  return { filters, filter, groups, shown, position: shown.findIndex((each) => findingId(each) === place.current) };
}

/** The way through the findings; outlives the list on the page, so that keys work wherever the user is. */
export interface FindingsWalk {
  readonly place: FindingsPlace;
  subscribe(listener: () => void): () => void;
  filter(filter: FindingFilter): void;
  group(grouping: FindingGrouping): void;
  /** A click on its line. */
  select(finding: Finding): void;
  /** Shows the finding whatever the filter is. */
  reveal(finding: Finding): void;
  /**
   * To the next one or the one before, round at the ends; false = there is none. A key takes the focus along, or Enter would write
   * what stood under it before; a button pressed again and again keeps it.
   */
  step(direction: 1 | -1, by?: 'key' | 'button'): boolean;
  /** Whether the focus is yet to go to the current finding; asked once. */
  claimFocus(): boolean;
}

export function createFindingsWalk(state: () => SessionState, goTo: (finding: Finding) => void): FindingsWalk {
  const listeners = new Set<() => void>();
  let place = start;
  let claimable = false;
  const move = (change: Partial<FindingsPlace>, withFocus = false) => {
    place = { ...place, ...change };
    claimable = withFocus;
    for (const listener of listeners) listener();
  };
  const viewed = (change: Partial<FindingsPlace> = {}) => {
    const now = state();
    return isChecked(now) ? findingsView(now, { ...place, ...change }) : null;
  };
  const arrive = (finding: Finding, change: Partial<FindingsPlace>, withFocus = false) => {
    const current = findingId(finding);
    move({ ...change, current, at: viewed({ ...change, current })?.position ?? -1 }, withFocus);
    goTo(finding);
  };
  return {
    get place() {
      return place;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    filter: (filter) => move({ filter, at: -1, walked: false }),
    group: (grouping) => move({ grouping, at: -1, walked: false }),
    select: (finding) => arrive(finding, { walked: false }),
    reveal: (finding) => arrive(finding, { filter: 'all', walked: true }, true),
    step(direction, by = 'key') {
      const view = viewed();
      const finding = view?.shown[nextPosition(view, place.at, direction)];
      if (!finding) return false;
      arrive(finding, { walked: true }, by === 'key');
      return true;
    },
    claimFocus() {
      const claimed = claimable;
      claimable = false;
      return claimed;
    },
  };
}

/** Where the current finding is gone, the next one has taken its place. */
function nextPosition({ shown: { length }, position }: FindingsView, at: number, direction: 1 | -1): number {
  const gone = position < 0;
  const from = gone ? at : position;
  if (direction === 1) return (gone ? Math.max(from, 0) : from + 1) % length;
  return from <= 0 ? length - 1 : Math.min(from, length) - 1;
}
