import { makeStyles, Text, Textarea } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({ all: { flexBasis: '100%' } });

/** Where the clipboard is blocked: the text stands there selected. */
export function TextToCopy({ text }: { text: string }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is selected anew
  useEffect(() => area.current?.select(), [text]);
  return (
    <>
      <Text size={200} role="status" className={styles.all}>
        {t('screens:reply.copy-yourself')}
      </Text>
      <Textarea
        ref={(element: HTMLTextAreaElement | null) => {
          area.current = element;
        }}
        className={styles.all}
        rows={4}
        readOnly
        value={text}
        aria-label={t('screens:reply.copy')}
      />
    </>
  );
}
