// What people come for, from the first click to the last.
import { Matrix } from '../pages/matrix.js';
import { Tables } from '../pages/tables.js';
import { SHARED, UNITS, covers, readSource, standing } from '../support/source.js';
import { LATER, expect, test } from '../support/test.js';

const source = readSource();
const sorted = (list) => [...list].sort();
const titles = (items) => items.map((item) => item.title);
const late = (month) => source.items.filter((item) => standing(item, month) === '已逾期');

test.describe('the office on Monday morning', () => {
  test('sees what is due this month and next, and goes from there to the whole month', async ({ app }) => {
    await app.open();
    for (const [title, month] of [['本月 · 7月', 7], ['下月 · 8月', 8]]) {
      const due = source.items.filter((item) => covers(item, month));
      const card = app.card(title);
      await expect(card.locator('header')).toContainText(`${due.length} 件`);
      const shown = await app.titles(card);
      expect(shown).toHaveLength(Math.min(8, due.length));
      for (const shownTitle of shown) expect(titles(due)).toContain(shownTitle);
    }
    await app.card('本月 · 7月').getByRole('link', { name: '全部列出' }).click();
    await expect(app.heading).toHaveText('2023年7月');
    const july = source.items.filter((item) => covers(item, 7));
    expect(sorted(await app.titles())).toEqual(sorted(titles(july)));
  });

  test('sees what is late and who owes it', async ({ app }) => {
    await app.open();
    const card = app.card('需要留意');
    await expect(card).toContainText(`${late(7).length} 件`);
    await expect(app.main.locator('.fig.late')).toHaveText(`${late(7).length}已逾期`);
    await card.getByRole('link', { name: '全部列出' }).click();
    await app.filters.expectShown(late(7).length, 82);
    const rows = await app.main.locator('.row:visible').evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('a.title').textContent, row.querySelector('.meta .unit').textContent]),
    );
    expect(sorted(rows.map(String))).toEqual(sorted(late(7).map((item) => String([item.title, item.who]))));
    // One committee at a time.
    await app.filters.choose('工委', '法制工委');
    const owed = late(7).filter((item) => item.units.includes('法制工委'));
    expect(owed.length).toBeGreaterThan(0);
    await app.filters.expectShown(owed.length, 82);
    expect(sorted(await app.titles())).toEqual(sorted(titles(owed)));
  });

  test('sees the plan as it was in April', async ({ app }) => {
    await app.open();
    await app.asOf.selectOption({ label: '4月' });
    await app.expectHash('#/?asof=4');
    await expect(app.main.locator('.fig.late')).toHaveText(`${late(4).length}已逾期`);
    await expect(app.card('本月 · 4月')).toBeVisible();
    await expect(app.card('下月 · 5月')).toBeVisible();
    // The moment stays while one walks through the pages.
    await app.rail.getByRole('link', { name: '类别' }).click();
    await expect(app.heading).toHaveText('类别');
    const tables = new Tables(app.main);
    const rows = await tables.rows(tables.monthly);
    expect(rows.map((row) => row[5])).toEqual(source.monthly.map((item) => standing(item, 4)));
  });

  test('finds no next month in December', async ({ app }) => {
    await app.open('#/?asof=12');
    await expect(app.card('本月 · 12月')).toBeVisible();
    await expect(app.main.getByRole('heading', { name: '下月' })).toHaveCount(0);
  });
});

test.describe('after the year', () => {
  test.use({ today: LATER });

  test('nothing is called late: what nobody recorded is 未记录', async ({ app }) => {
    await app.open();
    await expect(app.main.getByText('这一年度已经结束')).toBeVisible();
    await expect(app.main.locator('.fig.late')).toHaveText('0已逾期');
    await expect(app.main.locator('.fig.unrecorded')).toHaveText('79未记录');
    await app.rail.getByRole('link', { name: '类别' }).click();
    const tables = new Tables(app.main);
    await expect(tables.monthly).toBeVisible();
    const rows = [...(await tables.rows(tables.schedule)), ...(await tables.rows(tables.monthly))];
    expect(rows.map((row) => row.at(-1))).toEqual(source.items.map((item) => standing(item, 'closed')));
  });
});

