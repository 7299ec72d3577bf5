// A plan of many items: a page shows the beginning of each list, says how many there are, and shows more when asked.
import { withDoubles } from '../support/plans.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const [MANY, MORE] = [100, 1300];
const led = (unit) => readSource().items.filter((item) => item.lead === unit).length;

test.beforeEach(({ app }) => withDoubles(app, [MANY, MORE]));

test('a unit’s list begins with twenty items and shows a hundred more at each request', async ({ app }) => {
  await app.open('#/units');
  const card = app.card('选联工委');
  const more = card.getByRole('button', { name: '再显示' });
  await expect(more).toHaveText(`再显示 100 件（共 ${led('选联工委') + MORE} 件）`);
  expect(await app.titles(card)).toHaveLength(20);
  await more.click();
  await expect.poll(() => app.titles(card)).toHaveLength(120);
  // There are many lists, so one of a hundred is cut as well.
  const hundred = app.card('教科文卫工委');
  await expect(hundred).toContainText(`（共 ${led('教科文卫工委') + MANY} 件）`);
  expect(await app.titles(hundred)).toHaveLength(20);
  await expect(app.card('各工委（室）').getByRole('button', { name: '再显示' })).toBeHidden();
});

test('the filter finds what is not shown yet, and its status can be set there', async ({ app }) => {
  await app.open('#/units');
  const card = app.card('选联工委');
  await app.filters.text.fill('（777）');
  await expect.poll(() => app.titles(card)).toEqual([expect.stringContaining('（777）')]);
  await expect(card.getByRole('button', { name: '再显示' })).toBeHidden();
  const [title] = await app.titles(card);
  await app.signs.of(title).click();
  await app.signs.status('已完成').click();
  await app.signs.expectSaid(title, '已完成');
  await app.expectSaved();
});
