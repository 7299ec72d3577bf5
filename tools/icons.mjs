// Draws the PNG icons in public/, and the one of the tab, from public/install/icon.svg: `node tools/icons.mjs`, after a change
// of the drawing. The results are committed, so that no build needs a browser. It borrows the browser of the end-to-end tests.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

const ROOT = new URL('../', import.meta.url);
const { chromium } = createRequire(new URL('tests/package.json', ROOT))('@playwright/test');

const drawing = readFileSync(new URL('public/install/icon.svg', ROOT), 'utf8');
// Systems cut these two to a shape of their own, so red fills them to the corners.
const square = drawing.replace(' rx="104"', '');
// Of a maskable icon only the inner circle, 80 % wide, is sure to be seen.
const inner = square.replace('<g ', '<g transform="translate(256 256) scale(.86) translate(-256 -262)" ');

const ICONS = [
  ['public/icon-192.png', drawing, 192],
  ['public/install/icon-512.png', drawing, 512],
  ['public/install/icon-maskable-512.png', inner, 512],
  ['public/install/apple-touch-icon.png', square, 180],
  ['xtask/src/page/tab.png', drawing, 32],
];

const RED = [0xa8, 0x20, 0x1a];
const LEVELS = 8;
// Every pixel is red with some white, or red that fades at a corner. A palette of these is a fraction of full colour.
const share = (level) => level / (LEVELS - 1);
const levels = [...Array(LEVELS).keys()];
const palette = [
  ...levels.flatMap((level) => RED.map((part) => Math.round(part + (255 - part) * share(level)))),
  ...levels.flatMap(() => RED),
];
const alphas = [...levels.map(() => 255), ...levels.map((level) => Math.round(255 * share(level)))];

function indexOf([, green, , alpha]) {
  const level = (value) => Math.round(value * (LEVELS - 1));
  return alpha < 255 ? LEVELS + level(alpha / 255) : level((green - RED[1]) / (255 - RED[1]));
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(pixels, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1));
  for (let at = 0; at < size * size; at += 1) {
    const row = Math.floor(at / size);
    rows[row * (size + 1) + 1 + (at % size)] = indexOf(pixels.slice(at * 4, at * 4 + 4));
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('tRNS', alphas),
    chunk('IDAT', data),
    chunk('IEND', []),
  ]);
}

/** Runs in the browser: the pixels of a drawing at a size. */
async function paint([svg, size]) {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, size, size);
  return [...context.getImageData(0, 0, size, size).data];
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, svg, size] of ICONS) {
  writeFileSync(new URL(name, ROOT), png(await page.evaluate(paint, [svg, size]), size));
}
await browser.close();
