import { Badge, type BadgeProps, makeStyles } from '@fluentui/react-components';
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

interface Look {
  readonly color: NonNullable<BadgeProps['color']>;
  readonly icon: ComponentType;
}

/** Colour says how near the goods are, the icon what is waited for, the word both: no status by colour alone. */
const looks: Record<OrderStatus, Look> = {
  draft: { color: 'informative', icon: EditRegular },
  'in-review': { color: 'brand', icon: PeopleSearchRegular },
  'to-confirm': { color: 'brand', icon: PersonAvailableRegular },
  'awaiting-countersign': { color: 'warning', icon: SignatureRegular },
  'to-supply': { color: 'brand', icon: ClipboardTaskRegular },
  'in-supply': { color: 'brand', icon: SettingsCogMultipleRegular },
  'to-ship': { color: 'brand', icon: BoxRegular },
  'part-shipped': { color: 'warning', icon: VehicleTruckProfileRegular },
  shipped: { color: 'brand', icon: VehicleTruckProfileRegular },
  received: { color: 'success', icon: BoxCheckmarkRegular },
  completed: { color: 'success', icon: CheckmarkCircleRegular },
  closed: { color: 'success', icon: LockClosedRegular },
  archived: { color: 'informative', icon: ArchiveRegular },
  destroyed: { color: 'informative', icon: DeleteRegular },
  void: { color: 'danger', icon: ProhibitedRegular },
  cancelled: { color: 'danger', icon: DismissCircleRegular },
};

const useStyles = makeStyles({ badge: { whiteSpace: 'nowrap', flexShrink: 0 } });

export function StatusBadge(props: { status: OrderStatus }): ReactNode {
  const { t } = useLanguage();
  const { color, icon: Icon } = looks[props.status];
  return (
    <Badge appearance="tint" size="large" color={color} icon={<Icon />} className={useStyles().badge}>
      {t(`terms:status.${props.status}`)}
    </Badge>
  );
}
