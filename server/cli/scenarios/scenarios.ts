import { officeDay } from './office-day/office-day.ts';
import type { Scenario } from './play-scenario.ts';

/** The stories that can be played, by name. */
export const scenarios = { 'office-day': officeDay } as const satisfies Readonly<Record<string, Scenario>>;
