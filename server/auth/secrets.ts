import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from '../ports.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

/** Without 0 O 1 I L U: read out over the phone, none is taken for another. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The Secrets port on node:crypto. */
export const nodeSecrets: Secrets = {
  token: () => randomBytes(32).toString('base64url'),
  pairingCode: () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join(''),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  hashPassword,
  verifyPassword,
};
