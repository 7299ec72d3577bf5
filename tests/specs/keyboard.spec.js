// Everything works without a mouse.
import { Matrix } from '../pages/matrix.js';
import { Tables } from '../pages/tables.js';
import { covers, readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();

/** Presses Tab until the focus is on an element, and fails where the page's stops are used up. */
async function tabTo(app, locator) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${locator}`);
}

test('the first Tab offers to skip to the page, and Enter does so', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(app.main).toBeFocused();
  await app.expectHash('');
  await page.keyboard.press('Tab');
  // The next stop lies within the page, behind bar and rail.
  expect(await page.evaluate(() => document.activeElement.closest('main') !== null)).toBe(true);
});

test('Tab goes through bar, rail and page in the order of reading, with one stop for the whole matrix', async ({
  app,
  page,
}) => {
  await app.open();
  // Until it is known whether there is something to be read, the sign says 正在读取.
  await app.expectSaved();
  const stops = [];
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await app.focused();
    if (stop === '跳到正文' && stops.length > 0) break;
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    stops.push(stop.trim());
  }
  const title = '佛山市南海区人大常委会 2023 年工作要点';
  const frame = ['跳到正文', title, '搜索', '已保存', '截至', '外观', '总览', '日历', '工委6', '类别9'];
  expect(
    stops.slice(0, frame.length).map((stop, at) => (stop.startsWith(frame[at]) ? frame[at] : stop)),
  ).toEqual(frame);
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  const first = stops.indexOf('1月');
  expect(stops.slice(first, first + 12)).toEqual(months);
  // Cells and marks are named with a parenthesis or a count; of all of them one is a stop.
  const inMatrix = stops.filter((stop) => /（.* · .*）$|，\d+ 件$/.test(stop));
  expect(inMatrix).toHaveLength(1);
});

test('arrow keys walk through the matrix: along a row, down a column, to both ends', async ({
  app,
  page,
}) => {
  await app.open();
  const matrix = new Matrix(app.main);
  const stops = matrix.stops;
  await tabTo(app, stops.first());
  await page.keyboard.press('ArrowRight');
  await expect(stops.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(stops.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(stops.last()).toBeFocused();
  await page.keyboard.press('Home');
  // Down from the first stop, which is the office's first month with an item, to the next unit that has one there.
  const month = Math.min(
    ...source.items.filter((item) => item.lead === '办公室' && item.first).map((item) => item.first),
  );
  const below = ['财经工委', '城建环资工委', '教科文卫工委', '法制工委', '选联工委'];
  const next = below.find((unit) => source.items.some((item) => item.lead === unit && covers(item, month)));
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => app.focused()).toMatch(new RegExp(`^${next} ${month}月，`));
  await page.keyboard.press('ArrowUp');
  await expect(stops.first()).toBeFocused();
  // The place is kept when one leaves the matrix and comes back.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(stops.nth(1)).toBeFocused();
});

test('Enter opens the item of a mark, Escape closes it and gives the focus back to that very mark', async ({
  app,
  page,
}) => {
  await app.open();
  const matrix = new Matrix(app.main);
  // An item of several months has a mark in each: it is the second one that must get the focus back.
  const title = '关于推动金融与科技资源更好服务制造业当家专题调研';
  const mark = matrix.mark(matrix.cell(1, 4), title);
  await tabTo(app, matrix.stops.first());
  for (let presses = 0; presses < 200; presses += 1) {
    if (await mark.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(mark).toBeFocused();
  await page.keyboard.press('Enter');
  await app.item.expectOpen(title);
  await expect(app.item.title).toBeFocused();
  await page.keyboard.press('Escape');
  await app.item.expectClosed();
  await expect(mark).toBeFocused();
});

test('an item that was opened from a row gives the focus back to that row', async ({ app, page }) => {
  await app.open();
  const row = app.card('本月 · 7月').locator('a[data-item]').nth(2);
  const title = await row.textContent();
  await tabTo(app, row);
  await page.keyboard.press('Enter');
  await app.item.expectOpen(title);
  await page.keyboard.press('Escape');
  await app.item.expectClosed();
  await expect(row).toBeFocused();
  // The same with the button, and from a table.
  await app.paste('#/categories');
  const cell = new Tables(app.main).monthly.getByRole('link').nth(3);
  const task = await cell.textContent();
  await cell.focus();
  await page.keyboard.press('Enter');
  await app.item.expectOpen(task);
  await app.item.close.focus();
  await page.keyboard.press('Enter');
  await app.item.expectClosed();
  await expect(cell).toBeFocused();
});

test('J and K go to the next and the previous item of the list, and Escape to the row of the last one', async ({
  app,
  page,
}) => {
  await app.open('#/categories/2');
  const items = source.schedule.filter((item) => item.category === 2);
  await app.main.getByRole('link', { name: items[3].title }).click();
  await app.item.expectOpen(items[3].title);
  await expect(app.item.panel).toContainText(`第 4 件，共 ${items.length} 件`);
  await page.keyboard.press('j');
  await app.item.expectOpen(items[4].title);
  await expect(app.item.title).toBeFocused();
  await page.keyboard.press('j');
  await app.item.expectOpen(items[5].title);
  await page.keyboard.press('k');
  await app.item.expectOpen(items[4].title);
  await app.item.next.click();
  await app.item.expectOpen(items[5].title);
  await app.item.previous.click();
  await app.item.expectOpen(items[4].title);
  await page.keyboard.press('Escape');
  await app.item.expectClosed();
  await expect(app.main.getByRole('link', { name: items[4].title })).toBeFocused();
  // At the ends there is nothing further.
  await app.main.getByRole('link', { name: items[0].title }).click();
  await expect(app.item.previous).toBeDisabled();
  await page.keyboard.press('k');
  await app.item.expectOpen(items[0].title);
});

test('the question mark opens the table of keys; Escape closes it and nothing else', async ({
  app,
  page,
}) => {
  await app.open('#/calendar?item=s2-3');
  await page.keyboard.press('?');
  await expect(app.help).toBeVisible();
  await expect(app.help.getByText('下一项、上一项')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.help).toBeHidden();
  await app.item.expectOpen('听取和审议区检察院关于未成年人检察工作报告');
  await app.rail.getByRole('button', { name: '帮助' }).click();
  await expect(app.help).toBeVisible();
  await app.help.getByRole('button', { name: '关闭' }).click();
  await expect(app.help).toBeHidden();
});

test('single keys can be switched off, and stay off', async ({ app, page }) => {
  await app.open('#/calendar/list?item=s2-3');
  await page.keyboard.press('?');
  await app.help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await app.item.expectOpen('听取和审议区检察院关于未成年人检察工作报告');
  for (const key of ['?', '/', 'j', 'k']) await page.keyboard.press(key);
  await expect(app.help).toBeHidden();
  await expect(app.search).not.toBeFocused();
  await app.item.expectOpen('听取和审议区检察院关于未成年人检察工作报告');
  // With a modifier it is no single key.
  await page.keyboard.press('Control+k');
  await expect(app.search).toBeFocused();
});

test('letters typed into a field are letters, not shortcuts', async ({ app, page }) => {
  await app.open('#/calendar/list?item=s2-3');
  await app.filters.text.click();
  await page.keyboard.type('jk?/');
  await expect(app.filters.text).toHaveValue('jk?/');
  await expect(app.help).toBeHidden();
  await app.item.expectOpen('听取和审议区检察院关于未成年人检察工作报告');
});

test('the focus stays where one works: after sorting, after a choice is taken back', async ({
  app,
  page,
}) => {
  await app.open('#/categories/2');
  const sorter = new Tables(app.main).sorter('时间');
  await sorter.focus();
  await page.keyboard.press('Enter');
  await app.expectHash('#/categories/2?sort=time');
  await expect(sorter).toBeFocused();
  await app.open('#/calendar/list?unit=law,finance');
  await app.filters.chip('法制工委').focus();
  await page.keyboard.press('Enter');
  await expect(app.filters.chips).toHaveCount(1);
  // The focus moves once the chips have been made anew.
  await expect(app.main.locator(':focus')).toHaveCount(1);
});
