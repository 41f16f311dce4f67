import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { Notice } from './notice.ts';

const LastPricesOfRows = lazy(async () => ({ default: (await import('./row-help.ts')).LastPricesOfRows }));
const ReplyToOrder = lazy(async () => ({ default: (await import('./row-help.ts')).ReplyToOrder }));

/** What the last command found, above whatever step the user is on. */
export function CommandNotice({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }): ReactNode {
  const { t } = useLanguage();
  if (typeof notice === 'string')
    return (
      <ErrorMessage intent="info" explanation={{ what: t(`screens:pane.notice.${notice}`) }} onDismiss={onDismiss} />
    );
  return (
    <Suspense fallback={null}>
      {notice.kind === 'last-prices' ? (
        <LastPricesOfRows lines={notice.lines} onDismiss={onDismiss} />
      ) : (
        <ReplyToOrder order={notice.order} reply={notice.reply} onDismiss={onDismiss} />
      )}
    </Suspense>
  );
}
