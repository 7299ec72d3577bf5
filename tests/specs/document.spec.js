// What is on screen is what the document says. The document is read by these tests themselves.
import { Matrix } from '../pages/matrix.js';
import { Tables } from '../pages/tables.js';
import { MONTHS, SHARED, UNITS, UNIT_IDS, covers, readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const titles = (items) => items.map((item) => item.title);
const sorted = (list) => [...list].sort();

test('the reader of these tests finds 43 scheduled items, 39 monthly tasks and 20 points in the document', () => {
  expect(source.schedule).toHaveLength(43);
  expect(source.monthly).toHaveLength(39);
  expect(source.points.map((point) => point.no)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  for (const category of source.categories) {
    const items = source.schedule.filter((item) => item.category === category.no);
    expect(items.length, category.name).toBe(category.stated);
  }
});

test('the overview and the rail count what the document holds', async ({ app }) => {
  await app.open();
  const all = app.main.locator('.figs');
  await expect(all).toContainText('82全年事项（安排表 43 · 月度 39）');
  const loose = source.items.filter((item) => item.first === null && !item.wholeYear).length;
  await expect(all).toContainText(`${loose}时间未定`);
  // What the document sends to a meeting without naming a month is no session yet.
  const dated = source.items.filter((item) => item.last !== null);
  const agendas = new Set(dated.flatMap((item) => item.meetings.map((meeting) => `${meeting} ${item.last}`)));
  const counts = { 工委: 6, 类别: 9, 会议: agendas.size, 要点: 20 };
  for (const [name, count] of Object.entries(counts)) {
    await expect(app.rail.getByRole('link', { name })).toHaveText(`${name}${count}`);
  }
});

test('every row of annex 1 stands in its category as printed, with stated and actual numbers equal', async ({
  app,
}) => {
  await app.open('#/categories');
  const tables = new Tables(app.main);
  await expect(tables.groups).toHaveCount(source.categories.length);
  for (const [at, category] of source.categories.entries()) {
    const items = source.schedule.filter((item) => item.category === category.no);
    const group = tables.groups.nth(at);
    const head = group.getByRole('rowheader');
    expect(await head.textContent()).toContain(category.name);
    await expect(head).toContainText(
      new RegExp(`文件标明 ${category.stated} 项 (· )?实有 ${items.length} 项$`),
    );
    const rows = await group
      .locator('tr')
      .evaluateAll((rows) => rows.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent)));
    const expected = items.map((item) => [
      String(item.no),
      item.title,
      item.who,
      // The app has one way to write a period.
      item.when.replace('-', '—'),
      item.meetings.includes('常委会会议') ? '✓' : '',
      item.meetings.includes('主任会议') ? '✓' : '',
      standing(item, 7),
    ]);
    expect(rows, category.name).toEqual(expected);
  }
});

test('every task of annex 2 stands in its month as printed, with unit and remark', async ({ app }) => {
  await app.open('#/categories');
  const tables = new Tables(app.main);
  const expected = source.monthly.map((item) => [
    `${item.month}月`,
    String(item.no),
    item.title,
    item.who,
    item.remark,
    standing(item, 7),
  ]);
  expect(await tables.rows(tables.monthly)).toEqual(expected);
});

test('each category has a table of its own, and its number stands beside its name', async ({ app }) => {
  await app.open('#/categories');
  const tables = new Tables(app.main);
  await expect(tables.navigation.getByRole('link', { name: '全部' })).toHaveText('全部82');
  for (const category of source.categories) {
    const items = source.schedule.filter((item) => item.category === category.no);
    const link = tables.navigation.getByRole('link', { name: category.name });
    await expect(link).toHaveText(`${category.name}${items.length}`);
    await link.click();
    await expect(app.heading).toHaveText(category.name);
    const rows = await tables.rows(tables.schedule);
    expect(rows.map((row) => row[1])).toEqual(titles(items));
    await expect(tables.monthly).toHaveCount(0);
  }
  await tables.navigation.getByRole('link', { name: '月度任务' }).click();
  await expect(app.heading).toHaveText('月度任务');
  await expect(tables.schedule).toHaveCount(0);
  await app.filters.expectShown(39, 39);
});

test('each month of the year shows as many items as fall in it', async ({ app }) => {
  await app.open('#/calendar');
  for (const month of MONTHS) {
    const due = source.items.filter((item) => covers(item, month));
    const card = app.main
      .locator('.month')
      .filter({ has: app.page.getByRole('link', { name: `${month}月`, exact: true }) });
    await expect(card.getByRole('heading')).toHaveText(`${month}月${due.length} 件`);
    await expect(card.getByRole('listitem')).toHaveCount(Math.min(due.length, 6));
  }
  const wholeYear = source.items.filter((item) => item.wholeYear);
  const loose = source.items.filter((item) => item.first === null && !item.wholeYear);
  await expect(app.main.getByRole('heading', { level: 3, name: /^全年/ })).toHaveText(
    `全年${wholeYear.length} 件`,
  );
  await expect(app.main.getByRole('heading', { level: 3, name: /^时间未定/ })).toHaveText(
    `时间未定${loose.length} 件`,
  );
});

test('each month on its own lists exactly the items that fall in it', async ({ app }) => {
  await app.open('#/calendar/month/1');
  for (const month of MONTHS) {
    await app.paste(`#/calendar/month/${month}`);
    await expect(app.heading).toHaveText(`2023年${month}月`);
    const due = source.items.filter((item) => covers(item, month));
    await app.filters.expectShown(due.length, due.length);
    expect(sorted(await app.titles())).toEqual(sorted(titles(due)));
  }
});

