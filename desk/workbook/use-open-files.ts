import { useState } from 'react';
import type { PlainDate } from '../../core/value/date.ts';
import { ServerAway } from '../../core/wire/client.ts';
import { textsIn } from '../../locales/texts.ts';
import { wordsOfFate } from '../../ui/components/status-words.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { choicesInStorage } from '../../ui/sheet-session/choices-in-storage.ts';
import { Stopped } from '../../ui/sheet-session/examiner.ts';
import { serverYardstick } from '../../ui/sheet-session/server-yardstick.ts';
import { createSheetSession } from '../../ui/sheet-session/session.ts';
import { unsavedFixes } from '../../ui/sheet-session/unsaved-fixes.ts';
import type { WorkbookProblem } from '../../workbook/problem.ts';
import { useDesk } from '../session/desk-context.ts';
import { type OpenedFile, openWorkbook } from './opened-workbook.ts';
import { filesAgain, type PickedFile } from './pick-files.ts';
import { useOutbox } from './use-outbox.ts';
import { type OpenWork, useOpenWork } from './WorkbookProvider.tsx';
import { useWorkbookService } from './worker/use-workbook-service.ts';

export interface Opening {
  /** The file that is being read, and how many there are. */
  readonly reading: { readonly name: string; readonly index: number; readonly of: number } | null;
  readonly problems: readonly WorkbookProblem[];
  readonly error: unknown;
  open(files: () => Promise<readonly PickedFile[]>): Promise<void>;
  /** Reads the open files anew, as Excel saved them since; null = the browser has no hold on them. */
  readonly again: (() => Promise<void>) | null;
  openSample(address: string): Promise<void>;
  stop(): void;
}

/** Opens files together as one workbook: orders may lie in one, prices and stock in others. */
export function useOpenFiles(): Opening {
  const { me } = useDesk();
  const { t } = useLanguage();
  const { work, setWork } = useOpenWork();
  const service = useWorkbookService();
  const startSession = useSessionStart();
  const [reading, setReading] = useState<Opening['reading']>(null);
  const [problems, setProblems] = useState<readonly WorkbookProblem[]>([]);
  const [error, setError] = useState<unknown>(null);

  const mayReplace = () =>
    work === null || unsavedFixes(work.session.state).length === 0 || window.confirm(t('desk:open.loses-fixes'));
  const read = async (files: readonly OpenedFile[], handles: OpenWork['handles'] = []) => {
    const answers = [];
    for (const [index, file] of files.entries()) {
      setReading({ name: file.name, index: index + 1, of: files.length });
      answers.push({ file, answer: await service.read(file.name, file.bytes) });
    }
    setProblems(answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.reason])));
    const legible = answers.flatMap(({ file, answer }) => (answer.ok ? [{ file, sheets: answer.value }] : []));
    if (legible.length === 0 || !mayReplace()) return;
    const opened = legible.map(({ file }) => file);
    const workbook = openWorkbook(
      opened.map(({ name }) => name).join(', '),
      legible.flatMap(({ sheets }) => sheets),
    );
    const session = startSession(workbook);
    setWork({ company: me.company.id, files: opened, handles, workbook, session });
    await session.check();
  };
  const during = async (opening: () => Promise<void>) => {
    setError(null);
    setProblems([]);
    try {
      await opening();
    } catch (failure) {
      if (!(failure instanceof Stopped)) setError(failure);
    } finally {
      setReading(null);
    }
  };
  const open = (choose: () => Promise<readonly PickedFile[]>) =>
    during(async () => {
      const picked = await choose();
      const files = picked.map(async ({ file }) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      const held = picked.flatMap(({ handle }) => handle ?? []);
      // All or none: a workbook of which one part is old is worse than choosing again.
      await read(withOwnNames(await Promise.all(files)), held.length === picked.length ? held : []);
    });
  const handles = work?.handles ?? [];
  return {
    reading,
    problems,
    error,
    open,
    again: handles.length > 0 ? () => open(() => filesAgain(handles)) : null,
    openSample: (address) =>
      during(async () => {
        const response = await fetch(address).catch((cause: unknown) => {
          throw new ServerAway('the sample did not come', { cause });
        });
        if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
        const name = decodeURIComponent(address.split('/').at(-1) ?? address);
        await read([{ name, bytes: new Uint8Array(await response.arrayBuffer()) }]);
      }),
    stop: () => service.stop(),
  };
}

/** Two files of one name from different folders must stay two: findings call files by name. */
function withOwnNames(files: readonly OpenedFile[]): readonly OpenedFile[] {
  const seen = new Map<string, number>();
  return files.map(({ name, bytes }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: count === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${count})$1`), bytes };
  });
}

/** Starts a session that posts as whoever is signed in at that moment and checks by the books published then. */
function useSessionStart() {
  const { client, me } = useDesk();
  const { locale } = useLanguage();
  const service = useWorkbookService();
  const outbox = useOutbox();
  return (workbook: ReturnType<typeof openWorkbook>) => {
    const known = { published: {}, today: me.today as PlainDate, currency: me.currency };
    return createSheetSession({
      port: workbook,
      examiner: service.examiner(serverYardstick(client, known)),
      client,
      outbox,
      newKey: () => crypto.randomUUID(),
      memory: choicesInStorage(localStorage),
      statusWords: (fate) => wordsOfFate(fate, { t: textsIn(locale), locale }),
    });
  };
}
