import { expect } from 'vitest';
import { codeOf } from './in-excel-run.ts';
import { itInHost } from './in-host.ts';
import type { WorkbookInput } from './interpreter/workbook-data.ts';

const BOOK: WorkbookInput = {
  sheets: [
    {
      name: 'Orders',
      conditionalFormats: [
        { address: 'C1:C9', kind: 'ColorScale', formula: '', rule: { minimum: { type: 'LowestValue' } } },
      ],
    },
  ],
};

itInHost('makes formats of several kinds, tells their kind and rule, and finds them by id', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Orders').getRange('A1:B9');
      const { conditionalFormats } = range;
      const above = conditionalFormats.add('CellValue');
      above.cellValue.rule = { formula1: '5', operator: 'GreaterThan' };
      const { font, fill } = above.cellValue.format;
      font.color = '#9C0006';
      font.bold = true;
      font.italic = false;
      font.strikethrough = true;
      fill.color = '#ffffff';
      fill.clear();
      above.stopIfTrue = true;
      const text = conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: 'late' };
      text.priority = 1;
      const custom = conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1>1';
      await context.sync();
      const again = conditionalFormats.getItem(above.id);
      again.load('type,stopIfTrue,priority,cellValue/rule,cellValue/format/font/color,cellValue/format/font/bold');
      again.cellValue.format.font.load('italic,strikethrough');
      again.cellValue.format.fill.load('color');
      const other = again.customOrNullObject;
      const own = again.cellValueOrNullObject.load('rule');
      const all = conditionalFormats.load('items/type');
      const first = conditionalFormats.getItemAt(0).load('type');
      const places = [again.getRange(), again.getRangeOrNullObject(), again.getRanges()].map((place) =>
        place.load('address'),
      );
      const none = conditionalFormats.getItemOrNullObject('none');
      const some = conditionalFormats.getItemOrNullObject(above.id).load('type');
      const rule = custom.custom.rule.load('formula');
      const count = conditionalFormats.getCount();
      await context.sync();
      const { rule: cellRule, format } = again.cellValue;
      return {
        again: [again.type, again.stopIfTrue, again.priority, cellRule, other.isNullObject, own.rule],
        font: [format.font.color, format.font.bold, format.font.italic, format.font.strikethrough, format.fill.color],
        all: all.items.map(({ type }) => type),
        first: first.type,
        places: places.map(({ address }) => address),
        nulls: [none.isNullObject, some.type],
        rule: rule.formula,
        count: count.value,
      };
    }),
  );
  expect(seen).toEqual({
    again: [
      'CellValue',
      true,
      1,
      { formula1: '5', operator: 'GreaterThan' },
      true,
      { formula1: '5', operator: 'GreaterThan' },
    ],
    font: ['#9C0006', true, false, true, ''],
    all: ['Custom', 'CellValue', 'ContainsText'],
    first: 'Custom',
    places: ['Orders!A1:B9', 'Orders!A1:B9', 'Orders!A1:B9'],
    nulls: [true, 'CellValue'],
    rule: '=$A1>1',
    count: 3,
  });
});

itInHost('reads and deletes what the clerk made, one or all', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Orders');
      const { conditionalFormats } = sheet.getRange('C1:C9');
      const scale = conditionalFormats.getItemAt(0).load('type,id,colorScale/criteria');
      const bar = conditionalFormats.add('DataBar');
      bar.dataBar.lowerBoundRule = { type: 'LowestValue' };
      const icons = conditionalFormats.add('IconSet').iconSet;
      icons.criteria = [
        { type: 'Percent', operator: 'GreaterThan', formula: '33' },
      ] as Excel.ConditionalIconCriterion[];
      const top = conditionalFormats.add('TopBottom').topBottom;
      top.rule = { rank: 3, type: 'TopItems' };
      const preset = conditionalFormats.add('PresetCriteria').preset;
      preset.rule = { criterion: 'Blanks' };
      await context.sync();
      conditionalFormats.getItem(scale.id).delete();
      bar.delete();
      await context.sync();
      const left = conditionalFormats.load('items/type');
      await context.sync();
      conditionalFormats.clearAll();
      await context.sync();
      return [scale.type, scale.colorScale.criteria, left.items.map(({ type }) => type)];
    }),
  );
  expect(seen).toEqual([
    'ColorScale',
    { minimum: { type: 'LowestValue' } },
    ['PresetCriteria', 'TopBottom', 'IconSet'],
  ]);
  expect((await pane.snapshot()).sheets[0]?.conditionalFormats).toEqual([]);
});

