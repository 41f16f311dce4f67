import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from '../../../../server/app/attachments/media-type.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const office = (...parts: string[]): Uint8Array =>
  zipSync(Object.fromEntries(['[Content_Types].xml', ...parts].map((part) => [part, strToU8('<x/>')])));
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const letter = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('what a file is, its bytes say', () => {
  test.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['II*\0', 'image/tiff'],
    ['MM\0*', 'image/tiff'],
  ])('%j', (start, type) => {
    expect(mediaTypeOf(bytes(`${start}more`))).toBe(type);
  });

  test('Office files by their parts', () => {
    expect(mediaTypeOf(office('xl/workbook.xml'))).toBe(sheet);
    expect(mediaTypeOf(office('word/document.xml'))).toBe(letter);
  });

  test.each([
    ['a page', bytes('<!doctype html><script>alert(1)</script>')],
    ['a drawing that can run scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', bytes('MZ\x90\0')],
    ['a PDF that begins with something else', bytes('<html>%PDF-1.7')],
    ['a sound in the container of WebP', bytes('RIFF\0\0\0\0WAVEfmt ')],
    ['a picture cut after its first byte', bytes('\xff')],
    ['nothing', new Uint8Array()],
    ['any zip', zipSync({ 'a.txt': strToU8('a') })],
    ['a workbook with macros', office('xl/workbook.xml', 'xl/vbaProject.bin')],
    ['a zip cut in half', office('xl/workbook.xml').slice(0, 60)],
  ])('%s is not taken in', (_, content) => {
    expect(mediaTypeOf(content)).toBeNull();
  });
});
