import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '560px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalM,
  },
});

/** The pane without its Excel: what happened, and the way that needs none. */
export function OutsideExcel(props: { host: 'none' | 'no-answer'; officeSource: string }): ReactNode {
  const { t } = useLanguage();
  const explanation =
    props.host === 'none'
      ? { what: t('screens:pane.outside.what'), todo: t('screens:pane.outside.todo') }
      : {
          what: t('screens:pane.no-office.what'),
          kept: new URL(props.officeSource).origin,
          todo: t('screens:pane.no-office.todo'),
        };
  return (
    <main className={useStyles().page}>
      <ErrorMessage
        intent="warning"
        explanation={explanation}
        {...(props.host === 'no-answer' && {
          action: { text: t('screens:pane.try-again'), onClick: () => location.reload() },
        })}
      />
      <Link href="/workbook" target="_blank">
        {t('screens:pane.workbook-page')}
      </Link>
    </main>
  );
}
