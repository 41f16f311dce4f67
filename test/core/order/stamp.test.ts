import { expect, it } from 'vitest';
import { stamp, stampOf } from '../../../core/order/stamp.ts';
import type { Stamp } from '../../../core/order/state.ts';
import { by, clerk } from './sample-order.ts';

it('says by which version of the policy it was decided', () => {
  const made = stamp({ ...by(clerk), policy: 7 });
  expect(made.policy).toBe(7);
  expect(stampOf(made)).toEqual(made);
});

it('of events kept before versions were, says none', () => {
  const { policy: _none, ...earlier } = stamp(by(clerk)) as Required<Stamp>;
  expect(stampOf(earlier)).toEqual(earlier);
  expect(stampOf(earlier)).not.toHaveProperty('policy');
});
