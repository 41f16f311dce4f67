import { expect, test } from 'vitest';
import type { SheetOfFile } from '../../../../core/sheet/understand.ts';
import type { PlainDate } from '../../../../core/value/date.ts';
import { createAnswerer } from '../../../../desk/workbook/worker/answer.ts';
import type { Question, WorkerQuestion } from '../../../../desk/workbook/worker/messages.ts';
import { createWorkbookService, Stopped, type WorkerLike } from '../../../../desk/workbook/worker/workbook-service.ts';

/** A worker that answers in this thread, over copied messages like a real one. */
function givenWorkers() {
  const asked: Question[] = [];
  const started: WorkerLike[] = [];
  const start = (): WorkerLike => {
    const answer = createAnswerer();
    let alive = true;
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      terminate: () => {
        alive = false;
      },
      postMessage(message) {
        const { id, ask } = structuredClone(message) as WorkerQuestion;
        asked.push(ask);
        answer(ask).then(
          (answered) => alive && worker.onmessage?.({ data: { id, answer: structuredClone(answered) } }),
          (error: unknown) => worker.onmessage?.({ data: { id, fault: String(error) } }),
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
