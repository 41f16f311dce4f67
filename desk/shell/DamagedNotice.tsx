import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { DismissButton } from '../../ui/components/DismissButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';

const mostNames = 3;

/** Documents that the server couldn't trust at its start: told to whoever looks after it, until he has seen it. */
export function DamagedNotice(): ReactNode {
  const { t } = useLanguage();
  const { damaged } = useDesk().me;
  const [seen, setSeen] = useState(false);
  if (seen || damaged.length === 0) return null;
  const names = damaged.slice(0, mostNames).map(({ document }) => document);
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t('desk:damaged.what', { count: damaged.length })}</MessageBarTitle>
        {[...names, ...(damaged.length > mostNames ? ['…'] : [])].join(', ')} {t('desk:damaged.todo')}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={() => setSeen(true)} />} />
    </MessageBar>
  );
}
