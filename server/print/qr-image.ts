import { renderSVG } from 'uqr';

/** A QR code as an image inside the page. Error level M: it has to be read again from a fax or a stamped scan. */
export const qrImage = (text: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(renderSVG(text, { ecc: 'M', border: 0 })).toString('base64')}`;
