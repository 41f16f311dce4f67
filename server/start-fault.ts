/** Why the server didn't start; stable codes, so that the command line can say it in the user's language. */
export type StartFaultCode =
  | 'start.port-taken'
  | 'start.port-forbidden'
  | 'start.address-unusable'
  | 'start.store-unknown'
  | 'start.no-workers';

/** The machine doesn't let the server start. Nothing was changed in silence: no other port, no other folder. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
  readonly code: StartFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(
    code: StartFaultCode,
    message: string,
    details: Readonly<Record<string, string | number>>,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** What listening on a port threw, in our terms. */
export function startFaultOf(error: unknown, host: string, port: number): unknown {
  const details = { host, port };
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFault('start.port-taken', `another program listens on ${host}:${port} already`, details, error);
    case 'EACCES':
      return new StartFault('start.port-forbidden', `this user may not listen on ${host}:${port}`, details, error);
    case 'EADDRNOTAVAIL':
      return new StartFault('start.address-unusable', `this computer has no address ${host}`, details, error);
    default:
      return error;
  }
}
