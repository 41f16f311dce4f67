import en from './en/index.ts';
import { addTexts } from './texts.ts';
import zhHans from './zh-Hans/index.ts';
import zhHant from './zh-Hant/index.ts';

/** Every text in every language, there from the start: for servers, tools and tests. A page takes on-pane.ts or on-desk.ts. */
addTexts('en', en);
addTexts('zh-Hans', zhHans);
addTexts('zh-Hant', zhHant);

export { type Texts, textsIn } from './texts.ts';
