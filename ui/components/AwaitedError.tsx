import type { ReactNode } from 'react';
import { ServerAway } from '../../core/wire/client.ts';
import type { Asked } from '../connection/use-answer.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { explain } from './explain.ts';

/** Why something that was asked for isn't there. Of a server that is away nobody has to do anything: it is asked again by itself. */
export function AwaitedError({ asked }: { asked: Pick<Asked<unknown>, 'error' | 'loading' | 'reload'> }): ReactNode {
  const { error, loading, reload } = asked;
  const { t } = useLanguage();
  if (!(error instanceof ServerAway))
    return (
      <ErrorMessage explanation={explain(error, t)} action={{ text: t('screens:pane.try-again'), onClick: reload }} />
    );
  return (
    <ErrorMessage
      intent="warning"
      explanation={{ what: t('screens:error.away.what'), todo: t('screens:error.away.awaited') }}
      action={{ text: t(loading ? 'screens:kept.trying' : 'screens:kept.try'), onClick: reload }}
    />
  );
}
