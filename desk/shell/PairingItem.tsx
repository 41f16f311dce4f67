import { MenuItem } from '@fluentui/react-components';
import { TableLinkRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../core/wire/client.ts';
import { explain } from '../../ui/components/explain.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';

type Pairing =
  | { readonly asked: false }
  | { readonly asked: true; readonly answer: Answer<'startPairing'> }
  | { readonly asked: true; readonly error: unknown };

/** Asks for the code that connects the Excel pane to this user, and shows it where it was asked for. */
export function PairingItem(): ReactNode {
  const { t } = useLanguage();
  const { client } = useDesk();
  const [pairing, setPairing] = useState<Pairing>({ asked: false });
  const ask = () =>
    client.call('startPairing', {}).then(
      (answer) => setPairing({ asked: true, answer }),
      (error: unknown) => setPairing({ asked: true, error }),
    );
  return (
    <MenuItem
      icon={<TableLinkRegular />}
      persistOnClick
      onClick={() => void ask()}
      {...('answer' in pairing && { subText: t('desk:pairing.use') })}
    >
      {'answer' in pairing && t('desk:pairing.code', { code: inFours(pairing.answer.code) })}
      {'error' in pairing && explain(pairing.error, t).what}
      {!pairing.asked && t('desk:pairing.ask')}
    </MenuItem>
  );
}

/** Read off one screen and typed on another: "ABCD-2345". The hyphen is forgiven. */
const inFours = (code: string): string => code.replace(/.{4}(?=.)/g, '$&-');
