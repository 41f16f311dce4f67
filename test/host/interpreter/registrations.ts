import type { EventHub, EventName } from './events.ts';
import type { HostObject } from './host-object.ts';

/** The client's names for "tell me about …"; an event that is not here is refused when it is asked for. */
const EVENT_NAMES: Readonly<Record<string, EventName>> = {
  DataChangedEvent: 'changed',
  SelectionChangedEvent: 'selectionChanged',
  ActivatedEvent: 'activated',
  DeactivatedEvent: 'deactivated',
  AddedEvent: 'added',
  DeletedEvent: 'deleted',
  RowSortedEvent: 'rowSorted',
};

/** `_Register…` and `_Unregister…` of a sheet or of the whole collection. */
export function registrationMethods(events: EventHub, target: string): NonNullable<HostObject['call']> {
  const methods: Record<string, () => undefined> = {};
  for (const [name, event] of Object.entries(EVENT_NAMES)) {
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
