import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatMoney, formatQuantity } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' },
});

export function Money(props: { value: string; currency: string }): ReactNode {
  const { locale } = useLanguage();
  return <span className={useStyles().number}>{formatMoney(props.value, props.currency, locale)}</span>;
}

export function Quantity(props: { value: string; unit?: string | undefined }): ReactNode {
  const { locale } = useLanguage();
  return <span className={useStyles().number}>{formatQuantity(props.value, props.unit, locale)}</span>;
}
