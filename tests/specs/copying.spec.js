// Rows that are copied into a spreadsheet, and days on a device whose picker cannot clear them.
import { Notes } from '../pages/notes.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();

test('rows of any list are copied as columns', async ({ app, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type) => (item.types.includes(type) ? await (await item.getType(type)).text() : '');
      return { text: await read('text/plain'), html: await read('text/html') };
    });
  const select = (first, last) =>
    page.evaluate(
      ([first, last]) => {
        const links = [...document.querySelectorAll('main li a[data-item]')].filter(
          (link) => link.getClientRects().length,
        );
        const range = document.createRange();
        range.setStart(links[first].firstChild, 1);
        range.setEnd(links[last].firstChild, 1);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        const texts = links.slice(first, last + 1).map((link) => link.dataset.item);
        return texts;
      },
      [first, last],
    );
  for (const hash of ['#/calendar/list', '#/units/law', '#/units', '#/search?q=调研', '#/', '#/calendar']) {
    await app.open(hash);
    await expect(page.locator('main li a[data-item]:visible').nth(2)).toBeVisible();
    const ids = await select(0, 2);
    // What makes columns of them is loaded when something is selected.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+c');
        return (await clipboard()).text.split('\n').map((line) => line.split('\t').length);
      }, hash)
      .toEqual(ids.map(() => 5));
    const { text, html } = await clipboard();
    const items = ids.map((id) => source.items.find((item) => item.id === id));
    for (const [at, line] of text.split('\n').entries()) {
      const [, title, who, , standing] = line.split('\t');
      expect([title, who]).toEqual([items[at].title, items[at].who]);
      expect(standing).toMatch(/^(已|未|进)/);
    }
    expect(html.match(/<tr>/g)).toHaveLength(ids.length);
    expect(html.match(/<td/g)).toHaveLength(ids.length * 5);
  }
  // A part of one row is copied as it is.
  await select(0, 0);
  await page.evaluate(() => {
    const range = getSelection().getRangeAt(0);
    range.setStart(range.startContainer, 0);
    range.setEnd(range.startContainer, 2);
  });
  await page.keyboard.press('Control+c');
  expect((await clipboard()).text).toHaveLength(2);
  // Records are rows, too.
  const notes = new Notes(app);
  await notes.open('s4-1');
  await notes.write('=1+1\t第一条');
  await notes.write('第二条');
  await app.paste('#/progress');
  await expect(page.locator('.history-days li').nth(1)).toBeVisible();
  await page.evaluate(() => {
    const rows = document.querySelectorAll('.history-days li');
    getSelection().setBaseAndExtent(rows[0], 0, rows[1], rows[1].childNodes.length);
  });
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+c');
      return (await clipboard()).text.split('\n')[0].split('\t').length;
    })
    .toBe(5);
  const lines = (await clipboard()).text.split('\n').map((line) => line.split('\t'));
  expect(lines.map((line) => [line.length, line[3]])).toEqual([
    [5, '第二条'],
    [5, '=1+1 第一条'],
  ]);
});

test('dates on an iPad: opening an empty field records nothing, and a day can be cleared by touch', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15',
  });
  const page = await context.newPage();
  await page.addInitScript(() => Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 }));
  await page.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
  const { App } = await import('../pages/app.js');
  const app = new App(page, `${server.origin}/`);
  const opened = (field) =>
    // What Safari does as soon as its calendar opens.
    field.evaluate((field) => {
      field.focus();
      field.value = '2023-07-15';
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      field.blur();
    });
  for (const { hash, part } of [
    { hash: '#/item/m7-1', part: () => app.record.part },
    { hash: '#/meetings/standing-7', part: () => app.main.locator('fieldset.details').first() },
  ]) {
    await app.open(hash);
    await expect(app.saved).toHaveText('已保存');
    const [field, record, clear] = [
      part().locator('[type=date]').first(),
      part().getByRole('button', { name: '记为7月15日' }),
      part().getByRole('button', { name: '清除日期' }).first(),
    ];
    await opened(field);
    await expect(field).toHaveValue('');
    await app.expectSaved();
    await page.reload();
    await app.ready();
    await expect(field).toHaveValue('');
    await expect(clear).toBeHidden();
    await opened(field);
    await record.tap();
    await expect(field).toHaveValue('2023-07-15');
    await expect(record).toBeHidden();
    const { height } = await clear.boundingBox();
    expect(height).toBeGreaterThanOrEqual(44);
    await clear.tap();
    await expect(field).toHaveValue('');
    await app.expectSaved();
    await page.reload();
    await app.ready();
    await expect(field).toHaveValue('');
  }
  await context.close();
});
