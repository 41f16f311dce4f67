import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { roles, type TableRole } from '../../core/sheet/fields.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What a table is; the user's word goes over what its headings say. */
export function RoleSelect(props: {
  /** Names the table to who can't see it. */
  place: string;
  takenFor: TableRole | null;
  /** Why it was taken for that, and how sure that is. */
  because?: string;
  onChoose: (role: TableRole | null) => void;
}): ReactNode {
  const { place, takenFor, because, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Text>{t('screens:found.is')}</Text>
      <Select
        size="small"
        value={takenFor ?? ''}
        aria-label={t('screens:found.role', { place })}
        onChange={(_, { value }) => onChoose(roles.find((each) => each === value) ?? null)}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {t(`terms:table.${each}`)}
          </option>
        ))}
        <option value="">{t('screens:found.no-role')}</option>
      </Select>
      {because && (
        <Text size={200} className={styles.faint}>
          {because}
        </Text>
      )}
    </div>
  );
}
