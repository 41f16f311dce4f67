import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue, type FunctionEntry, type FunctionId, functionIds } from '../../../addin/functions/catalogue.ts';
import { metadataOf } from '../../../addin/functions/metadata.ts';
import { readQuestion } from '../../../addin/functions/questions.ts';
import { locales } from '../../../core/policy/locale.ts';

test('says of each function what Excel must know, the same in each language but for the words', () => {
  const [first, ...others] = locales.map((locale) => metadataOf(locale).functions);
  const shape = (functions: typeof first) =>
    functions?.map(({ description: _, parameters, ...rest }) => ({
      ...rest,
      parameters: parameters.map(({ name: _name, description: _description, ...parameter }) => parameter),
    }));
  for (const other of others) expect(shape(other)).toEqual(shape(first));
  expect(
    first?.map(({ id, name, parameters, options }) => [id, name, parameters.map(({ optional }) => optional), options]),
  ).toEqual([
    ['PRICE', 'PRICE', [false, true, true, true], { stream: true }],
    ['AVAILABLE', 'AVAILABLE', [false, true], { stream: true }],
    ['EARLIEST', 'EARLIEST', [false, false], { stream: true }],
    ['STATUS', 'STATUS', [false], { stream: true }],
    ['RMB', 'RMB', [false], { stream: false }],
  ]);
});

test('every parameter is read where the catalogue has it, and one that may be left out can be', () => {
  const sample: Readonly<Record<string, string | number>> = {
    item: 'A-1',
    quantity: 3,
    customer: 'C1',
    date: '2026-12-03',
    order: 'SO-202611-00042',
  };
  for (const id of functionIds.filter((each): each is Exclude<FunctionId, 'RMB'> => each !== 'RMB')) {
    const { parameters }: FunctionEntry = catalogue[id];
    const ask = (without?: string) =>
      readQuestion[id](
        parameters.map(({ name }) => (name === without ? null : sample[name])),
        false,
      );
    expect(ask().kind, id).toBe('asks');
    for (const { name, optional = false } of parameters) {
      expect([id, name, ask(name).kind === 'asks']).toEqual([id, name, optional]);
      expect(ask(name), `${id} ${name}`).not.toEqual(ask());
    }
  }
});

test('keeps to what Excel allows: ids of capitals, no two parameters of one name, texts that fit', () => {
  for (const locale of locales)
    for (const { id, description, parameters } of metadataOf(locale).functions) {
      expect(id).toMatch(/^[A-Z]{3,}$/);
      expect(description.length).toBeLessThan(256);
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^\p{L}+$/u);
    }
});

test('lies where the manifest points, in each of its languages', () => {
  const manifest = readFileSync(new URL('../../../manifest.xml', import.meta.url), 'utf8');
  const named = Array.from(manifest.matchAll(/addin\/functions\/functions\.([\w-]+)\.json/g), ([, locale]) => locale);
  expect(named.toSorted()).toEqual([...locales].toSorted());
});
