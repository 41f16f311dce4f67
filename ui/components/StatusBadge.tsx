import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArchiveRegular,
  BoxCheckmarkRegular,
  BoxRegular,
  CheckmarkCircleRegular,
  ClipboardTaskRegular,
  DeleteRegular,
  DismissCircleRegular,
  EditRegular,
  LockClosedRegular,
  PeopleSearchRegular,
  PersonAvailableRegular,
  ProhibitedRegular,
  SettingsCogMultipleRegular,
  SignatureRegular,
  VehicleTruckProfileRegular,
} from '@fluentui/react-icons';
import type { ComponentType, ReactNode } from 'react';
import type { OrderStatus } from '../../core/order/status.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { toneOf } from './status-tones.ts';

/** Colour says how near the goods are, the icon what is waited for, the word both: no status by colour alone. */
const icons: Record<OrderStatus, ComponentType> = {
  draft: EditRegular,
  'in-review': PeopleSearchRegular,
  'to-confirm': PersonAvailableRegular,
  'awaiting-countersign': SignatureRegular,
  'to-supply': ClipboardTaskRegular,
  'in-supply': SettingsCogMultipleRegular,
  'to-ship': BoxRegular,
  'part-shipped': VehicleTruckProfileRegular,
  shipped: VehicleTruckProfileRegular,
  received: BoxCheckmarkRegular,
  completed: CheckmarkCircleRegular,
  closed: LockClosedRegular,
  archived: ArchiveRegular,
  destroyed: DeleteRegular,
  void: ProhibitedRegular,
  cancelled: DismissCircleRegular,
};

const useStyles = makeStyles({
  badge: { whiteSpace: 'nowrap', flexShrink: 0 },
  // A badge's own warning is yellow, as marked cells of a sheet are; a status there is orange.
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground2,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
  },
});

export function StatusBadge(props: { status: OrderStatus }): ReactNode {
  const { t } = useLanguage();
  const Icon = icons[props.status];
  const styles = useStyles();
  const tone = toneOf[props.status];
  return (
    <Badge
      appearance="tint"
      size="large"
      color={tone}
      icon={<Icon />}
      className={mergeClasses(styles.badge, tone === 'warning' && styles.warning)}
    >
      {t(`terms:status.${props.status}`)}
    </Badge>
  );
}
