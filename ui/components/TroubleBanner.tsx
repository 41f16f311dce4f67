import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTrouble } from '../connection/live/LiveProvider.tsx';
import { formatMoment } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  place: { flexShrink: 0 },
  part: { display: 'block', overflowWrap: 'anywhere' },
});

/**
 * Shown while the server can keep nothing: what is wrong and since when, what is safe, what to do. It goes by itself. The
 * place is always there: screen readers say what appears in it.
 */
export function TroubleBanner({ timeZone }: { timeZone: string }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const trouble = useTrouble();
  return (
    <div role="alert" className={styles.place}>
      {trouble && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t(`screens:trouble.${trouble.code}.what`)}</MessageBarTitle>
            {t('screens:trouble.since', { when: formatMoment(trouble.since, timeZone, locale) })}
            <span className={styles.part}>{t('screens:trouble.kept')}</span>
            <span className={styles.part}>{t(`screens:trouble.${trouble.code}.todo`)}</span>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
