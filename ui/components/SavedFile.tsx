import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';

/** Where a file went that no window could be opened for. */
export function SavedFile({ file }: { file: string }): ReactNode {
  const { t } = useLanguage();
  return (
    <Text size={200} role="status">
      {t('screens:pane.papers.saved', { file })}
    </Text>
  );
}
