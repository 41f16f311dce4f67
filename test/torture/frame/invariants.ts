/** An order as somebody outside sees it: its number, and what its sender called it. */
export interface Seen {
  readonly number: string;
  readonly name: string;
}

/** What is wrong with what was kept, given what was answered; [] = nothing. The same for any store and for a server. */
export function wrongs(seen: readonly Seen[], answers: ReadonlyMap<string, string>): readonly string[] {
  return [...lost(seen, answers), ...doubled(seen), ...gaps(seen.map(({ number }) => number))];
}

function lost(seen: readonly Seen[], answers: ReadonlyMap<string, string>): readonly string[] {
  const names = new Map(seen.map(({ number, name }) => [number, name]));
  return [...answers].flatMap(([name, number]) =>
    names.get(number) === name ? [] : [`${number} was acknowledged as ${name} and is ${names.get(number) ?? 'gone'}`],
  );
}

function doubled(seen: readonly Seen[]): readonly string[] {
  const byName = Map.groupBy(seen, ({ name }) => name);
  return [...byName].flatMap(([name, all]) =>
    all.length === 1 ? [] : [`${name} was done ${all.length} times: ${all.map(({ number }) => number).join(', ')}`],
  );
}

/** Numbers of each series are continuous from 1 (R4). */
export function gaps(numbers: readonly string[]): readonly string[] {
  const bySeries = Map.groupBy(numbers, (number) => number.slice(0, number.lastIndexOf('-')));
  return [...bySeries].flatMap(([series, all]) => {
    const sequences = all.map((number) => Number(number.slice(series.length + 1))).toSorted((a, b) => a - b);
    return sequences.flatMap((sequence, index) =>
      sequence === index + 1 ? [] : [`${series}: ${sequence} comes ${index + 1}.`],
    );
  });
}
