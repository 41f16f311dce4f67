import { empty, type Reading, unreadable, value } from './reading.ts';

const yes = /^(?:是|有|对|對|y|yes|true|t|1|√|✓|✔|v|o)$/;
const no = /^(?:否|不|没有|沒有|n|no|false|f|0|×|x|✗|✘)$/;
/** Words that say how things stand, not yes or no: what they mean depends on what was asked. */
const gone =
  /^(?:停产|停產|停售|停用|停止|已?下架|淘汰|作废|作廢|冻结|凍結|黑名单|黑名單|注销|註銷|已?停.*|暂停.*|暫停.*|on hold|suspended|discontinued|obsolete|inactive|disabled|blocked|closed|eol|phased out)$/;
const going =
  /^(?:在售|在产|在產|正常|启用|啟用|有效|合作中|上架|可售|销售中|銷售中|active|enabled|current|ok|normal|available)$/;

/**
 * A yes or no, or a word for the state of the thing: 停产 answers "discontinued?" with yes and "active?" with no.
 * @param asks what the column asks: whether the thing is gone, or whether it goes on
 */
export function parseFlag(typed: string, asks: 'gone' | 'going'): Reading<boolean> {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '' || /^[-—–/]+$/.test(text)) return empty;
  if (gone.test(text)) return value(asks === 'gone');
  if (going.test(text)) return value(asks === 'going');
  if (yes.test(text)) return value(true);
  if (no.test(text)) return value(false);
  return unreadable('not-a-flag');
}
