import { Spinner } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import { ServerAway } from '../../core/wire/client.ts';
import { useAnswer } from '../connection/use-answer.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { AwaitedError } from './AwaitedError.tsx';
import type { Part } from './part.ts';

/** Shows a part once it is there. Where it doesn't come it says so, and asks again until it does: React's lazy() never would. */
export function Later<Props extends object>(props: {
  part: Part<ComponentType<Props>>;
  props: Props;
  /** How high it will be, in pixels: what stands below mustn't move away under a click when it comes. */
  height?: number;
  /** It shows only what the server says: nothing is missed while there is none, and the page says that already. */
  beside?: true;
}): ReactNode {
  const { part } = props;
  const { t } = useLanguage();
  const asked = useAnswer('part', part.fetch, true);
  const { error } = asked;
  const Shown = part.known();
  if (Shown) return <Shown {...props.props} />;
  if (props.beside && (error === null || error instanceof ServerAway)) return null;
  if (error === null)
    return <Spinner size="small" aria-label={t('screens:loading')} style={{ minHeight: props.height ?? 0 }} />;
  return <AwaitedError asked={asked} />;
}
