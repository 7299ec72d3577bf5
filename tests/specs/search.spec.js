// Search: by characters or by sound, as one types, without a mouse, and never before the input method is done.
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const sorted = (list) => [...list].sort();
const having = (word) => source.items.filter((item) => item.title.includes(word)).map((item) => item.title);
const pointsHaving = (word) =>
  source.points.filter((point) => point.text.includes(word)).map((point) => point.no);

/** Finds by `typed` what holds `word`, and marks it there. */
async function expectFound(app, typed, word) {
  await app.search.fill(typed);
  await expect(app.heading).toHaveText('搜索');
  await app.expectHash(`#/search?q=${typed}`);
  const items = app.card('事项');
  expect(sorted(await app.titles(items))).toEqual(sorted(having(word)));
  for (const row of await items.locator('.row').all()) {
    await expect(row.locator('mark').first()).toHaveText(word);
  }
  const points = app.card('要点').locator('.row');
  const numbers = (await points.locator('a.title').allTextContents()).map((title) =>
    Number.parseInt(title, 10),
  );
  expect(sorted(numbers)).toEqual(sorted(pointsHaving(word)));
  for (const point of await points.all()) await expect(point.locator('mark').first()).toHaveText(word);
  await expect(app.status).toHaveText(`事项 ${having(word).length} 件，要点 ${pointsHaving(word).length} 条`);
}

test('finds items and points by their characters, grouped, and marks what was found', async ({ app }) => {
  await app.open();
  await expectFound(app, '未成年人', '未成年人');
  await expectFound(app, '诉前调解', '诉前调解');
});

test('finds them by the initials of their sound', async ({ app }) => {
  await app.open();
  await expectFound(app, 'wcnr', '未成年人');
  await expectFound(app, 'WCNR', '未成年人');
});

test('finds them by their full sound, even half typed', async ({ app }) => {
  await app.open();
  await expectFound(app, 'weichengnian', '未成年');
  await expectFound(app, 'weichengnianr', '未成年人');
});

test('narrows with each word, and finds committees and categories as well', async ({ app }) => {
  await app.open();
  await app.search.fill('调研 南海区');
  const both = source.items.filter((item) => /调研/.test(item.title) && /南海区/.test(item.title));
  for (const title of both.map((item) => item.title)) {
    await expect(app.card('事项').getByRole('link', { name: title, exact: true })).toBeVisible();
  }
  await app.search.fill('法制');
  const places = app.card('工委与类别');
  await places.getByRole('link', { name: '法制工委' }).click();
  await expect(app.heading).toHaveText('法制工委');
});

test('keeps every letter, however fast they follow each other', async ({ app, page }) => {
  await app.open('#/meetings');
  // All within one turn of the browser: the address has changed, and its event is still to come.
  await app.search.evaluate((field) => {
    for (const text of ['断', '断头', '断头路']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    }
  });
  await app.expectHash('#/search?q=断头路');
  await expect(app.search).toHaveValue('断头路');
  await expect(app.main.locator('.hit mark').first()).toHaveText('断头路');
});

test('says what can be typed, and that nothing was found', async ({ app }) => {
  await app.open('#/search');
  await expect(app.status).toContainText('拼音首字母');
  await app.search.fill('没有这个词');
  await expect(app.status).toContainText('没有找到');
  await expect(app.main.locator('.hit')).toHaveCount(0);
});

test('a search is in the address: it survives a reload and can be sent', async ({ app, page }) => {
  await app.open();
  await app.search.fill('食品安全');
  await app.expectHash('#/search?q=食品安全');
  await page.reload();
  await expect(app.search).toHaveValue('食品安全');
  await expect(app.main.locator('mark').first()).toHaveText('食品安全');
});

test('works by keyboard alone: slash, arrows, Enter, and Escape back to where one was', async ({
  app,
  page,
}) => {
  await app.open('#/meetings');
  await page.keyboard.press('/');
  await expect(app.search).toBeFocused();
  await expect(app.search).toHaveValue('');
  await page.keyboard.type('wcnr');
  const links = app.main.locator('.hit a');
  await expect(links.first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(app.search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.heading).toHaveText('会议');
  await page.keyboard.press('Control+k');
  await expect(app.search).toBeFocused();
  await page.keyboard.type('断头路');
  await page.keyboard.press('Enter');
  await app.item.expectOpen('开展打通“断头路”工作情况专题调研');
});

for (const { name, field, result } of [
  { name: 'the search', field: (app) => app.search, result: '#/search?q=未成年人' },
  { name: 'the filter', field: (app) => app.filters.text, result: '#/calendar/list?text=未成年人' },
]) {
  test(`promise 27: ${name} does nothing while an input method composes, and works when it is done`, async ({
    app,
    page,
  }) => {
    await app.open('#/calendar/list');
    await field(app).click();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['w', 'wei', 'wei cheng', 'wei cheng nian ren']) {
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await expect(field(app)).toHaveValue(text);
      expect(app.hash()).toBe('#/calendar/list');
      await app.filters.expectShown(82, 82);
    }
    // Keys that belong to the input method are not the app's.
    await keyboard.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await expect(app.heading).toHaveText('日历 · 列表');
    await keyboard.send('Input.insertText', { text: '未成年人' });
    await app.expectHash(result);
    await expect(field(app)).toHaveValue('未成年人');
    await expect(field(app)).toBeFocused();
    expect(sorted(await app.titles())).toEqual(sorted(having('未成年人')));
  });
}
