/** Nothing was meant to be said. */
export const nothingSaid = /^(?:[-/\\_.]+|无|無|n\/?a|nil|none|null)$/i;

/** "When told", "as soon as possible", "for ever": no date is named, and nothing is wrong with the cell. */
export const openDate = new RegExp(
  '^(?:' +
    [
      '客[户戶](?:另行)?通知|(?:客[户戶])?(?:等|待|另行|另|听|聽|按|以)(?:.{0,6})(?:通知|定|确认|確認|安排|排期)[后後]?(?:再?(?:发货?|發貨?|出货?|出貨?|交货?|交貨?))?(?:[为為]准)?',
      '(?:等|待|听|聽|[凭憑])?(?:客[户戶])?[电電][话話](?:另行)?(?:通知|联系|聯繫|聯絡|联络|[确確][认認])?(?:[后後]?再?(?:发货?|發貨?|出货?|出貨?|送货?|送貨?))?',
      '[货貨全]?款到(?:帐|账|帳)?[后後即再]?(?:发货?|發貨?|出货?|出貨?|交货?|交貨?)',
      '(?:[暂暫]|尚)?(?:未定|未知|不定)|[随隨][时時]|[现現][货貨]',
      '[尽盡儘](?:快|早|速)(?:发货|發貨|出货|出貨|交货|交貨)?|(?:加|特)?急(?:单|單|件)?|立即|即刻|[马馬]上',
      't\\.?b\\.?[acdn]\\.?|to be (?:advised|announced|confirmed|decided|determined|agreed)',
      'a\\.?s\\.?a\\.?p\\.?|as soon as possible|urgent|rush|immediate(?:ly)?|on call|open|pending|until further notice',
      '[长長]期(?:有效)?|永久(?:有效)?|不限|[无無]限期|indefinite(?:ly)?|permanent|open-ended',
    ].join('|') +
    ')[.。!]*$',
  'i',
);

const shipping =
  '(?:[要需可能])?(?:发货|發貨|出货|出貨|交货|交貨|到货|到貨|送货|送貨|提货|提貨|到厂|到廠|入库|入庫|发出|發出|完成|完工|截止|发|發|交|到|送)完?';
/** What may stand behind a date and leaves it that date: 5月30发货, 3/5前. */
export const deadlineTail = new RegExp(`(?:\\s*(?:之?前|以前|止)?\\s*(?:${shipping})?)$`);

/** Words for a time that no sheet can pin down: 下周三, 月底, 7天内, after payment, about the 5th. */
export const relativeDate = new RegExp(
  [
    '今天|今日|明[天日]|[后後]天|昨[天日]|当天|當天',
    '[本这這下上每](?:[个個])?(?:周|週|星期|礼拜|禮拜|月|旬|季|年)|^(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]',
    '[月年季周週][初中底末]|[上中下]旬|季度|q[1-4]',
    '\\d\\s*(?:[个個])?(?:工作)?(?:天|日|周|週|星期|月)(?:之|以)?[内內后後]|^\\d+\\s*(?:[个個])?(?:工作)?(?:天|日|号|號|周|週|星期)$|\\d\\s*[个個](?:月|星期|工作日)|[节節年][前后後]',
    '(?:之|以)?[后後]|左右|前[后後]|[约約]|大概|[预預][计計]',
    '\\b(?:today|tomorrow|tonight|next|this|within|after|before|about|approx|around|end of|mid|early|late|eom|eoy|eow)\\b',
    '\\d\\s*(?:working )?(?:days?|weeks?|months?|wks?)\\b|^(?:mon|tues?|wednes|wed|thu|thurs|fri|satur|sat|sun)(?:day)?$',
  ].join('|'),
  'i',
);

const names = 'january february march april may june july august september october november december'.split(' ');
/** 1 to 12 for a month's English name or its beginning ("Sept", "mar"); 0 for any other word. */
export const monthNamed = (name: string): number =>
  name.length < 3 ? 0 : names.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
