import { gridOf, merged } from './grid-of.ts';

/** Orders of a month as a clerk keeps them: a title, subtotals, merged customers, blank and formatted empty rows. */
export const ledger = gridOf(
  [
    ['2026年3月销售订单'],
    [],
    ['序号', '客户名称*', '订单编号', '产品编号', '品名', '订购数量\n（件）', '含税单价（元）', '金额(元)', '交货日期'],
    [1, '上海一洋', 'SO-0001', '00123', '六角螺栓', '5000件', '￥0.35', '1,750', '2026.4.5'],
    [2, null, null, '00124', '六角螺母', 3000, 0.2, 600, '2026年4月5日'],
    [null, null, null, null, '小计', null, null, 2350],
    [],
    [3, '北京二建', 'SO-0002', 125, '平垫圈', '１,０００', 0.05, 50, '20260406'],
    [null, '合  计', null, null, null, 9000, null, 2400],
    ...Array.from({ length: 300 }, () => [null, null, '']),
  ],
  { merges: [merged(3, 1, 4, 1), merged(3, 2, 4, 2)] },
);
