/** An answer "no" with one of Excel's own error codes, or `NotImplemented` for what this stand-in does not know. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the stand-in has not learned is refused by name, so that a test can never pass on something ignored. */
export const notImplemented = (type: string, member: string): HostError =>
  new HostError('NotImplemented', `The Excel stand-in does not know ${type}.${member}.`);

export const invalidArgument = (message: string): HostError => new HostError('InvalidArgument', message);

export const undoNotSupported = (member: string): HostError =>
  new HostError('UndoNotSupported', `${member} can't be undone, so it can't be a part of an undo group.`);

export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.");

export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.');