test('the matrix has one mark per item, unit and month, and each row says how much is done', async ({
  app,
}) => {
  await app.open();
  const matrix = new Matrix(app.main);
  await expect(matrix.rows).toHaveCount(7);
  for (const [row, unit] of [...UNITS, SHARED].entries()) {
    const led = source.items.filter((item) => item.lead === unit);
    await expect(matrix.row(row).getByRole('rowheader')).toHaveText(unit);
    const counts = await matrix
      .row(row)
      .evaluate((line) => [...line.cells].slice(1, 14).map((cell) => cell.querySelectorAll('a.mark').length));
    const expected = MONTHS.map((month) => led.filter((item) => covers(item, month)).length);
    expected.push(led.filter((item) => item.first === null).length);
    expect(counts, unit).toEqual(expected);
    const names = await matrix
      .row(row)
      .evaluate((line) =>
        [...line.cells]
          .slice(1, 14)
          .map((cell) => cell.querySelector('a.cell')?.getAttribute('aria-label') ?? ''),
      );
    const columns = [...MONTHS.map((month) => `${month}月`), '全年/未定'];
    const said = expected.map((count, at) => (count ? `${unit} ${columns[at]}，${count} 件` : ''));
    expect(names, unit).toEqual(said);
    const done = led.filter((item) => item.remark === '已完成').length;
    await expect(matrix.row(row).locator('.fraction')).toHaveText(`已完成${done}/${led.length}`);
  }
});

test('each unit shows what it leads, and its own page what it joins as well', async ({ app }) => {
  await app.open('#/units');
  for (const unit of [...UNITS, SHARED]) {
    const led = source.items.filter((item) => item.lead === unit);
    const card = app.main
      .locator('section.card')
      .filter({ has: app.page.getByRole('heading', { name: unit }) });
    await expect(card.getByText(`${led.length} 件`)).toBeVisible();
    expect(sorted(await app.titles(card)), unit).toEqual(sorted(titles(led)));
  }
  for (const unit of UNITS) {
    await app.paste(`#/units/${UNIT_IDS[unit]}`);
    await expect(app.heading).toHaveText(unit);
    const led = source.items.filter((item) => item.lead === unit);
    const joined = source.items.filter((item) => item.lead !== unit && item.units.includes(unit));
    const figures = app.main.locator('.figs');
    await expect(figures).toContainText(`${led.length}牵头事项`);
    await expect(figures).toContainText(`${joined.length}参与事项`);
    expect(sorted(await app.titles(app.card('牵头事项'))), unit).toEqual(sorted(titles(led)));
    if (joined.length > 0) {
      expect(sorted(await app.titles(app.card('参与事项'))), unit).toEqual(sorted(titles(joined)));
    }
  }
});

test('each meeting has the items that the document sends to it, in the month of their last date', async ({
  app,
}) => {
  await app.open('#/meetings');
  for (const month of [...MONTHS, null]) {
    const heading = app.page.getByRole('heading', {
      level: 2,
      name: month ? `${month}月` : '没有写明月份',
      exact: true,
    });
    const part = app.main.locator('section.card').filter({ has: heading });
    for (const meeting of ['常委会会议', '主任会议']) {
      const sent = source.items.filter((item) => item.last === month && item.meetings.includes(meeting));
      // 视察 is held apart from the meeting, and stands behind its agenda.
      const apart = (item) => month !== null && /^视察|专题视察$/.test(item.title);
      const items = [...sent.filter((item) => !apart(item)), ...sent.filter(apart)];
      const agenda = part
        .locator('section')
        .filter({ has: app.page.getByRole('heading', { name: meeting }) });
      expect(await app.titles(agenda), `${month} ${meeting}`).toEqual(titles(items));
    }
  }
});

test('the points read exactly as in the document, with what a page break had torn apart', async ({ app }) => {
  await app.open('#/points');
  const reading = app.main.getByRole('article');
  await expect(reading.getByRole('heading', { name: source.title })).toBeVisible();
  const sections = await reading.locator('section > h2').allTextContents();
  expect(sections).toEqual(source.sections);
  const points = await reading.locator('.point .text').allTextContents();
  expect(points).toEqual(source.points.map((point) => `${point.no}．${point.text}`));
});

test('an item says what the document says about it: time, units, meeting, remark', async ({ app }) => {
  await app.open();
  for (const id of ['s1-3', 's2-16', 's4-1', 's5-1', 'm1-3', 'm3-3']) {
    const item = source.items.find((item) => item.id === id);
    await app.paste(`#/item/${id}`);
    await app.item.expectOpen(item.title);
    for (const unit of item.units) await expect(app.item.fact('组织实施')).toContainText(unit);
    const months = item.first === item.last ? `${item.first}月` : `${item.first}—${item.last}月`;
    const time = item.wholeYear ? '全年' : item.first === null ? '时间未定' : months;
    await expect(app.item.fact('计划时间')).toContainText(time);
    if (item.meetings.length > 0) {
      await expect(app.item.fact('提交会议')).toHaveText(item.meetings.join('、'));
    }
    if (item.remark) await expect(app.item.fact('文件备注')).toHaveText(item.remark);
    await expect(app.item.fact('进展')).toContainText(standing(item, 7));
  }
});

test('a misprint stays as printed, and what is meant stands beside it', async ({ app }) => {
  await app.open('#/item/s7-4');
  await app.item.expectOpen('开展民生实项目专题视察');
  await expect(app.item.fact('更正')).toContainText('“民生实项目”应为“民生实事项目”');
  await app.paste('#/points/10');
  const point = app.main.locator('#point-10');
  await expect(point.locator('.text')).toContainText('租赁住房 and 老旧小区');
  await expect(point).toContainText('“ and ”应为“和”');
});
