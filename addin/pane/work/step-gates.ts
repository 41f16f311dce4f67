import type { Permission } from '../../../core/policy/permissions.ts';
import { isChecked, type SessionState } from '../../../ui/sheet-session/state.ts';
import type { SignedIn } from '../connect/situation.ts';
import { postedNumbers } from './posted-numbers.ts';

export const steps = ['sheet', 'check', 'post', 'papers'] as const;
export type Step = (typeof steps)[number];

/** Why a step can't be used yet; texts under screens:pane.gate. */
export type Gate = 'not-read' | 'no-orders' | 'may-not-check' | 'not-checked' | 'may-not-post' | 'none-posted';

export const may = (me: Pick<SignedIn, 'permissions'>, permission: Permission): boolean =>
  me.permissions.includes(permission);
export const mayCheck = (me: Pick<SignedIn, 'permissions'>): boolean => may(me, 'orders.check');

/** The first thing that stands in the way; null = go on. */
export function gateOf(step: Step, state: SessionState, me: Pick<SignedIn, 'permissions'>): Gate | null {
  switch (step) {
    case 'sheet':
      return null;
    case 'check':
      if (!mayCheck(me)) return 'may-not-check';
      if (state.step === 'empty') return 'not-read';
      return state.step === 'found' && state.found.problems.length > 0 ? 'no-orders' : null;
    case 'post':
      if (!may(me, 'orders.post')) return 'may-not-post';
      return gateOf('check', state, me) ?? (isChecked(state) ? null : 'not-checked');
    case 'papers':
      if (state.step === 'empty') return 'not-read';
      return postedNumbers(state).length > 0 ? null : 'none-posted';
  }
}
