import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commitPositionHeader, versionHeader } from '../../core/wire/headers.ts';

type Directives = Record<string, readonly string[]>;

/**
 * The hash of nothing. Fluent makes an empty <style> and adds each rule through the object model; a style element with any
 * text in it stays forbidden.
 */
const emptyStyleElement = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Pages load nothing from elsewhere; letters are shown as blob: frames, since the token travels in a header. */
const desk: Directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", emptyStyleElement],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  frameSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Microsoft supports office.js from its own servers only; in China the Office operated by 21Vianet has another. */
const officeScripts = ['https://appsforoffice.microsoft.com', 'https://appsforoffice.cdn.partner.office365.cn'];

/** Excel on the web shows the pane in a frame of its own page. */
const addin: Directives = {
  ...desk,
  scriptSrc: ["'self'", ...officeScripts],
  connectSrc: ["'self'", ...officeScripts],
  frameAncestors: [
    "'self'",
    'https://*.officeapps.live.com',
    'https://*.office.com',
    'https://*.sharepoint.com',
    'https://*.partner.officewebapps.cn',
  ],
};

/** Swagger UI writes styles into its elements. */
const apiDocs: Directives = { ...desk, styleSrc: ["'self'", "'unsafe-inline'"] };

function helmetOptions(directives: Directives, framed = false): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: directives as Record<string, string[]> },
    // Never for localhost: browsers would then refuse plain http on every other port of this machine.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    ...(framed ? { frameguard: false, crossOriginOpenerPolicy: false } : {}),
  };
}
/** Icons, keys and what functions there are: Excel on the web, whose page is another site's, shows and reads them. Nothing in them is anybody's. */
const forOffice: FastifyHelmetOptions = {
  ...helmetOptions(desk),
  crossOriginResourcePolicy: { policy: 'cross-origin' },
};
export const isForOffice = (url: string): boolean => /^\/addin\/(assets|functions|shortcuts)\//.test(url);

const forDesk = helmetOptions(desk);
const forAddin = helmetOptions(addin, true);
const forApiDocs = helmetOptions(apiDocs);

/** Where what was decided stands, on the answer and on the refusal. */
export async function sayCommitPosition(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const position = request.caller?.decided.last;
  if (position !== undefined && position !== null) reply.header(commitPositionHeader, position);
}

/** Security headers by what the address serves. */
export async function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (isForOffice(request.url)) {
    await reply.helmet(forOffice);
    reply.header('access-control-allow-origin', '*');
  } else if (request.url.startsWith('/addin/')) await reply.helmet(forAddin);
  else if (request.url.startsWith('/api/docs')) await reply.helmet(forApiDocs);
  else await reply.helmet(forDesk);
}

/** A page that was opened before an update has to notice it. */
export const sayVersion =
  (version: string) =>
  async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header(versionHeader, version);
  };
