/** Reading a member that is not there is refused by name, instead of being undefined in tests and there in Excel. */
export function loud<T extends object>(name: string, members: T, refuse: (member: string) => never): T {
  return new Proxy(members, {
    get: (target, key, receiver) => {
      const isProbe = typeof key === 'symbol' || key === 'then' || key === 'toJSON' || key.startsWith('$$');
      return isProbe || key in target ? Reflect.get(target, key, receiver) : refuse(`${name}.${key}`);
    },
  });
}
