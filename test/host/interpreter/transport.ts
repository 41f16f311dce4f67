import { type BatchHost, References, runBatch } from './batch.ts';
import { UNDO_GROUP } from './client-undo-groups.ts';
import { MemberLog } from './member-log.ts';
import { objectModel } from './object-model.ts';
import { ActionKind, type RequestBody, type ResponseBody } from './protocol.ts';
import type { WorkbookData } from './workbook-data.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** Excel on the web takes requests and gives answers of up to 5 MB. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Numbers by which the client knows what the host refused as a whole. */
const OfficeError = { cellEditing: 5004, requestTooLarge: 5103, answerTooLarge: 5104 } as const;

/** Request flag of `Excel.run({ delayForCellEdit: true }, …)`. */
const DELAY_FOR_CELL_EDIT = 64;

/** What one `context.sync()` cost. */
export interface BatchRecord {
  readonly actions: number;
  /** UTF-8 bytes. */
  readonly requestBytes: number;
  readonly answerBytes: number;
  /** Error code that the add-in got. */
  readonly error?: string;
}

/** `[custom data, method, path, headers, body, permission, flags, …]` */
export type RichApiMessage = readonly unknown[];
export type RichApiCallback = (
  result:
    | { status: 'succeeded'; value: { data: unknown[] } }
    | { status: 'failed'; error: { code: number; message: string } },
) => void;

interface Request {
  readonly text: string;
  readonly flags: number;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Takes the place of the wire between the client and Excel. */
export class Transport {
  /** In order; the client's own tidying after an `Excel.run` is not among them. */
  readonly batches: BatchRecord[] = [];
  /** What the stand-in did not know, by name: no test may pass over these. */
  readonly refusals: string[] = [];
  readonly members = new MemberLog();
  readonly #host: BatchHost;
  readonly #book: WorkbookModel;
  #latency = 0;
  #editing = false;
  #waiting: (() => void)[] = [];

  constructor(book: WorkbookModel) {
    const references = new References(book.live);
    this.#book = book;
    const root = objectModel(book, (reference) => references.release(reference));
    this.#host = { root, references, undo: book.undo, members: this.members };
  }

  /** While a cell is being edited Excel refuses requests, or lets them wait when they said they would. */
  setEditing(editing: boolean): void {
    this.#editing = editing;
    if (editing) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const run of waiting) run();
  }

  /** Every request from now on is taken up so much later, as over a slow line to Excel on the web. */
  setLatency(milliseconds: number): void {
    this.#latency = milliseconds;
  }

  execute(message: RichApiMessage, callback: RichApiCallback): void {
    if (this.#latency === 0) this.#take(message, callback);
    else setTimeout(() => this.#take(message, callback), this.#latency);
  }

  #take(message: RichApiMessage, callback: RichApiCallback): void {
    const request = { text: String(message[4]), flags: Number(message[6]) };
    if (!this.#editing) this.#answer(request, callback);
    else if ((request.flags & DELAY_FOR_CELL_EDIT) !== 0) this.#waiting.push(() => this.#answer(request, callback));
    else this.#refuseForEditing(request, callback);
  }

  #refuseForEditing({ text }: Request, callback: RichApiCallback): void {
    const { Actions } = JSON.parse(text) as RequestBody;
    const error = 'InvalidOperationInCellEditMode';
    this.batches.push({ actions: Actions.length, requestBytes: bytesOf(text), answerBytes: 0, error });
    this.#fail(callback, OfficeError.cellEditing, 'A cell is being edited.');
  }

  #answer(request: Request, callback: RichApiCallback): void {
    const body = JSON.parse(request.text) as RequestBody;
    const files = filesIn(body);
    if (files.length === 0) this.#run(request, body, callback);
    else void this.#read(files).then(() => this.#run(request, body, callback));
  }

  /** What is no workbook stays unknown, and is refused when its turn comes. */
  async #read(files: readonly string[]): Promise<void> {
    const { workbookOfFile } = globalThis as unknown as {
      workbookOfFile(base64: string): Promise<WorkbookData | null>;
    };
    for (const base64 of files) {
      const file = await workbookOfFile(base64);
      if (file !== null) this.#book.files.set(base64, file);
    }
  }

  #run({ text, flags }: Request, body: RequestBody, callback: RichApiCallback): void {
    const requestBytes = bytesOf(text);
    const record = (answerBytes: number, error?: string): void => {
      if (isTidying(body)) return;
      this.batches.push({
        actions: body.Actions.length,
        requestBytes,
        answerBytes,
        ...(error === undefined ? {} : { error }),
      });
    };
    if (requestBytes > PAYLOAD_LIMIT) {
      record(0, 'RequestPayloadSizeLimitExceeded');
      this.#fail(callback, OfficeError.requestTooLarge, 'The request payload size has exceeded the limit.');
      return;
    }
    const answer = runBatch(this.#host, body, { inUndoGroup: (flags & UNDO_GROUP) !== 0 });
    this.#noteRefusal(answer);
    const answerText = JSON.stringify(answer);
    const answerBytes = bytesOf(answerText);
    if (answerBytes > PAYLOAD_LIMIT) {
      record(answerBytes, 'ResponsePayloadSizeLimitExceeded');
      this.#fail(callback, OfficeError.answerTooLarge, 'The response payload size has exceeded the limit.');
      return;
    }
    record(answerBytes, answer.Error?.Code);
    setTimeout(() => callback({ status: 'succeeded', value: { data: ['', [], answerText] } }), 0);
  }

  #noteRefusal({ Error: error }: ResponseBody): void {
    if (error?.Code === 'NotImplemented' || error?.Code === 'GeneralException') this.refusals.push(error.Message);
  }

  #fail(callback: RichApiCallback, code: number, message: string): void {
    setTimeout(() => callback({ status: 'failed', error: { code, message } }), 0);
  }
}

/** After `Excel.run` the client releases its ranges in a request of its own, which no user waits for. */
function isTidying({ Actions }: RequestBody): boolean {
  const work = Actions.filter(({ ActionType }) => ActionType !== ActionKind.instantiate);
  return work.length > 0 && work.every(({ Name }) => Name === '_RemoveReference');
}

/** Workbooks that come with a request, in base64: they are read by the test's side (open-pane.ts) before it runs. */
const filesIn = ({ Actions }: RequestBody): readonly string[] =>
  Actions.filter(({ Name }) => Name === 'InsertWorksheetsFromBase64').map(({ ArgumentInfo }) =>
    String(ArgumentInfo?.Arguments?.[0]),
  );
