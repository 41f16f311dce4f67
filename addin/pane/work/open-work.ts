import { type Locale, localeOf } from '../../../core/policy/locale.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import { type Texts, textsIn } from '../../../locales/texts.ts';
import { partOf } from '../../../ui/components/part.ts';
import { statusWordsIn } from '../../../ui/components/status-tones.ts';
import { wordsOfFate } from '../../../ui/components/status-words.ts';
import { type AsYouType, createAsYouType } from '../../../ui/sheet-session/as-you-type.ts';
import { type CarriedOutbox, createCarriedOutbox } from '../../../ui/sheet-session/carried-outbox.ts';
import type { Examiner, Yardstick } from '../../../ui/sheet-session/examiner.ts';
import { createOutbox, type KeyValueStorage, type Outbox } from '../../../ui/sheet-session/outbox.ts';
import { serverYardstick } from '../../../ui/sheet-session/server-yardstick.ts';
import { createSheetSession, type SheetSession } from '../../../ui/sheet-session/session.ts';
import { openExcelSheet } from '../../excel/excel-sheet.ts';
import { undoOutlivesWriting } from '../../excel/in-excel.ts';
import { storeChoices, storedChoices } from '../../excel/workbook-choices.ts';
import { workbookId } from '../../excel/workbook-id.ts';
import { workbookOutbox } from '../../excel/workbook-outbox.ts';
import type { SignedIn } from '../connect/situation.ts';
import { createSheetMarks, type SheetMarks } from '../marks/sheet-marks.ts';
import { createLetters, type Letters } from '../papers/issue-letter.ts';
import { createSheetProgress, type SheetProgress, writtenByPosting } from '../papers/moved-on.ts';
import { type BrowserStorage, forWishes, noRoom } from '../start/browser-storage.ts';
import { mayCheck } from './step-gates.ts';

/** What finds the tables: on its way while Excel opens the workbook to us, which isn't shown without it. */
const finding = partOf(() => import('../../../ui/sheet-session/find.ts'));
type Finding = Awaited<ReturnType<typeof finding.fetch>>;
/** What judges them: comes while the tables are looked at, and is waited for by the first check alone. */
const rules = partOf(() => import('../../../ui/sheet-session/examine.ts'));

/** One user's work on the open workbook. */
export interface PaneWork {
  /** As him, whoever else connects on this computer. */
  readonly client: Client;
  readonly session: SheetSession;
  readonly outbox: Outbox;
  /** The next check asks the server for its books, however fresh those are that are known. */
  readonly wantNewestBooks: () => void;
  readonly carried: CarriedOutbox;
  readonly marks: SheetMarks;
  readonly asYouType: AsYouType;
  /** What is remembered of the user's wishes: on this device, or for as long as the page lives. */
  readonly storage: KeyValueStorage;
  readonly letters: Letters;
  /** How far orders are by the sheet. */
  readonly progress: SheetProgress;
}

export async function openWork(options: {
  readonly client: Client;
  readonly me: SignedIn;
  /** The company's day, which changes while the workbook is open. */
  readonly today: () => PlainDate;
  readonly browserStorage: BrowserStorage;
  /** Whose outbox it is; not two users' on one computer. */
  readonly owner: string;
}): Promise<PaneWork> {
  const { client, me, today, owner } = options;
  const { storage: device, lasting } = options.browserStorage;
  const storage = forWishes(device);
  const coming = finding.fetch();
  const opening = openExcelSheet(() => {
    const t = texts();
    const headings = {
      number: t('terms:field.number'),
      status: t('terms:field.status'),
      nextStep: t('terms:field.nextStep'),
      promisedDate: t('terms:field.promisedDate'),
    };
    return { headings, words: statusWordsIn(t) };
  });
  const [port, found] = await Promise.all([opening, coming]);
  // What doesn't come now is asked for again by the check, which says why it can't be had.
  rules.fetch().catch(() => undefined);
  // Wishes may go with the page, unsent orders may not: the outbox has to know.
  const outbox = createOutbox(lasting ? device : noRoom, owner);
  const known: Yardstick = {
    published: {},
    get today() {
      return today();
    },
    currency: me.currency,
  };
  const yardstick = serverYardstick(client, known);
  const own = await workbookId(newKey);
  const carried = createCarriedOutbox(
    workbookOutbox(`${me.company.id}/${me.user.id}`, own),
    outbox,
    `${port.name} ${own.id}`,
  );
  await carried.look();
  const progress = createSheetProgress();
  const session = createSheetSession({
    port,
    examiner: examinerFor(found, yardstick, known, me),
    client,
    outbox,
    newKey,
    statusWords: (fate) => wordsOfFate(fate, { t: texts(), locale: locale() }),
    memory: { recall: storedChoices, keep: storeChoices },
    carried,
    answersWritten: (answers) => progress.wrote(writtenByPosting(answers.map(({ fate }) => fate))),
  });
  return {
    client,
    session,
    outbox,
    storage,
    carried,
    asYouType: createAsYouType(session, storage),
    progress,
    letters: createLetters(client, newKey),
    marks: createSheetMarks(port, storage, undoOutlivesWriting()),
    wantNewestBooks: yardstick.expire,
  };
}

const newKey = () => crypto.randomUUID();

/** The language on the screen right now: what is written into the sheet is in it too. */
const locale = (): Locale => localeOf(document.documentElement.lang);
const texts = (): Texts => textsIn(locale());

/** Checks where it stands, in the pane: a worker would need the whole workbook copied into it for each check. */
function examinerFor(
  { findInSheets, booksInSheets }: Finding,
  server: () => Promise<Yardstick>,
  known: Yardstick,
  me: SignedIn,
): Examiner {
  // Who may not check orders may not see what they are checked against either; found tables are shown all the same.
  const yardstick = mayCheck(me) ? server : async () => known;
  return {
    find: async (sheets, choices) => findInSheets(sheets, choices, await yardstick()),
    async check(sheets, choices) {
      const [{ checkSheets }, by] = await Promise.all([rules.fetch(), yardstick()]);
      return checkSheets(sheets, choices, by);
    },
    books: async (sheets, choices) => booksInSheets(sheets, choices, known),
    join(result, batch, answered) {
      const known = rules.known();
      if (!known) throw new Error('the server judged what was not checked here');
      return known.withServerFindings(result, batch, answered);
    },
  };
}
