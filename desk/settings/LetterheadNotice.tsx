import { Link as FluentLink, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { may, useDesk } from '../session/desk-context.ts';

/** A new company's letters name nobody a customer could answer; whoever can change that is led to where. */
export function LetterheadNotice(): ReactNode {
  const { t } = useLanguage();
  const { me } = useDesk();
  const [here, go] = useLocation();
  if (!me.letterheadMissing || !may(me, 'settings.manage') || here === '/company') return null;
  return (
    <MessageBar intent="info">
      <MessageBarBody>{t('desk:company.missing')}</MessageBarBody>
      <MessageBarActions>
        <FluentLink as="button" onClick={() => go('/company')}>
          {t('desk:company.complete')}
        </FluentLink>
      </MessageBarActions>
    </MessageBar>
  );
}
