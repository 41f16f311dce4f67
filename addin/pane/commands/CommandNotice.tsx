import type { ReactNode } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { Notice } from './notice.ts';

const lastPricesOfRows = partOf(async () => (await import('./row-help.ts')).LastPricesOfRows);
const replyToOrder = partOf(async () => (await import('./row-help.ts')).ReplyToOrder);

/** What the last command found, above whatever step the user is on. */
export function CommandNotice({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }): ReactNode {
  const { t } = useLanguage();
  if (typeof notice === 'string')
    return (
      <ErrorMessage intent="info" explanation={{ what: t(`screens:pane.notice.${notice}`) }} onDismiss={onDismiss} />
    );
  return notice.kind === 'last-prices' ? (
    <Later key="last-prices" part={lastPricesOfRows} props={{ lines: notice.lines, onDismiss }} />
  ) : (
    <Later key="reply" part={replyToOrder} props={{ order: notice.order, reply: notice.reply, onDismiss }} />
  );
}
