import type { MemberLog } from './member-log.ts';

/** Makes an object of Office of its members: one that isn't there is refused by name, instead of being undefined in tests and there in Excel. */
export type Loudly = <T extends object>(name: string, members: T) => T;

/** Notes, too, which members there are and which were asked for: what no test asks for could be gone without a test failing. */
export const loudly =
  (refuse: (member: string) => never, log: MemberLog): Loudly =>
  (name, members) => {
    for (const key of Object.keys(members)) log.know(`${name}.${key}`);
    return new Proxy(members, {
      get: (target, key, receiver) => {
        if (typeof key === 'symbol') return Reflect.get(target, key, receiver);
        if (key in target) log.use(`${name}.${key}`);
        else if (!isProbe(key)) refuse(`${name}.${key}`);
        return Reflect.get(target, key, receiver);
      },
    });
  };

/** Asked of every object, by whoever looks whether it is something else. */
const isProbe = (key: string): boolean => key === 'then' || key === 'toJSON' || key.startsWith('$$');
