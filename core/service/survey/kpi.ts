import { type Decimal, divide, round } from '../../value/decimal.ts';
import { type Survey, scored } from './survey.ts';

/** R60 of a set of surveys, those of the orders completed in a month: null = nobody answered, shown as "—". */
export interface Satisfaction {
  readonly asked: number;
  readonly answered: number;
  /** Mean of the three scores of all answers, to two decimals. */
  readonly score: Decimal | null;
  /** Share of 9 and 10 less share of 0 to 6, in percent, of those who said whether they recommend us. */
  readonly promoters: Decimal | null;
}

export function satisfactionOf(surveys: readonly Survey[]): Satisfaction {
  const answers = surveys.filter((survey) => survey.status === 'answered');
  const said = answers.flatMap(({ scores }) => scored.map((what): number => scores[what]));
  const recommended = answers.flatMap(({ recommends }) => recommends ?? []);
  const net = recommended.map((grade) => (grade >= 9 ? 100 : grade <= 6 ? -100 : 0));
  return { asked: surveys.length, answered: answers.length, score: mean(said), promoters: mean(net) };
}

const mean = (values: readonly number[]): Decimal | null => {
  if (values.length === 0) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  return round(divide(`${total}` as Decimal, `${values.length}` as Decimal), 2);
};
