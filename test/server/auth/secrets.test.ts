import { expect, test } from 'vitest';
import { nodeSecrets } from '../../../server/auth/secrets.ts';

test('a password fits its own hash only, however it was typed in Unicode', async () => {
  const hash = await nodeSecrets.hashPassword('Zürich 回签');
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(hash).not.toContain('回签');
  expect(await nodeSecrets.verifyPassword('Zürich 回签'.normalize('NFD'), hash)).toBe(true);
  expect(await nodeSecrets.verifyPassword('Zürich 回簽', hash)).toBe(false);
  expect(await nodeSecrets.hashPassword('Zürich 回签')).not.toBe(hash);
});

test('a damaged or foreign hash fits no password', async () => {
  for (const hash of ['', 'scrypt', 'md5$1$2$3$4$5', 'scrypt$32768$8$3$AAAA$'])
    expect(await nodeSecrets.verifyPassword('', hash)).toBe(false);
});

test('tokens are long and never the same, pairing codes can be read out', () => {
  const tokens = new Set(Array.from({ length: 1000 }, () => nodeSecrets.token()));
  expect(tokens.size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
  for (let index = 0; index < 1000; index += 1) expect(nodeSecrets.pairingCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
});
