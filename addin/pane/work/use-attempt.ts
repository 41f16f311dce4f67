import { useCallback, useState } from 'react';

export interface Attempt {
  /** Why the last thing tried didn't work; null = it did. */
  readonly error: unknown;
  /** Does it, and shows what stopped it instead of losing it. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly dismiss: () => void;
}

/** For what a click starts beside the sheet session: Excel may be busy, the server away. */
export function useAttempt(): Attempt {
  const [error, setError] = useState<unknown>(null);
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    }
  }, []);
  return { error, attempt, dismiss: () => setError(null) };
}
