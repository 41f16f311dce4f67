import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { explain } from './explain.ts';
import { Later } from './Later.tsx';
import { partOf } from './part.ts';

/** Seldom needed: the page opens without it. */
const textToCopy = partOf(async () => (await import('./TextToCopy.tsx')).TextToCopy);

const useStyles = makeStyles({
  // At the beginning of a line: its icon under the text above it.
  outdented: { marginLeft: '-10px' },
  said: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
});

type Outcome =
  | { readonly kind: 'copied' }
  | { readonly kind: 'blocked'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Puts a ready answer to the customer on the clipboard. Where that is blocked, the text stands there selected. */
export function CopyReply(props: {
  reply: () => Promise<string>;
  /** Copies as soon as it is shown: it was asked for elsewhere. */
  atOnce?: boolean;
  /** It begins a line. */
  outdented?: boolean;
}): ReactNode {
  const { reply, atOnce = false, outdented = false } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = async () => {
    try {
      const text = await reply();
      setOutcome((await isCopied(text)) ? { kind: 'copied' } : { kind: 'blocked', text });
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reply is copied, the same one drawn again is not
  useEffect(() => {
    if (atOnce) void copy();
  }, [atOnce, reply]);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={outdented ? styles.outdented : undefined}
        icon={<CopyRegular />}
        onClick={() => void copy()}
      >
        {t('screens:reply.copy')}
      </Button>
      {outcome?.kind === 'copied' && (
        <Text size={200} role="status" className={styles.said}>
          {t('screens:reply.copied')}
        </Text>
      )}
      {outcome?.kind === 'blocked' && <Later part={textToCopy} props={{ text: outcome.text }} />}
      {outcome?.kind === 'failed' && <ErrorMessage explanation={explain(outcome.error, t)} />}
    </>
  );
}

/** Excel's frame may forbid it, and so may the browser. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
