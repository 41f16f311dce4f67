import { describe, expect, it } from 'vitest';
import { codeText, foldTraditional, plainText, sameText } from '../../../core/sheet/text.ts';

describe('text as a person reads it', () => {
  it.each([
    [' 苹果 ', '苹果'],
    ['M6  bolt', 'M6 bolt'],
    ['bolt ', 'bolt'],
    [' bolt', 'bolt'],
    ['客户\r\n名称', '客户 名称'],
    ['两\u00a0\u3000格', '两 格'],
    ['\ufeff订单号', '订单号'],
    ['订单\u200b号', '订单 号'],
    ['大同（股）', '大同（股）'],
    ['ＡＢ', 'ＡＢ'],
    ['A-1~!', 'A-1~!'],
    ['', ''],
  ])('%j is %j', (typed, read) => {
    expect(plainText(typed)).toBe(read);
  });
});

describe('text that identifies something', () => {
  it.each([
    ['ＳＯ－００７', 'SO-007'],
    [' 007 ', '007'],
    ['A  1', 'A 1'],
    ['007', '007'],
    ['a-B', 'a-B'],
  ])('%j is %j', (typed, code) => {
    expect(codeText(typed)).toBe(code);
  });
});

describe('two spellings of one name', () => {
  it.each([
    ['ABC', 'abc'],
    ['Ａｂｃ', 'aBC'],
    ['A B', 'ab'],
    ['大同 公司', '大同公司'],
    ['大同\n\u200b\ufeff公司', '大同公司'],
    ['ＡＢ公司', 'ab公司'],
    ['（股）', '(股)'],
  ])('%j and %j are the same', (one, other) => {
    expect(sameText(one)).toBe(sameText(other));
  });

  it.each([
    ['大同公司', '大同公司二'],
    ['A-1', 'A1'],
    ['007', '7'],
  ])('%j and %j are not', (one, other) => {
    expect(sameText(one)).not.toBe(sameText(other));
  });
});

describe('headings of Taiwan and Hong Kong', () => {
  it.each([
    ['訂單編號', '订单编号'],
    ['產品數量', '产品数量'],
    ['運輸時間', '运输时间'],
    ['倉庫結餘', '仓库结余'],
    ['銷售區域', '销售区域'],
    ['檢驗標準', '检验标准'],
    ['統一協議', '统一协议'],
    ['詳細郵編', '详细邮编'],
    ['採購記錄', '采购记录'],
    ['請款審核', '请款审核'],
    ['優惠總額', '优惠总额'],
    ['禮盤個數', '礼盘个数'],
    ['擇週傳真', '择周传真'],
    ['負責據點', '负责据点'],
    ['鎖緊範圍', '锁紧范围'],
  ])('%s is read as %s', (traditional, simplified) => {
    expect(foldTraditional(traditional)).toBe(simplified);
    expect(foldTraditional(simplified)).toBe(simplified);
  });

  it('keep what is the same in both, and all that is not Chinese', () => {
    expect(foldTraditional('PO 客戶 No. 7')).toBe('PO 客户 No. 7');
    expect(foldTraditional('Größe No.')).toBe('Größe No.');
  });
});
