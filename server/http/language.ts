import type { FastifyRequest } from 'fastify';
import { type Locale, localeOf } from '../../core/policy/locale.ts';
import { type Texts, textsIn } from '../../locales/index.ts';

/** The language of an answer: what the request asks for, else the user's own. */
export function localeFor(request: FastifyRequest): Locale {
  const wanted = request.headers['accept-language'];
  // The first is the one liked best: browsers list them so, whatever weights they add.
  return wanted && wanted !== '*' ? localeOf(wanted.split(/[,;]/)[0]?.trim()) : (request.caller?.user.locale ?? 'en');
}

export const textsFor = (request: FastifyRequest): Texts => textsIn(localeFor(request));
