import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '560px', margin: '15vh auto 0', padding: tokens.spacingHorizontalL },
});
const retryMs = 4000;

/** Nothing can be shown without the server; the page keeps trying, so that it opens by itself when it is back. */
export function ServerAwayPage(props: { onRetry: () => Promise<void> }): ReactNode {
  const { onRetry } = props;
  const { t } = useLanguage();
  useEffect(() => {
    const timer = setInterval(() => void onRetry(), retryMs);
    return () => clearInterval(timer);
  }, [onRetry]);
  return (
    <main className={useStyles().page}>
      <ErrorMessage
        explanation={{ what: t('screens:error.away.what'), todo: t('screens:error.away.todo') }}
        action={{ text: t('desk:try-again'), onClick: () => void onRetry() }}
      />
    </main>
  );
}
