import { gap } from './said.ts';

/** Words that only ask: nothing is lost with them. */
const asking =
  /^(?:(?:还要|還要|再要|我要|我们要|我們要|要|订|訂|来|來|再来|再來|另外|还有|還有|请|請|麻烦|麻煩|帮我|幫我|以及|和|的|各|共|please|pls|i\s+need|we\s+need|need|i\s+want|we\s+want|want|order|also|and|plus|of|the)(?![a-z]))+/i;
const askingBehind = /(?:要|的|来|來|谢谢|謝謝|\b(?:please|pls|thanks|thank you|and|of|each|in total))$/i;

/** What nobody understood of a row, in the customer's own words, sign for sign as in the message. */
export function remarkOf(rest: string, message: string, from: number): string {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at <= rest.length; at += 1) {
    if (at < rest.length && rest.charAt(at) !== gap) continue;
    if (at > start) pieces.push(message.slice(from + start, from + at));
    start = at + 1;
  }
  return pieces
    .flatMap((piece) => piece.split(/[,，、;；。!！]/))
    .map(tidied)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .join('，');
}

function tidied(piece: string): string {
  const ends = /^[\s:：.\-()（）[\]]+|[\s:：\-(（[]+$/g;
  const core = piece.replace(ends, '').replace(asking, '').replace(ends, '');
  return core.replace(askingBehind, '').replace(ends, '');
}
