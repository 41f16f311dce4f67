import type { LookupAnswer } from '../../../core/lookup/lookup.ts';
import { localeOf } from '../../../core/policy/locale.ts';
import { loadPaneTexts } from '../../../locales/on-pane.ts';
import { textsIn } from '../../../locales/texts.ts';
import { browserPage } from '../../../ui/connection/live/live.ts';
import { countsFrom1904 } from '../../excel/date-system.ts';
import { officeLanguage } from '../../excel/office-surroundings.ts';
import { answerCall, type Results, rmbCall, type StreamedCall } from '../../functions/answer-call.ts';
import type { Argument } from '../../functions/cells.ts';
import { keepFresh, type World } from '../../functions/keep-fresh.ts';
import { createLookups, type LookupParts } from '../../functions/lookups.ts';
import type { Speech } from '../../functions/result-of.ts';
import { NotConnected, troubleOf } from '../../functions/trouble.ts';
import type { BrowserStorage } from './browser-storage.ts';
import { type PaneConnection, paneConnection } from './pane-connection.ts';
import { localeAt } from './remembered-language.ts';

/** What answers formulas. */
export interface FormulaCalls {
  readonly answer: (call: StreamedCall) => () => void;
  readonly rmb: (amounts: Argument) => Results;
}

/** Opened once for the page: all formulas share their questions. */
export async function openFormulaCalls(browserStorage: BrowserStorage): Promise<FormulaCalls> {
  const locale = localeAt(browserStorage, officeLanguage());
  // Where its words don't come, formulas speak as the pane does.
  let spoken = await loadPaneTexts(locale).then((t) => ({ locale, t }), onScreen);
  // An Excel that can't say counts as nearly all workbooks do.
  const date1904 = await countsFrom1904().catch(() => false);
  const speech = (): Speech => ({ ...spoken, date1904 });
  const way = paneConnection(browserStorage);
  const lookups = createLookups({ ask: askerOf(way), ready: streamFirst(way), troubleOf, later });
  const onLanguage = whenLanguageChanges(() => {
    spoken = onScreen();
  });
  keepFresh(lookups, world(way, onLanguage));
  return {
    answer: (call) => answerCall(call, { lookups, speech, soon: queueMicrotask }),
    rmb: (amounts) => rmbCall(amounts, speech()),
  };
}

function onScreen(): Pick<Speech, 'locale' | 't'> {
  const locale = localeOf(document.documentElement.lang);
  return { locale, t: textsIn(locale) };
}

const askerOf =
  ({ tokens, connection }: PaneConnection): LookupParts['ask'] =>
  async (lookups): Promise<readonly LookupAnswer[]> => {
    if (tokens.token() === null) throw new NotConnected();
    const { answers } = await connection.client.call('lookups', { body: { lookups } });
    if (answers.length !== lookups.length) throw new Error(`${lookups.length} questions got ${answers.length} answers`);
    return answers;
  };

/** So long a formula waits for the stream; where none can be had it is asked without. */
const patienceMs = 3_000;

/**
 * Whoever has just connected is about to hear what happens on the server, and what was asked before he does would have to be asked
 * again: something may have happened in between. So the stream goes first.
 */
function streamFirst({ tokens, connection: { live } }: PaneConnection): () => Promise<void> {
  let waitedAs: string | null = null;
  return async () => {
    const token = tokens.token();
    if (token === waitedAs) return;
    waitedAs = token;
    if (token === null || live.isHearing || !browserPage.isSeen()) return;
    const heard = Promise.withResolvers<void>();
    const end = live.onNews(() => heard.resolve());
    const giveUp = later(patienceMs, heard.resolve);
    await heard.promise;
    end();
    giveUp();
  };
}

function later(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

/** The page names its language once that language's texts are there (LanguageProvider). */
const whenLanguageChanges =
  (first: () => void): World['onLanguage'] =>
  (listener) =>
    new MutationObserver(() => {
      first();
      listener();
    }).observe(document.documentElement, { attributeFilter: ['lang'] });

const world = ({ connection, tokens }: PaneConnection, onLanguage: World['onLanguage']): World => ({
  connection,
  tokens,
  page: browserPage,
  onOtherWindows: (listener) => window.addEventListener('storage', listener),
  onLanguage,
  every: (ms, action) => void setInterval(action, ms),
});
