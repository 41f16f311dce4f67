import { useCallback, useEffect, useRef, useState } from 'react';

import { ServerAway } from '../../core/wire/client.ts';

const retryMs = 4000;

export interface Asked<Answer> {
  /** The last answer, kept while it is asked for again. */
  readonly answer: Answer | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Asks when the component appears, when `key` changes, when the window is looked at again, and until the server is back.
 * @param key names what is asked for; another key means another thing, so its old answer goes, unless `keep`
 */
export function useAnswer<Answer>(key: string, ask: () => Promise<Answer>, keep = false): Asked<Answer> {
  const [state, setState] = useState<{ key: string; answer: Answer | undefined; error: unknown; loading: boolean }>({
    key,
    answer: undefined,
    error: null,
    loading: true,
  });
  const asking = useRef(ask);
  asking.current = ask;
  const turn = useRef(0);

  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setState((old) => ({ ...old, key, answer: keep || old.key === key ? old.answer : undefined, loading: true }));
    try {
      const answer = await asking.current();
      // A slow answer to an older question must not overwrite the newer one.
      if (mine === turn.current) setState({ key, answer, error: null, loading: false });
    } catch (error) {
      if (mine === turn.current) setState((old) => ({ ...old, error, loading: false }));
    }
  }, [key, keep]);

  useEffect(() => {
    void load();
    const onFocus = () => void load();
    window.addEventListener('focus', onFocus);
    return () => {
      turn.current += 1;
      window.removeEventListener('focus', onFocus);
    };
  }, [load]);

  useEffect(() => {
    if (!(state.error instanceof ServerAway)) return;
    const timer = setTimeout(() => void load(), retryMs);
    return () => clearTimeout(timer);
  }, [state.error, load]);

  const current = state.key === key || keep;
  return {
    answer: current ? state.answer : undefined,
    error: current ? state.error : null,
    loading: state.loading || !current,
    reload: () => void load(),
  };
}
