import { Spinner } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { explain } from './explain.ts';
import type { Part } from './part.ts';

/** Shows a part once it is there. Where it doesn't come it says so and can be asked again, which React's lazy() never would. */
export function Later<Props extends object>({ part, props }: { part: Part<Props>; props: Props }): ReactNode {
  const { t } = useLanguage();
  const [Shown, setShown] = useState<ComponentType<Props> | null>(() => part.known());
  const [error, setError] = useState<unknown>(null);
  const ask = useCallback(() => {
    setError(null);
    part.fetch().then((come) => setShown(() => come), setError);
  }, [part]);
  useEffect(() => {
    if (Shown === null) ask();
  }, [Shown, ask]);
  if (Shown) return <Shown {...props} />;
  if (error === null) return <Spinner size="small" />;
  return <ErrorMessage explanation={explain(error, t)} action={{ text: t('screens:pane.try-again'), onClick: ask }} />;
}
