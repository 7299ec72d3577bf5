// What is recorded shows at once wherever progress is shown, seen from the moment that was chosen.
import { Matrix } from '../pages/matrix.js';
import { Recording } from '../pages/progress.js';
import { Tables } from '../pages/tables.js';
import { record, status } from '../support/ledger.js';
import { UNITS, readSource, standing } from '../support/source.js';
import { LATER, expect, test } from '../support/test.js';

const source = readSource();
/** Due in April, so late in July; led by 法制工委. */
const ITEM = source.items.find((item) => item.lead === '法制工委' && item.last === 4);
const LAW = source.items.filter((item) => item.lead === '法制工委');
const late = (items, month) => items.filter((item) => standing(item, month) === '已逾期').length;
const done = (items) => items.filter((item) => item.remark === '已完成').length;
const fig = (app, name) => app.main.locator('.figs').first().locator('.fig').filter({ hasText: name });

test('the overview: figures, matrix, fractions of unit and category, the list of what is late', async ({
  app,
  page,
}) => {
  await app.open(`#/?item=${ITEM.id}`);
  const matrix = new Matrix(app.main);
  const row = matrix.row(UNITS.indexOf('法制工委'));
  const group = source.items.filter((item) => item.id.startsWith('m') === ITEM.id.startsWith('m'));
  const category = app.card('各类别进度').getByRole('listitem').filter({ hasText: '月度任务' });
  const mark = matrix.mark(matrix.cell(UNITS.indexOf('法制工委'), 4), ITEM.title);
  await expect(fig(app, '已逾期')).toContainText(`${late(source.items, 7)}`);
  await expect(row.locator('.fraction')).toContainText(`${done(LAW)}/${LAW.length}`);
  await expect(mark).toHaveClass(/late/);
  await expect(app.card('需要留意').locator('header')).toContainText(`${late(source.items, 7)} 件`);

  await new Recording(page).set('已完成');
  await expect(fig(app, '已逾期')).toHaveText(`${late(source.items, 7) - 1}已逾期`);
  await expect(fig(app, '已完成')).toHaveText(`${done(source.items) + 1}已完成`);
  await expect(row.locator('.fraction')).toContainText(`${done(LAW) + 1}/${LAW.length}`);
  await expect(mark).toHaveClass(/done/);
  await expect(mark).toHaveAccessibleName(/已完成）$/);
  await expect(category.locator('.fraction')).toContainText(`${done(group) + 1}/${group.length}`);
  await expect(app.card('需要留意').locator('header')).toContainText(`${late(source.items, 7) - 1} 件`);
});

for (const { name, hash } of [
  // A month of it shows six items, so it is narrowed to the one.
  { name: 'the year', hash: `#/calendar?text=${encodeURIComponent(ITEM.title)}` },
  { name: 'the timeline', hash: '#/calendar/timeline' },
  { name: 'the month', hash: '#/calendar/month/4' },
  { name: 'the list', hash: '#/calendar/list' },
  { name: 'the committees', hash: '#/units' },
  { name: 'one committee', hash: '#/units/law' },
  { name: 'the categories', hash: '#/categories' },
  { name: 'the categories by progress', hash: '#/categories/monthly?sort=progress' },
]) {
  test(`${name}: late becomes done where the item stands`, async ({ app, page }) => {
    await app.open(hash + (hash.includes('?') ? '&' : '?') + `item=${ITEM.id}`);
    const said = app.main.locator(`:is(li, tr, .line, .bar):has(a[data-item="${ITEM.id}"])`).last();
    // A narrow line says it in its name alone.
    const words = () => said.evaluate((row) => row.textContent + row.querySelector('a').ariaLabel);
    await expect.poll(words).toContain('已逾期');
    await new Recording(page).set('已完成');
    await expect.poll(words).toContain('已完成');
    expect(await words()).not.toContain('已逾期');
    // The item itself says the same.
    await expect(app.item.fact('进展')).toContainText('已完成');
  });
}

test('committees: the fraction of the card and the figure of the committee follow', async ({ app, page }) => {
  await app.open(`#/units?item=${ITEM.id}`);
  const card = app.card('法制工委');
  await expect(card.locator('header .fraction')).toContainText(`${done(LAW)}/${LAW.length}`);
  await new Recording(page).set('已完成');
  await expect(card.locator('header .fraction')).toContainText(`${done(LAW) + 1}/${LAW.length}`);
  await app.paste('#/units/law');
  await expect(fig(app, '牵头已完成')).toHaveText(`${done(LAW) + 1}牵头已完成`);
});

