import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from './LanguageProvider.tsx';
import { languageNames } from './names.ts';

const useStyles = makeStyles({ missing: { color: tokens.colorStatusDangerForeground1 } });

/** Why the page still speaks the language it spoke before. */
export function MissingLanguage(): ReactNode {
  const { missing, t } = useLanguage();
  const styles = useStyles();
  return (
    missing !== null && (
      <Text role="alert" size={200} className={styles.missing}>
        {t('screens:language.missing', { language: languageNames[missing] })}
      </Text>
    )
  );
}
