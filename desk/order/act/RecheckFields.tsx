import { Checkbox, Field, Label, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type RecheckPoint, recheckPoints } from '../../../core/shipment/recheck.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';

const useStyles = makeStyles({
  // Each tick is asked for by itself, the star stands once.
  group: { margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0 },
  by: { maxWidth: '320px' },
  points: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** What was ticked, and by whom the goods were looked at again. */
export interface Rechecking {
  readonly by: string;
  readonly confirmed: readonly RecheckPoint[];
}
export const notRechecked: Rechecking = { by: '', confirmed: [] };

/** As it goes over the wire; null while a point isn't confirmed: what differs is put right, not shipped. */
export function recheckOf({ by, confirmed }: Rechecking) {
  if (recheckPoints.some((point) => !confirmed.includes(point))) return null;
  return { confirmed: [...confirmed], ...(by.trim() !== '' && { by: by.trim() }) };
}

/** R38: model, quantity, batch, address and consignee, each ticked by itself. */
export function RecheckFields(props: {
  recheck: Rechecking;
  onChange: (change: Partial<Rechecking>) => void;
}): ReactNode {
  const { recheck, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { colleagues } = useDesk().me;
  const tick = (point: RecheckPoint, isTicked: boolean) =>
    onChange({
      confirmed: recheckPoints.filter((each) => (each === point ? isTicked : recheck.confirmed.includes(each))),
    });
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>
          <Label required>{t('desk:act.recheck')}</Label>
        </legend>
        <div className={styles.points}>
          {recheckPoints.map((point) => (
            <Checkbox
              key={point}
              label={t(`terms:recheck.${point}`)}
              checked={recheck.confirmed.includes(point)}
              onChange={(_, { checked }) => tick(point, checked === true)}
            />
          ))}
        </div>
      </fieldset>
      {colleagues.length > 0 && (
        <Field label={t('desk:act.rechecked-by')} className={styles.by}>
          <Select value={recheck.by} onChange={(_, { value }) => onChange({ by: value })}>
            <option value="">{t('records:choose')}</option>
            {colleagues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
