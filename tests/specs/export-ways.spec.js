// Ways to hand an export on: with the keyboard alone, by the share sheet, as a copy, from the single file.
import { Exports } from '../pages/exports.js';
import { events, rows } from '../support/readers.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const timed = source.items.filter((item) => item.first !== null);

test('promise 26: with the keyboard alone', async ({ app, page }) => {
  const exports = new Exports(app);
  await app.open('#/calendar/list?unit=law');
  await app.filters.facet('进展').focus();
  await page.keyboard.press('Tab');
  await expect(exports.table).toBeFocused();
  const table = await exports.download(exports.table, () => page.keyboard.press('Enter'));
  expect(rows(table.bytes).length).toBeGreaterThan(5);
  await expect(exports.table).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(exports.calendar).toBeFocused();
  const calendar = await exports.download(exports.calendar, () => page.keyboard.press('Space'));
  expect(Object.keys(events(calendar.bytes)).length).toBeGreaterThan(5);
  await expect(app.told).toHaveRole('status');
});

test('promise 26, 30: where downloads do not work the share sheet gets both files', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
    const taken = ({ files }) => files.every(({ type }) => ['text/csv', 'text/calendar'].includes(type));
    Object.defineProperty(navigator, 'canShare', {
      // What is asked with is a plain text.
      value: (data) => taken(data) || data.files[0].type === 'text/plain',
    });
    Object.defineProperty(navigator, 'share', {
      value: async (data) => {
        if (window.unwilling || !taken(data)) throw new DOMException('called off', 'AbortError');
        const [file] = data.files;
        window.shared = { name: file.name, bytes: [...new Uint8Array(await file.arrayBuffer())] };
      },
    });
  });
  const exports = new Exports(app);
  await app.open('#/calendar/list?unit=law');
  const shared = () => page.evaluate(() => window.shared);
  await exports.table.click();
  await exports.expectSaid('已交给所选的应用');
  const table = await shared();
  expect(table.name).toMatch(/^要点-nanhai-2023-事项表-.*\.csv$/);
  expect(rows(Buffer.from(table.bytes)).length).toBeGreaterThan(5);
  await exports.calendar.click();
  await expect.poll(async () => (await shared()).name).toMatch(/\.ics$/);
  expect(Object.keys(events(Buffer.from((await shared()).bytes))).length).toBeGreaterThan(5);
  await page.evaluate(() => (window.unwilling = true));
  await exports.calendar.click();
  await exports.expectSaid('没有发送');
});

for (const [copies, title] of [
  [true, 'where files can be neither downloaded nor shared the text is copied'],
  [false, 'where nothing works at all that is said'],
]) {
  test(`promise 26, 30: ${title}`, async ({ app, page }) => {
    await page.addInitScript((copies) => {
      Object.defineProperty(navigator, 'userAgent', {
        value: `${navigator.userAgent} MicroMessenger/8.0.40`,
      });
      Object.defineProperty(navigator, 'canShare', { value: () => false });
      const writeText = async (text) => {
        if (!copies) throw new Error('no');
        window.copied = text;
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    }, copies);
    const exports = new Exports(app);
    await app.open('#/data');
    await exports.wholeTable.click();
    if (copies) {
      await exports.expectSaid('表格（82 件事项）已复制为文本');
      const text = await page.evaluate(() => window.copied);
      expect(rows(Buffer.from(text))).toHaveLength(82);
    } else {
      await exports.expectSaid('请换用浏览器打开本页');
    }
  });
}

test.describe('the single file', () => {
  test.use({ single: true });

  test('promise 26: exports as well, opened from the disk', async ({ app }) => {
    const exports = new Exports(app);
    await app.open('#/data');
    expect(rows((await exports.download(exports.wholeTable)).bytes)).toHaveLength(82);
    const calendar = events((await exports.download(exports.wholeCalendar)).bytes);
    expect(Object.keys(calendar)).toHaveLength(timed.length);
  });
});