itInHost('tells the rule of each kind, and is of no other kind', async ({ openPane }) => {
  const pane = await openPane(BOOK);
  const seen = await pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem('Orders').getRange('A1');
      const scale = conditionalFormats.add('ColorScale').colorScale;
      scale.criteria = { minimum: { type: 'LowestValue' }, maximum: { type: 'HighestValue' } };
      const icons = conditionalFormats.add('IconSet').iconSet;
      icons.criteria = [
        { type: 'Percent', operator: 'GreaterThan', formula: '33' },
      ] as Excel.ConditionalIconCriterion[];
      const bar = conditionalFormats.add('DataBar').dataBar;
      bar.lowerBoundRule = { type: 'LowestValue' };
      const top = conditionalFormats.add('TopBottom').topBottom;
      top.rule = { rank: 3, type: 'TopItems' };
      const preset = conditionalFormats.add('PresetCriteria').preset;
      preset.rule = { criterion: 'Blanks' };
      const text = conditionalFormats.add('ContainsText').textComparison;
      text.rule = { operator: 'Contains', text: 'late' };
      for (const { format } of [top, preset, text]) format.fill.color = '#FFEB9C';
      await context.sync();
      for (const one of [scale, icons]) one.load('criteria');
      for (const one of [top, preset, text]) one.load('rule,format/fill/color');
      bar.load('lowerBoundRule');
      const custom = conditionalFormats.add('Custom');
      const others = [
        custom.cellValueOrNullObject,
        custom.colorScaleOrNullObject,
        custom.dataBarOrNullObject,
        custom.iconSetOrNullObject,
        custom.presetOrNullObject,
        custom.textComparisonOrNullObject,
        custom.topBottomOrNullObject,
      ];
      await context.sync();
      return {
        rules: [top.rule.rank, preset.rule.criterion, text.rule.text, bar.lowerBoundRule.type],
        criteria: [scale.criteria.minimum.type, icons.criteria.length],
        colours: [top, preset, text].map(({ format }) => format.fill.color),
        others: others.every(({ isNullObject }) => isNullObject),
      };
    }),
  );
  expect(seen).toEqual({
    rules: [3, 'Blanks', 'late', 'LowestValue'],
    criteria: ['LowestValue', 1],
    colours: ['#FFEB9C', '#FFEB9C', '#FFEB9C'],
    others: true,
  });
});

itInHost.for([
  ['a kind that is not there', `sheet.getRange('A1').conditionalFormats.add('Rainbow');`, 'InvalidArgument'],
  [
    'a rule that is no formula',
    `sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = 'x';`,
    'InvalidArgument',
  ],
  [
    'a rule that is no rule',
    `sheet.getRange('A1').conditionalFormats.add('CellValue').cellValue.rule = 5;`,
    'InvalidArgument',
  ],
  [
    'the rule of another kind',
    `sheet.getRange('C1').conditionalFormats.getItemAt(0).custom.rule.load('formula');`,
    'InvalidOperation',
  ],
  ['one that is not there', `sheet.getRange('A1').conditionalFormats.getItem('x').delete();`, 'ItemNotFound'],
] as const)('refuses %s', async ([, statement, code], { openPane }) => {
  expect(await codeOf(await openPane(BOOK), statement)).toBe(code);
});
