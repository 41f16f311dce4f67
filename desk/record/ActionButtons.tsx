import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { Action } from './record-actions.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  menu: { maxWidth: '420px' },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** What can be done is a button; what only others may do stands in a menu, with who they are. */
export function ActionButtons(props: {
  actions: readonly Action[];
  /** A form of this record is open. */
  isAsking: boolean;
  onBegin: (action: Action) => void;
}): ReactNode {
  const { actions, isAsking, onBegin } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  // What doesn't belong to where the record stands is not missing.
  const refused = actions.filter(({ refusal }) => refusal && refusal.code !== 'record.wrong-status');
  return (
    <div className={styles.buttons}>
      {actions
        .filter(({ allowed }) => allowed)
        .map((action) => (
          <ReasonedButton
            key={action.command}
            size="small"
            reason={isAsking ? t('desk:waits.form') : null}
            onClick={() => onBegin(action)}
          >
            {t(`records:command.${action.command}`)}…
          </ReasonedButton>
        ))}
      {refused.length > 0 && (
        <Menu>
          <MenuTrigger>
            <MenuButton appearance="subtle" size="small" icon={<MoreHorizontalRegular />}>
              {t('desk:order.more')}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList className={styles.menu}>
              {refused.map(({ command, refusal }) => {
                const { message, who } = describeRefusal(refusal ?? { code: 'role.not-allowed' }, t, locale);
                const why = who ? t('screens:two-sentences', { first: message, second: who }) : message;
                return (
                  <MenuItem key={command} disabled subText={{ children: why, className: styles.reason }}>
                    {t(`records:command.${command}`)}
                  </MenuItem>
                );
              })}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}