test('a table sorted by progress is sorted anew, and 下一项 goes by its order', async ({ app, page }) => {
  await app.open(`#/categories/1?sort=progress&item=s1-3`);
  const titles = () => new Tables(app.main).schedule.locator('a[data-item]').allTextContents();
  const mine = source.items.find((item) => item.id === 's1-3').title;
  expect((await titles()).indexOf(mine)).toBeGreaterThan(0);
  await new Recording(page).set('已完成');
  await expect.poll(async () => (await titles()).indexOf(mine)).toBe(0);
  await expect(app.item.panel).toContainText('第 1 件，共 3 件');
});

test('a filter by progress lets go of what no longer fits', async ({ app, page }) => {
  const all = late(source.items, 7);
  await app.open(`#/calendar/list?progress=late&item=${ITEM.id}`);
  await app.filters.expectShown(all, 82);
  await new Recording(page).set('进行中');
  // It is still late: it was due in April and is not done.
  await app.filters.expectShown(all, 82);
  await new Recording(page).set('已取消');
  await app.filters.expectShown(all - 1, 82);
});

test('a recorded status is judged from the chosen month', async ({ app, page }) => {
  await record(page, {
    items: {
      [ITEM.id]: { status: status('postponed', '2023-04-20T10:00', { month: 9 }) },
      'm7-1': { status: status('doing', '2023-07-12T08:30') },
      's2-9': { status: status('done', '2023-07-12T08:31') },
    },
  });
  await app.open('#/calendar/list');
  const where = (id) => app.main.locator(`.row:has(a[data-item="${id}"])`).first().locator('.st');
  const expectWhere = async (postponed, doing, done = '已完成') => {
    await expect(where(ITEM.id)).toHaveText(postponed);
    await expect(where('m7-1')).toHaveText(doing);
    await expect(where('s2-9')).toHaveText(done);
  };
  await expectWhere('已推迟', '进行中');
  await app.asOf.selectOption({ label: '9月' });
  await expectWhere('已推迟', '进行中 · 已逾期');
  await app.asOf.selectOption({ label: '10月' });
  await expectWhere('已逾期', '进行中 · 已逾期');
  // What was recorded later is not known in an earlier month.
  await app.asOf.selectOption({ label: '4月' });
  await expectWhere('已推迟', '未开始', '未开始');
  await app.asOf.selectOption({ label: '3月' });
  await expectWhere('未开始', '未开始', '未开始');
});

test.describe('after the year', () => {
  test.use({ today: LATER });

  test('what was never recorded is 未记录, what was recorded is what it was, and nothing is late', async ({
    app,
    page,
  }) => {
    await app.open(`#/?item=${ITEM.id}`);
    const unrecorded = source.items.filter((item) => standing(item, 'closed') === '未记录').length;
    await expect(fig(app, '未记录')).toHaveText(`${unrecorded}未记录`);
    const recording = new Recording(page);
    await recording.set('进行中');
    await expect(fig(app, '进行中')).toHaveText('1进行中');
    await expect(fig(app, '未记录')).toHaveText(`${unrecorded - 1}未记录`);
    await expect(fig(app, '已逾期')).toHaveText('0已逾期');
    await expect(app.item.fact('进展')).toContainText('进行中');
    // Looked at from within the year, it is late again.
    await app.asOf.selectOption({ label: '7月' });
    await expect(app.item.fact('进展')).toContainText('已逾期');
    await recording.status('清除登记').click();
    await app.asOf.selectOption({ index: 0 });
    await expect(app.item.fact('进展')).toContainText('未记录');
  });
});

test('a clerk says once which committee is hers: its page opens by its own address, after a reload too', async ({
  app,
  page,
}) => {
  await app.open('#/units');
  await app.main.getByRole('link', { name: '我的工委' }).click();
  await expect(app.heading).toHaveText('我的工委');
  await app.main.getByRole('button', { name: '法制工委' }).click();
  await expect(app.heading).toHaveText('法制工委');
  await expect(app.heading).toBeFocused();
  await app.expectSaved();
  await app.open('#/mine');
  await expect(app.heading).toHaveText('法制工委');
  const first = app.main.locator('.list a[data-item]').first();
  const title = await first.textContent();
  await first.click();
  await app.item.expectOpen(title);
  await expect(page.locator('.position')).toContainText('第 1 件');
  // It is the unit that stands beside what she records.
  await app.open('#/data');
  await expect(app.main.getByRole('combobox', { name: '单位', exact: true })).toHaveValue('law');
});
