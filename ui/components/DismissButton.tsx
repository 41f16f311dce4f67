import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';

/** Puts a message away. */
export function DismissButton({ onClick }: { onClick: () => void }): ReactNode {
  const { t } = useLanguage();
  return (
    <Button appearance="transparent" icon={<DismissRegular />} aria-label={t('screens:dismiss')} onClick={onClick} />
  );
}
