import { afterEach, expect, test, vi } from 'vitest';
import type { SheetOfFile } from '../../../../core/sheet/understand.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import { createAnswerer } from '../../../../desk/workbook/worker/answer.ts';
import type { Question, WorkerQuestion } from '../../../../desk/workbook/worker/messages.ts';
import { createWorkbookService, type WorkerLike } from '../../../../desk/workbook/worker/workbook-service.ts';
import { ExaminationFailed, Stopped } from '../../../../ui/sheet-session/examiner.ts';

/** A worker that answers in this thread, over copied messages like a real one. */
function givenWorkers() {
  const asked: Question[] = [];
  const started: WorkerLike[] = [];
  const start = (): WorkerLike => {
    const answer = createAnswerer();
    let alive = true;
    const worker: WorkerLike = {
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      terminate: () => {
        alive = false;
      },
      postMessage(message) {
        const { id, ask } = structuredClone(message) as WorkerQuestion;
        asked.push(ask);
        answer(ask).then(
          (answered) => alive && worker.onmessage?.({ data: { id, answer: structuredClone(answered) } }),
          (error: unknown) => worker.onmessage?.({ data: { id, fault: String(error), memory: false } }),
        );
      },
    };
    started.push(worker);
    return worker;
  };
  return { asked, started, start };
}
const orders: SheetOfFile = {
  file: 'a.xlsx',
  sheet: '订单',
  row: 0,
  column: 0,
  values: [
    ['订单号', '客户名称', '货号', '数量', '单价'],
    ['1', '华东', 'F-50', 2, 3],
  ],
};
afterEach(() => void vi.useRealTimers());
const yardstick = { published: {}, today: '2026-11-21' as PlainDate, currency: 'CNY' };

test('a sheet is sent once; afterwards only what changed', async () => {
  const { asked, start } = givenWorkers();
  const examiner = createWorkbookService(start).examiner(async () => yardstick);
  const other = { ...orders, sheet: '十二月' };
  await examiner.check([orders, other], []);
  const checked = await examiner.check([{ ...orders, values: orders.values.slice(0, 1) }, other], []);
  const things = asked.map((ask) => ('sheets' in ask ? ask.sheets.map(({ thing }) => thing?.sheet ?? null) : []));
  expect(things).toEqual([
    ['订单', '十二月'],
    ['订单', null],
  ]);
  expect(checked.batch.orders).toHaveLength(1);
});

test('stopping rejects what was waited for; the next question gets a fresh worker that is told everything', async () => {
  const { started, start } = givenWorkers();
  const service = createWorkbookService(start);
  const examiner = service.examiner(async () => yardstick);
  const waiting = service.read('a.csv', new TextEncoder().encode('订单号,货号\n'));
  service.stop();
  await expect(waiting).rejects.toThrow(Stopped);
  expect((await examiner.check([orders], [])).batch.orders).toHaveLength(1);
  expect(started).toHaveLength(2);
});

test('a file that is no workbook comes back as a problem, a fault in the worker as an error', async () => {
  const service = createWorkbookService(givenWorkers().start);
  const read = await service.read('a.xlsx', new TextEncoder().encode('<html>'));
  expect(read).toMatchObject({ ok: false, reason: { code: 'workbook.not-a-workbook' } });
  const broken = { ...orders, values: null } as unknown as SheetOfFile;
  await expect(service.examiner(async () => yardstick).check([broken], [])).rejects.toThrow();
});

/** A worker that takes questions and never answers. */
function givenSilentWorkers() {
  const started: WorkerLike[] = [];
  const start = () => {
    const terminate = vi.fn();
    const worker: WorkerLike = { onmessage: null, onmessageerror: null, onerror: null, terminate, postMessage() {} };
    started.push(worker);
    return worker;
  };
  return { started, start };
}
const bytes = new Uint8Array();
const asked = (service: ReturnType<typeof createWorkbookService>) => ({
  read: service.read('a.xlsx', bytes),
  check: service.examiner(async () => yardstick).check([orders], []),
});

test('what takes longer than a minute is given up: an answer for the file, a failure for the check', async () => {
  vi.useFakeTimers();
  const { started, start } = givenSilentWorkers();
  const { read, check } = asked(createWorkbookService(start));
  const failed = expect(check).rejects.toEqual(new ExaminationFailed('took-too-long'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await read).toEqual({
    ok: false,
    reason: { code: 'workbook.took-too-long', data: { file: 'a.xlsx', limit: '60' } },
  });
  await failed;
  expect(started[0]?.terminate).toHaveBeenCalledOnce();
});

test.each([
  ['falls silent', (worker: WorkerLike) => worker.onerror?.({ message: '' })],
  ['says what cannot be read', (worker: WorkerLike) => worker.onmessageerror?.()],
])('a worker that %s has run out of memory: nothing waits for ever', async (_, crash) => {
  const { started, start } = givenSilentWorkers();
  const { read, check } = asked(createWorkbookService(start));
  const failed = expect(check).rejects.toEqual(new ExaminationFailed('too-much-memory'));
  await vi.waitFor(() => expect(started).toHaveLength(1));
  started[0]?.onmessage?.({ data: { ready: true } });
  await Promise.resolve();
  crash(started[0] as WorkerLike);
  expect(await read).toMatchObject({ ok: false, reason: { code: 'workbook.too-much-memory' } });
  await failed;
});

test('a worker whose script did not come is a fault, not a lack of memory', async () => {
  const { started, start } = givenSilentWorkers();
  const read = createWorkbookService(start).read('a.xlsx', bytes);
  started[0]?.onerror?.({ message: '' });
  await expect(read).rejects.toThrow('did not start');
});
