import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';
import { explain } from './explain.ts';

const useStyles = makeStyles({
  said: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  text: { flexBasis: '100%' },
});

type Outcome =
  | { readonly kind: 'copied' }
  | { readonly kind: 'blocked'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Puts a ready answer to the customer on the clipboard. Where that is blocked, the text stands there selected. */
export function CopyReply({ reply }: { reply: () => Promise<string> }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (outcome?.kind === 'blocked') area.current?.select();
  }, [outcome]);
  const copy = async () => {
    try {
      const text = await reply();
      setOutcome((await isCopied(text)) ? { kind: 'copied' } : { kind: 'blocked', text });
    } catch (error) {
      setOutcome({ kind: 'failed', error });
    }
  };
  return (
    <>
      <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copy()}>
        {t('screens:reply.copy')}
      </Button>
      {outcome?.kind === 'copied' && (
        <Text size={200} role="status" className={styles.said}>
          {t('screens:reply.copied')}
        </Text>
      )}
      {outcome?.kind === 'blocked' && (
        <>
          <Text size={200} role="status" className={styles.said}>
            {t('screens:reply.copy-yourself')}
          </Text>
          <Textarea
            ref={(element: HTMLTextAreaElement | null) => {
              area.current = element;
            }}
            className={styles.text}
            rows={4}
            readOnly
            value={outcome.text}
            aria-label={t('screens:reply.copy')}
          />
        </>
      )}
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