test.describe('before the year', () => {
  test.use({ today: '2022-12-20T09:00:00' });

  test('the plan says that its year has not begun', async ({ app }) => {
    await app.open();
    await expect(app.main.getByText('这一年度还没有开始')).toBeVisible();
    await expect(app.card('开年 · 1月')).toBeVisible();
    await expect(app.main.locator('.fig.late')).toHaveText('0已逾期');
  });
});

test.describe('a leader with five minutes', () => {
  test('has the year on one screen, with the progress of each committee', async ({ app, page }) => {
    await app.open();
    const matrix = new Matrix(app.main);
    // All rows and the figures are on screen without scrolling.
    await expect(app.main.locator('.figs')).toBeInViewport({ ratio: 1 });
    for (const [at, unit] of [...UNITS, SHARED].entries()) {
      await expect(matrix.row(at), unit).toBeInViewport({ ratio: 1 });
      const led = source.items.filter((item) => item.lead === unit);
      const done = led.filter((item) => standing(item, 7) === '已完成');
      await expect(matrix.row(at).locator('.fraction')).toHaveText(`已完成${done.length}/${led.length}`);
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
    // A mark that is pointed at says what it stands for.
    const mark = matrix.mark(matrix.cell(2, 9), '开展城市更新推进情况专题询问');
    await mark.hover();
    await expect(app.main.locator('.pointed')).toHaveText(
      '开展城市更新推进情况专题询问（城建环资工委 · 9月 · 专题询问 · 未开始）',
    );
    // A cell leads to its items.
    await matrix.cell(1, 7).getByRole('link', { name: /财经工委 7月/ }).click({ position: { x: 2, y: 2 } });
    await expect(app.heading).toHaveText('日历 · 列表');
    const there = source.items.filter((item) => item.lead === '财经工委' && covers(item, 7));
    await app.filters.expectShown(there.length, 82);
    expect(sorted(await app.titles())).toEqual(sorted(titles(there)));
  });

  test('sees how far each category is', async ({ app }) => {
    await app.open();
    await app.rail.getByRole('link', { name: '类别' }).click();
    const tables = new Tables(app.main);
    for (const category of source.categories) {
      await tables.navigation.getByRole('link', { name: category.name }).click();
      await expect(app.heading).toHaveText(category.name);
      const rows = await tables.rows(tables.schedule);
      const items = source.schedule.filter((item) => item.category === category.no);
      expect(rows.map((row) => row[6]), category.name).toEqual(items.map((item) => standing(item, 7)));
    }
  });
});

test.describe('a citizen on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('reads the points, follows one to what implements it, and comes back', async ({ app }) => {
    await app.open();
    await app.rail.getByRole('link', { name: '要点' }).tap();
    await expect(app.heading).toHaveText('要点');
    const point = app.main.locator('#point-5');
    await point.scrollIntoViewIfNeeded();
    await point.getByText('落实事项').tap();
    await point.getByRole('listitem').getByRole('link', { name: '听取区法院关于诉前调解工作情况的报告' }).tap();
    await app.item.expectOpen('听取区法院关于诉前调解工作情况的报告');
    await expect(app.item.panel).toBeInViewport();
    await expect(app.item.fact('计划时间')).toContainText('8月');
    // What lies under the item cannot be reached by accident.
    await expect(app.page.locator('main')).toHaveAttribute('inert', '');
    await app.item.close.tap();
    await app.item.expectClosed();
    await expect(app.heading).toHaveText('要点');
    await expect(point).toBeInViewport();
  });

  test('finds an item by a word and opens it', async ({ app }) => {
    await app.open();
    await app.search.fill('养老');
    await expect(app.heading).toHaveText('搜索');
    const found = source.items.filter((item) => item.title.includes('养老'));
    expect(sorted(await app.titles())).toEqual(sorted(titles(found)));
    await app.main.getByRole('link', { name: found[0].title }).tap();
    await app.item.expectOpen(found[0].title);
    await app.page.goBack();
    await app.item.expectClosed();
    await expect(app.search).toHaveValue('养老');
  });
});
