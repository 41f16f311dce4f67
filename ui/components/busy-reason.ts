import type { Texts } from '../../locales/index.ts';
import type { Doing } from '../sheet-session/state.ts';

/** Why a button waits while the session does something; null = it needn't. */
export const busyReason = (doing: Doing | null, t: Texts): string | null =>
  doing === null ? null : t(`screens:busy.${doing}`);
