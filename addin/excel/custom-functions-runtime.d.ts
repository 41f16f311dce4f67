/** The part of Microsoft's custom functions runtime that is used here; office.js brings it along in a shared runtime. */
declare namespace CustomFunctions {
  function associate(id: string, functionObject: (...args: never[]) => unknown): void;
  interface StreamingInvocation {
    setResult(value: unknown): void;
    /** Called when the formula is deleted, or calculated anew. */
    onCanceled: () => void;
  }
  // biome-ignore lint/suspicious/noShadowRestrictedNames: Microsoft's name for it
  class Error {
    constructor(code: ErrorCode, message?: string);
  }
  enum ErrorCode {
    invalidValue = '#VALUE!',
    notAvailable = '#N/A',
  }
}
