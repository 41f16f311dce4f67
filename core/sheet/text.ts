/** Plain codes without a blank, as most cells of a long sheet hold them: nothing in them is to be smoothed. */
const isSmooth = (text: string): boolean => /^[!-~]*$/.test(text);

/** Text as a person reads it: ends trimmed, runs of blanks and line breaks one space. Wide letters stay as typed. */
export const plainText = (text: string): string =>
  isSmooth(text) ? text : text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();

/** Text that identifies something (codes, order numbers): full-width letters and digits become plain ones. Zeros stay. */
export const codeText = (text: string): string => (isSmooth(text) ? text : plainText(text.normalize('NFKC')));

/** Two spellings of one name give one text: width, case and blanks don't count. For comparing, never for showing. */
export const sameText = (text: string): string =>
  isSmooth(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\u200b\ufeff]+/g, '');

/**
 * Traditional characters that occur in headings, each followed by its simplified form: one list of heading words serves both
 * scripts. Taiwan's own words (料號, 幣別, 統一編號) stand in that list themselves.
 */
const folded = new Map<string, string>(
  [
    '單单訂订編编號号碼码條条貨货產产規规數数價价額额幣币種种稅税率率總总計计戶户務务員员聯联絡络繫系電电話话',
    '連连運运輸输發发時时間间狀状態态備备註注類类別别級级庫库存存倉仓儲储餘余結结應应實实際际現现預预購购買买',
    '銷销售售賣卖貿贸廠厂業业處处區区國国縣县鄉乡鎮镇門门點点項项貼贴標标準准顏颜圖图紙纸質质檢检驗验證证書书',
    '統统萬万匯汇協协議议讓让經经辦办詳详細细製制執执參参終终資资銀银鋪铺樣样贈赠線线維维郵邮複复擬拟',
    '開开關关閉闭啟启停停廢废歷历曆历記记錄录變变動动操操後后進进採采報报請请審审覈核對对賬账帳账款款繳缴費费',
    '優优惠惠會会積积禮礼卡卡類类裝装箱箱盤盘個个隻只雙双條条張张臺台檯台見见說说內内須须該该將将與与達达選选',
    '擇择週周週周個个傳传真真稱称簡简體体繁繁寫写據据擔担負负責责權权佔占佣佣績绩獎奖從从幾几無无淨净專专簽签',
    '鎖锁緊紧圍围範范劃划勞劳層层屬属隨随約约',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

export const foldTraditional = (text: string): string =>
  /[\u4e00-\u9fff]/.test(text) ? Array.from(text, (letter) => folded.get(letter) ?? letter).join('') : text;
