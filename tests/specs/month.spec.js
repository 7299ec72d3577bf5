// 月历: the days of a month, and what stands on them.
import { dated, reload } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { SIZES } from '../support/sizes.js';
import { MONTHS, covers, readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const KIND = '常委会会议';
const titles = (items) => items.map((item) => item.title);
const agenda = source.items.filter((item) => item.last === 7 && item.meetings.includes(KIND));

test('every month is a grid of its days, each below its day of the week, today marked', async ({ app }) => {
  await app.open('#/calendar/month/1');
  const month = new MonthGrid(app);
  for (const number of MONTHS) {
    await app.paste(`#/calendar/month/${number}`);
    await expect(month.grid).toHaveAccessibleName(`2023年${number}月的会议和事项`);
    await expect(month.heads).toHaveText(['一', '二', '三', '四', '五', '六', '日']);
    const days = await month.grid
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.flatMap((row) =>
          [...row.cells].map((cell) => [cell.querySelector('b')?.textContent ?? '', cell.cellIndex]),
        ),
      );
    const count = new Date(2023, number, 0).getDate();
    const expected = Array.from({ length: count }, (_, at) => [
      String(at + 1),
      (new Date(2023, number - 1, at + 1).getDay() + 6) % 7,
    ]);
    expect(
      days.filter(([day]) => day),
      `${number}`,
    ).toEqual(expected);
    await expect(month.today).toHaveCount(number === 7 ? 1 : 0);
  }
  await app.paste('#/calendar/month/7');
  await expect(month.today).toContainText('15');
  await expect(month.today).toContainText('今天');
});

test('an item with a day of its own stands on it, and what has none is listed below', async ({
  app,
  page,
}) => {
  const due = source.items.filter((item) => covers(item, 7));
  // One of July, and one that July would not have otherwise.
  const own = due.find((item) => item.meetings.length === 0);
  const moved = source.items.find((item) => item.last === 5 && item.meetings.length === 0);
  await app.open('#/calendar/month/7');
  const month = new MonthGrid(app);
  await expect(app.main.getByText('本月还没有定了日期的会议和事项')).toBeVisible();
  await app.filters.expectShown(due.length, due.length);
  for (const [item, day] of [
    [own, 5],
    [moved, 7],
  ]) {
    await app.paste(`#/calendar/month/7?item=${item.id}`);
    await app.item.expectOpen(item.title);
    const field = app.item.article.getByLabel('实际日期');
    await expect(field).toBeEnabled();
    await field.fill(`2023-07-${String(day).padStart(2, '0')}`);
    await field.blur();
    await expect.poll(() => month.titles(day)).toEqual([item.title]);
  }
  await app.filters.expectShown(due.length + 1, due.length + 1);
  expect(await app.titles()).not.toContain(own.title);
  expect(await app.titles()).toHaveLength(due.length - 1);
  const empty = await month.day(4).boundingBox();
  const full = await month.day(3).boundingBox();
  expect(full.height).toBe(empty.height);
  expect((await month.day(11).boundingBox()).height).toBeLessThan(50);

  // What is filtered is hidden on its day too; the days come first in the order of the page.
  await app.filters.text.fill(own.title);
  await expect(month.items(7)).toBeHidden();
  await expect(month.items(5)).toBeVisible();
  await app.filters.clear.click();
  await app.item.close.click();
  await month.day(5).getByRole('link').click();
  await app.item.expectOpen(own.title);
  await app.item.next.click();
  await app.item.expectOpen(moved.title);
  // After a reload it is the same, though the notes are read later than the page is built.
  await reload(app);
  await app.filters.expectShown(due.length + 1, due.length + 1);
  await expect.poll(() => month.titles(7)).toEqual([moved.title]);
  await page.keyboard.press('Escape');
});

test.describe('on a phone', () => {
  test.use(SIZES.phone.use);

  test('a month is a list of the days that hold something, and today', async ({ app, page }) => {
    await dated(app, '2023-07-26');
    await app.paste('#/calendar/month/7');
    const month = new MonthGrid(app);
    await expect(month.day(26)).toBeVisible();
    await expect(month.day(26)).toContainText('星期三');
    await expect(month.day(15)).toBeVisible();
    await expect(month.day(14)).toBeHidden();
    await expect(month.heads.first()).toBeHidden();
    const items = agenda;
    await expect.poll(() => month.titles(26)).toEqual(titles(items));
    const least = await month
      .day(26)
      .locator('a')
      .evaluateAll((links) => Math.min(...links.map((link) => link.getBoundingClientRect().height)));
    expect(least).toBeGreaterThanOrEqual(43.5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await month.day(26).getByRole('link', { name: items[0].title }).tap();
    await app.item.expectOpen(items[0].title);
  });
});
