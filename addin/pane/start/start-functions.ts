import type { LookupAnswer } from '../../../core/lookup/lookup.ts';
import { localeOf } from '../../../core/policy/locale.ts';
import { textsIn } from '../../../locales/index.ts';
import { browserPage } from '../../../ui/connection/live/live.ts';
import { associatePlain, associateStream } from '../../excel/custom-functions.ts';
import { countsFrom1904 } from '../../excel/date-system.ts';
import { officeLanguage } from '../../excel/office-surroundings.ts';
import { answerCall, rmbCall } from '../../functions/answer-call.ts';
import { catalogue, functionIds } from '../../functions/catalogue.ts';
import { keepFresh, type World } from '../../functions/keep-fresh.ts';
import { createLookups, type LookupParts } from '../../functions/lookups.ts';
import type { Speech } from '../../functions/result-of.ts';
import { NotConnected, troubleOf } from '../../functions/trouble.ts';
import type { BrowserStorage } from './browser-storage.ts';
import { type PaneConnection, paneConnection } from './pane-connection.ts';
import { rememberedLocale } from './remembered-language.ts';

/** The formulas CS.PRICE and the like, for as long as the page lives: whether or not the pane is ever opened. */
export function startFunctions(browserStorage: BrowserStorage): void {
  const way = paneConnection(browserStorage);
  const lookups = createLookups({ ask: askerOf(way), troubleOf, later });
  keepFresh(lookups, world(way));
  // An Excel that can't say counts as nearly all workbooks do.
  let date1904 = false;
  const dateSystem = countsFrom1904().then(
    (from1904) => {
      date1904 = from1904;
    },
    () => undefined,
  );
  const speech = (): Speech => {
    const locale = rememberedLocale(browserStorage.storage) ?? localeOf(officeLanguage());
    return { t: textsIn(locale), locale, date1904 };
  };
  for (const id of functionIds) {
    const associated = { id, parameters: catalogue[id].parameters.length };
    if (id === 'RMB') associatePlain(associated, ([amounts]) => rmbCall(amounts, speech()));
    else
      associateStream(associated, (args, show) =>
        onceKnown(dateSystem, () => answerCall({ id, args, show }, { lookups, speech, soon: queueMicrotask })),
      );
  }
}

const askerOf =
  ({ tokens, connection }: PaneConnection): LookupParts['ask'] =>
  async (lookups): Promise<readonly LookupAnswer[]> => {
    if (tokens.token() === null) throw new NotConnected();
    const { answers } = await connection.client.call('lookups', { body: { lookups } });
    if (answers.length !== lookups.length) throw new Error(`${lookups.length} questions got ${answers.length} answers`);
    return answers;
  };

function later(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

const world = ({ connection, tokens }: PaneConnection): World => ({
  connection,
  tokens,
  page: browserPage,
  onOtherWindows: (listener) => window.addEventListener('storage', listener),
  onLanguage: (listener) =>
    new MutationObserver(listener).observe(document.documentElement, { attributeFilter: ['lang'] }),
  every: (ms, action) => void setInterval(action, ms),
});

/** Begins something as soon as it may, unless it was ended by then. */
function onceKnown(known: Promise<void>, begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  let isOver = false;
  void known.then(() => {
    if (!isOver) end = begin();
  });
  return () => {
    isOver = true;
    end?.();
  };
}
