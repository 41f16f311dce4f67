import { expect, test } from 'vitest';
import { secrets } from '../../../core/check/knowledge.ts';
import { refusalCodes } from '../../../core/order/refusal.ts';
import { redactedRefusal } from '../../../core/receivable/redacted-refusal.ts';
import en from '../../../locales/en/refusals.json' with { type: 'json' };
import zhHans from '../../../locales/zh-Hans/refusals.json' with { type: 'json' };
import zhHant from '../../../locales/zh-Hant/refusals.json' with { type: 'json' };

/** Sentences and signs around a refusal, beside its own text. */
const sentences = ['status', 'from', 'who', 'separator'];
/** Refusals with a secret have words for who may not know it, too. */
const withoutFigures = refusalCodes
  .filter((code) => redactedRefusal({ code }, secrets).data?.context === 'redacted')
  .map((code) => `${code}_redacted`);
/** Where more is known: who changed it since, by when goods are expected. */
const knowingMore = ['version.stale_by', 'version.stale_order', 'shipment.not-arrived_expected'];
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, place]) => place).sort();

test.each([
  ['en', en],
  ['zh-Hans', zhHans],
  ['zh-Hant', zhHant],
])(
  '%s has a text for every refusal, and for nothing else, with the same places',
  (_locale, texts: Record<string, string>) => {
    expect(Object.keys(texts).sort()).toEqual(
      [...refusalCodes, ...withoutFigures, ...knowingMore, ...sentences].sort(),
    );
    for (const [code, text] of Object.entries(texts))
      expect(places(text), code).toEqual(places(en[code as keyof typeof en]));
  },
);
