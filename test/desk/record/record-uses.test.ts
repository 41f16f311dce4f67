import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { locales } from '../../../core/policy/locale.ts';
import { endpoints } from '../../../core/wire/endpoints.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { type Field, fieldsOf, type Shape } from '../../../desk/record/form/field.ts';
import { knownOf } from '../../../desk/record/known-fields.ts';
import { bodySchemaOf, recordUses } from '../../../desk/record/record-uses.ts';
import { choiceText, fieldText } from '../../../desk/record/words.ts';
import { textsIn } from '../../../locales/index.ts';
import { order } from '../order/given.ts';

const page = { ...order({}), customer: { code: 'C001', name: '华东' }, currency: 'CNY' } as OrderView;
const commands = Object.values(recordUses).flatMap((use) => {
  const { body } = endpoints[use.command] as { body: z.ZodDiscriminatedUnion };
  const others = (body.options as readonly z.ZodObject[]).map(({ shape }) => (shape.type as z.ZodLiteral).value);
  return [use.first, ...others.map(String)].map((command) => ({ use, command }));
});

const words = (fields: readonly Field[], say: (field: Field) => void): void => {
  for (const field of fields) {
    if (field.shape.type !== 'known') say(field);
    for (const inner of within(field.shape)) words(inner, say);
  }
};
const within = (shape: Shape): readonly (readonly Field[])[] => {
  if (shape.type === 'group') return [shape.fields];
  if (shape.type === 'list') return within(shape.item);
  return shape.type === 'variant' ? shape.cases.map(({ fields }) => fields) : [];
};

describe.each(commands)('$command', ({ use, command }) => {
  const fields = fieldsOf(bodySchemaOf(use, command), Object.keys(knownOf(page, command)));
  test.each(locales)('has words for all it asks, %s', (locale) => {
    const t = textsIn(locale);
    expect(t(`records:command.${command}`)).not.toBe('');
    words(fields, ({ name, shape }) => {
      expect(fieldText(name, t)).not.toBe('');
      const options = shape.type === 'choice' || shape.type === 'choices' ? shape.options : [];
      for (const option of options) expect(choiceText(name, `${option}`, t)).not.toBe('');
      if (shape.type !== 'variant') return;
      for (const option of shape.cases.flatMap((each) => each.options))
        expect(choiceText(shape.by, option, t)).not.toBe('');
    });
  });
});

test('a payment is for this order unless said otherwise: neither order, customer nor currency is asked', () => {
  const asked: string[] = [];
  words(
    fieldsOf(bodySchemaOf(recordUses.payment, 'receive-payment'), Object.keys(knownOf(page, 'receive-payment'))),
    ({ name }) => asked.push(name),
  );
  expect(asked).not.toContain('order');
  expect(asked).not.toContain('customerCode');
  expect(knownOf(page, 'move-allocation')).toMatchObject({ from: page.number });
  expect(knownOf(page, 'move-allocation')).not.toHaveProperty('order');
});
