import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { ChooseFiles } from './OpenFiles.tsx';
import type { Opening } from './use-open-files.ts';
import type { OpenWork } from './WorkbookProvider.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Which files are open, how to get others, and the copy to take away. */
export function WorkbookBar(props: { work: OpenWork; opening: Opening }): ReactNode {
  const { work, opening } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <Text weight="semibold" size={400} className={styles.name}>
        {work.workbook.name}
      </Text>
      <div className={styles.buttons}>
        <ChooseFiles opening={opening} primary={false} text={t('screens:open.other')} />
      </div>
    </div>
  );
}
