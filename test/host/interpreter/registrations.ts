import { ANY_SHEET, type EventHub, type EventName } from './events.ts';
import type { HostObject } from './host-object.ts';

/** The client's names for "tell me about …"; an event that is not here is refused when it is asked for. */
const EVENTS_OF_A_SHEET: Readonly<Record<string, EventName>> = {
  DataChangedEvent: 'changed',
  SelectionChangedEvent: 'selectionChanged',
  ActivatedEvent: 'activated',
  DeactivatedEvent: 'deactivated',
  RowSortedEvent: 'rowSorted',
  ColumnSortedEvent: 'columnSorted',
  RowHiddenChangedEvent: 'rowHiddenChanged',
};
const EVENTS_OF_ALL_SHEETS = { ...EVENTS_OF_A_SHEET, AddedEvent: 'added', DeletedEvent: 'deleted' } as const;

/** `_Register…` and `_Unregister…` of a sheet, or of the whole collection. */
export function registrationMethods(events: EventHub, target: string): NonNullable<HostObject['call']> {
  const methods: Record<string, () => undefined> = {};
  const names = target === ANY_SHEET ? EVENTS_OF_ALL_SHEETS : EVENTS_OF_A_SHEET;
  for (const [name, event] of Object.entries(names)) {
    methods[`_Register${name}`] = () => {
      events.register(event, target);
      return undefined;
    };
    methods[`_Unregister${name}`] = () => {
      events.unregister(event, target);
      return undefined;
    };
  }
  return methods;
}
