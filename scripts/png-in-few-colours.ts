import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'puppeteer';

/** The same picture with at most 128 colours, a third as large: a screen has few, the rest is the blur of its letters. */
export async function inFewColours(browser: Browser, png: Uint8Array): Promise<Uint8Array> {
  const { width, height, pixels } = await decoded(browser, png);
  const palette = commonest(pixels, 128);
  const place = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] ?? 0;
    const nearest = place.get(colour) ?? nearestOf(palette, colour);
    place.set(colour, nearest);
    // Each row begins with the number of its filter: none.
    rows[at + Math.floor(at / width) + 1] = nearest;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8); // eight bits a pixel, which name a colour of the palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Colours as 0xRRGGBB, row by row, as the browser reads them. */
async function decoded(
  browser: Browser,
  png: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly pixels: readonly number[] }> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const { width, height } = image;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        if (!context) throw new Error('this browser draws nothing');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, width, height);
        const at = (index: number) => data[index] ?? 0;
        const pixels = Array.from(
          { length: width * height },
          (_, pixel) => at(pixel * 4) * 0x10000 + at(pixel * 4 + 1) * 0x100 + at(pixel * 4 + 2),
        );
        return { width, height, pixels };
      },
      `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    );
  } finally {
    await page.close();
  }
}

function commonest(pixels: readonly number[], wanted: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const chosen: number[] = [];
  // Two that nobody tells apart are one.
  for (const colour of sorted)
    if (chosen.length < wanted && chosen.every((other) => distance(colour, other) > 24)) chosen.push(colour);
  return chosen;
}

const channels = (colour: number): readonly [number, number, number] => [
  Math.floor(colour / 0x10000),
  Math.floor(colour / 0x100) % 0x100,
  colour % 0x100,
];

function distance(one: number, other: number): number {
  const [red, green, blue] = channels(one);
  const [red2, green2, blue2] = channels(other);
  return (red - red2) ** 2 + (green - green2) ** 2 + (blue - blue2) ** 2;
}

const nearestOf = (palette: readonly number[], colour: number): number =>
  palette.reduce(
    (best, candidate, at) => (distance(candidate, colour) < distance(palette[best] ?? 0, colour) ? at : best),
    0,
  );

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
