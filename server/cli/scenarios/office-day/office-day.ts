import type { PlainDate } from '../../../../core/value/date.ts';
import type { Scenario } from '../play-scenario.ts';
import { changeInProduction } from './change-in-production.ts';
import { copyComesLate } from './copy-comes-late.ts';
import { goodsAreMade } from './goods-are-made.ts';
import { goodsComeBack } from './goods-come-back.ts';
import { overTheLimit } from './over-the-limit.ts';
import { overdueCustomer } from './overdue-customer.ts';
import { shippedInParts } from './shipped-in-parts.ts';
import { letterExpires, tooLittleStock } from './too-little-stock.ts';
import { copyOfTrusted, trustedCustomer } from './trusted-customer.ts';

/** From the sheet to the close: three orders of one Monday, and what became of them. A chapter is a file. */
export const officeDay: Scenario = {
  begins: '2026-11-02' as PlainDate,
  async tell(story) {
    story.day('2026-11-02' as PlainDate);
    const trusted = await trustedCustomer(story);
    const large = await overTheLimit(story);
    const small = await tooLittleStock(story);
    story.day('2026-11-04' as PlainDate);
    await copyComesLate(story, large);
    await copyOfTrusted(story, trusted);
    story.day('2026-11-10' as PlainDate);
    await letterExpires(story, small);
    await goodsAreMade(story, large);
    await changeInProduction(story, large);
    const payment = await shippedInParts(story, large);
    await goodsComeBack(story, large, payment);
    await overdueCustomer(story, trusted);
    story.end();
  },
};
