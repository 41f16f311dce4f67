/**
 * A hardware distributor's books: items with quantity breaks, stock, customers. Invented throughout; the company, its
 * customers and their numbers exist nowhere.
 */
export interface HardwareItem {
  readonly code: string;
  readonly name: string;
  readonly specification: string;
  readonly unit: string;
  /** List price from one piece on, from `breakFrom` on, tax included. */
  readonly price: number;
  readonly breakFrom: number;
  readonly breakPrice: number;
  readonly onHand: number;
  readonly discontinued?: true;
}

type Family = readonly [
  prefix: string,
  name: string,
  unit: string,
  breakFrom: number,
  sizes: readonly (readonly [specification: string, price: number, onHand: number])[],
];
const families: readonly Family[] = [
  [
    'FL',
    '不锈钢法兰',
    '片',
    100,
    [
      ['DN25 PN16 304', 38.5, 420],
      ['DN50 PN16 304', 62, 360],
      ['DN80 PN16 304', 96.5, 180],
      ['DN100 PN16 304', 128, 90],
    ],
  ],
  [
    'LS',
    '六角螺栓',
    '盒',
    50,
    [
      ['M6×20 304 100支/盒', 18.6, 800],
      ['M8×30 304 100支/盒', 32.4, 650],
      ['M10×40 304 50支/盒', 36.8, 540],
      ['M12×50 304 50支/盒', 58.2, 300],
    ],
  ],
  [
    'LM',
    '六角螺母',
    '盒',
    50,
    [
      ['M6 304 200只/盒', 12.5, 900],
      ['M8 304 200只/盒', 19.8, 760],
      ['M10 304 100只/盒', 18.9, 500],
    ],
  ],
  [
    'DP',
    '平垫圈',
    '盒',
    50,
    [
      ['M8 304 500片/盒', 16.2, 400],
      ['M10 304 500片/盒', 24.5, 380],
    ],
  ],
  [
    'QF',
    '黄铜球阀',
    '只',
    100,
    [
      ['DN15 PN25', 26.8, 1200],
      ['DN20 PN25', 39.6, 860],
      ['DN25 PN25', 58.4, 520],
      ['DN50 PN25', 186, 60],
    ],
  ],
  [
    'WT',
    '镀锌弯头 90°',
    '只',
    200,
    [
      ['DN20', 6.4, 3000],
      ['DN25', 8.9, 2600],
      ['DN50', 21.5, 900],
    ],
  ],
  [
    'GG',
    '镀锌钢管',
    '根',
    50,
    [
      ['DN20×6m', 68.5, 400],
      ['DN25×6m', 96.8, 350],
      ['DN50×6m', 186.5, 120],
    ],
  ],
  [
    'HY',
    '重型合页',
    '副',
    100,
    [
      ['4寸 304', 14.8, 1500],
      ['5寸 304', 21.6, 1100],
    ],
  ],
  [
    'SJ',
    '执手门锁',
    '套',
    20,
    [
      ['SL-101 拉丝银', 128, 260],
      ['SL-203 古铜', 156, 140],
    ],
  ],
  [
    'DJ',
    '电动角磨机',
    '台',
    10,
    [
      ['100 mm 850 W', 268, 75],
      ['125 mm 1200 W', 398, 48],
    ],
  ],
  [
    'ZT',
    '麻花钻头',
    '盒',
    30,
    [
      ['HSS 1–10 mm 19支', 86, 320],
      ['HSS 1–13 mm 25支', 138, 210],
    ],
  ],
  [
    'JD',
    '结构胶',
    '支',
    120,
    [
      ['300 ml 透明', 16.5, 2400],
      ['590 ml 黑色', 28.8, 1600],
    ],
  ],
];

const tenth = (value: number) => Math.round(value * 10) / 10;
export const hardwareItems: readonly HardwareItem[] = [
  ...families.flatMap(([prefix, name, unit, breakFrom, sizes]) =>
    sizes.map(([specification, price, onHand], index) => ({
      code: `${prefix}${String(index + 1).padStart(3, '0')}`,
      name,
      specification,
      unit,
      price,
      breakFrom,
      breakPrice: tenth(price * 0.95),
      onHand,
    })),
  ),
  {
    code: 'DJ009',
    name: '电动角磨机',
    specification: '115 mm 750 W（停产）',
    unit: '台',
    price: 218,
    breakFrom: 10,
    breakPrice: 207.1,
    onHand: 6,
    discontinued: true,
  },
];

export interface HardwareCustomer {
  readonly code: string;
  readonly name: string;
  readonly customerClass: 'A' | 'B' | 'C';
  readonly contact: string;
  readonly phone: string;
  readonly address: string;
  readonly paymentTerms: string;
  readonly creditLimit: number;
}

const terms = { A: '月结30天', B: '预付30%，余款发货前付清', C: '预付50%，余款发货前付清' } as const;
const limits = { A: 500_000, B: 150_000, C: 50_000 } as const;
export const hardwareCustomers: readonly HardwareCustomer[] = (
  [
    ['华东精密机械有限公司', 'A', '江苏省苏州市工业园区星湖街88号'],
    ['浙江远航管业有限公司', 'A', '浙江省湖州市南太湖大道126号'],
    ['上海申兴建筑工程有限公司', 'A', '上海市嘉定区宝安公路2999号3幢'],
    ['杭州西溪门窗装饰有限公司', 'B', '浙江省杭州市余杭区文一西路1500号'],
    ['南京金陵阀门销售有限公司', 'B', '江苏省南京市江宁区将军大道55号'],
    ['合肥庐阳水暖器材商行', 'B', '安徽省合肥市庐阳区蒙城路210号'],
    ['宁波海曙五金机电商行', 'B', '浙江省宁波市海曙区环城西路南段601号'],
    ['无锡锡山钢构有限公司', 'B', '江苏省无锡市锡山区东亭南路9号'],
    ['绍兴柯桥建材经营部', 'C', '浙江省绍兴市柯桥区金柯桥大道1288号'],
    ['常州武进五金工具店', 'C', '江苏省常州市武进区湖塘镇人民中路77号'],
    ['台州路桥机电市场经营部', 'C', '浙江省台州市路桥区银安街365号'],
    ['嘉兴秀洲装饰材料有限公司', 'C', '浙江省嘉兴市秀洲区中山西路1020号'],
  ] as const
).map(([name, customerClass, address], index) => ({
  code: `C${String(index + 1).padStart(3, '0')}`,
  name,
  customerClass,
  contact: index % 2 === 0 ? '采购部' : '项目部',
  phone: `0574-5550${String(1101 + index * 7)}`,
  address,
  paymentTerms: terms[customerClass],
  creditLimit: limits[customerClass],
}));
