import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mediaTypes } from '../../../core/attachment/attachment.ts';
import { cleanName } from '../../../core/attachment/clean-name.ts';

test.each([
  ['合同 盖章.PDF', '合同 盖章.pdf'],
  ['C:\\Users\\wang\\Desktop\\po.pdf', 'po.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['invoice.exe', 'invoice.exe.pdf'],
  ['.hidden', 'hidden.pdf'],
  ['  ', 'file.pdf'],
  ['', 'file.pdf'],
  ['con.pdf', '_con.pdf'],
  ['a\u202Efdp.exe', 'a fdp.exe.pdf'],
  ['what?"is"<this>|.pdf', 'what is this.pdf'],
  ['trailing. . .pdf', 'trailing.pdf'],
  ['a.b.pdf', 'a.b.pdf'],
])('%j is called %j', (given, clean) => {
  expect(cleanName(given, 'application/pdf')).toBe(clean);
});

test('an extension of its own kind stays as it was written', () => {
  expect(cleanName('scan.jpeg', 'image/jpeg')).toBe('scan.jpeg');
  expect(cleanName('scan.png', 'image/jpeg')).toBe('scan.png.jpg');
});

test('whatever a file is called: one safe name that is its own clean name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...mediaTypes), (name, type) => {
      const clean = cleanName(name, type);
      expect(clean).not.toMatch(/[/\\<>:"|?*\p{C}]/u);
      expect(clean).toMatch(/^[^.\s].*\.[a-z]+$/su);
      expect([...clean].length).toBeLessThanOrEqual(86);
      expect(cleanName(clean, type)).toBe(clean);
    }),
  );
});
