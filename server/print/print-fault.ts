/** What went wrong around a print; stable codes, so that screens and logs can say it in the reader's language. */
export type PrintFaultCode =
  | 'print.browser-missing'
  | 'print.browser-failed'
  | 'print.timed-out'
  | 'print.blank'
  | 'print.text-missing'
  | 'print.glyph-missing'
  | 'print.template';

/**
 * A fault of the print engine: the machine or a template failed, not the user's data. Thrown by adapters and caught once
 * at the edge. `details` is plain JSON for the log and for the message shown.
 */
export class PrintFault extends Error {
  override readonly name = 'PrintFault';
  readonly code: PrintFaultCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: PrintFaultCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
