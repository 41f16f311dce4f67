import { Field, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode, useState } from 'react';
import { type SupplyMode, supplyModes } from '../../../core/order/supply.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { needsReason, type OrderAct } from './order-act.ts';
import { approvalNeedsStatement, hasDoubts } from './own-steps.ts';

const useStyles = makeStyles({
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content 160px',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  doubt: { color: tokens.colorStatusWarningForeground1 },
});

/** By line; a line that isn't here comes from stock. */
type Supply = Readonly<Record<number, SupplyMode>>;

/**
 * Where stock doesn't answer for every line: which are made or bought for the order. In writing why, where the figures ask for it;
 * the reason of whoever is alone serves as statement too.
 */
export function ApprovalForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const { me } = useDesk();
  const [supply, setSupply] = useState<Supply>({});
  const [words, setWords] = useState('');
  const isAlone = needsReason(order, command);
  const mustSay = isAlone || approvalNeedsStatement(order, me.user.roles);
  const isCovered = order.lines.every(({ line, stock }) => stock !== 'short' || supply[line] !== undefined);
  const isFilled = isCovered && (!mustSay || words.trim() !== '');
  return (
    <ActFrame {...props} act={isFilled ? approval(supply, isAlone ? 'reason' : 'statement', words.trim()) : null}>
      {hasDoubts(order) && <SupplyFields lines={order.lines} supply={supply} onChange={setSupply} />}
      {mustSay && (
        <Field label={t(isAlone ? 'desk:act.alone' : 'desk:act.statement')} required>
          <Textarea value={words} autoFocus={!hasDoubts(order)} onChange={(_, { value }) => setWords(value)} />
        </Field>
      )}
    </ActFrame>
  );
}

function approval(supply: Supply, as: 'reason' | 'statement', words: string): OrderAct {
  const supplied = Object.entries(supply).map(([line, mode]) => ({ line: Number(line), mode }));
  const more = { ...(supplied.length > 0 && { supply: supplied }), ...(words !== '' && { [as]: words }) };
  return { to: 'order', body: { type: 'approve-order', ...more } };
}

/** Of each line: from stock, or made, bought, sent by the supplier. What is short must be said, never guessed. */
function SupplyFields(props: {
  lines: OrderView['lines'];
  supply: Supply;
  onChange: (supply: Supply) => void;
}): ReactNode {
  const { lines, supply, onChange } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const first = lines.find(({ stock }) => stock !== undefined)?.line;
  const choose = (line: number, mode: string) => {
    const { [line]: _before, ...others } = supply;
    const chosen = supplyModes.find((each) => each === mode);
    onChange(chosen === undefined ? others : { ...others, [line]: chosen });
  };
  return (
    <div className={styles.lines}>
      {lines.map(({ line, itemCode, itemName, stock }) => (
        <Fragment key={line}>
          <Text>{`${itemCode} ${itemName}`}</Text>
          <Text className={styles.doubt}>{stock ? t(`desk:act.stock.${stock}`) : ''}</Text>
          <Select
            value={supply[line] ?? ''}
            autoFocus={line === first}
            aria-label={`${t('desk:act.supply')} ${itemCode} ${itemName}`}
            onChange={(_, { value }) => choose(line, value)}
          >
            <option value="">{t(stock === 'short' ? 'desk:act.supply.choose' : 'desk:act.supply.stock')}</option>
            {supplyModes.map((mode) => (
              <option key={mode} value={mode}>
                {t(`terms:supplyMode.${mode}`)}
              </option>
            ))}
          </Select>
        </Fragment>
      ))}
    </div>
  );
}
