import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** Somebody changed the order while a form about it was being filled in. Whether that matters, who fills it in decides. */
export function FormOutdated({ onAnew }: { onAnew: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <MessageBar intent="warning" layout="multiline" role="status" className={useStyles().bar}>
      <MessageBarBody>{t('desk:order.form-outdated')}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAnew}>
          {t('desk:order.form-anew')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
