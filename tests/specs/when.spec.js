// When an item is has one answer: put off in July, it is in July on every page and in every file. The clock stands in the
// middle of the plan's year.
import { Exports } from '../pages/exports.js';
import { Matrix } from '../pages/matrix.js';
import { Meeting } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { Bulletin } from '../pages/progress.js';
import { Tables } from '../pages/tables.js';
import { record, status } from '../support/ledger.js';
import { events, months, rows, uid } from '../support/readers.js';
import { UNITS, covers, readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

test.use({ today: '2023-07-10T09:00:00' });

const source = readSource();
const of = (id) => source.items.find((item) => item.id === id);
/** Of March to June, for the chairpersons. */
const MOVED = of('s4-1');
const count = (month) => source.items.filter((item) => covers(item, month)).length;
const fig = (app, name) => app.main.locator('.figs').first().locator('.fig').filter({ hasText: name });

test.describe('put off from 3—6月 to 7月', () => {
  test.beforeEach(async ({ app }) => {
    await app.open(`#/item/${MOVED.id}`);
    await app.record.postponeTo('7月');
    await app.expectSaved();
  });

  test('the item and the lists say from when to when', async ({ app }) => {
    await expect(app.item.fact('计划时间')).toContainText('3—6月→7月');
    await expect(app.item.fact('进展')).toContainText('已推迟');
    for (const hash of [
      '#/',
      '#/calendar/list',
      '#/units',
      '#/units/edu',
      '#/meetings',
      '#/meetings/chairpersons-7',
    ]) {
      await app.paste(hash);
      const row = app.main.locator(`.row:has(a[data-item="${MOVED.id}"])`).first();
      await expect(row.locator('.when'), hash).toHaveText('3—6月→7月');
    }
    await app.paste('#/categories/4');
    const cells = app.main.locator(`tr:has(a[data-item="${MOVED.id}"]) td`);
    await expect(cells.filter({ hasText: '→' })).toHaveText('3—6月→7月');
    await app.paste(`#/search?q=${encodeURIComponent(MOVED.title)}`);
    await expect(app.main.locator('.hit .when').first()).toHaveText('3—6月→7月');
    await app.paste('#/points');
    await expect(app.main.locator(`.pledged li:has(a[data-item="${MOVED.id}"]) .when`).first()).toHaveText(
      '3—6月→7月',
    );
  });

  test('it is in July in the matrix, the year, the month, the timeline and by the filter, and in no other month', async ({
    app,
  }) => {
    await app.paste('#/');
    const matrix = new Matrix(app.main);
    const row = UNITS.indexOf(MOVED.lead);
    await expect(matrix.mark(matrix.cell(row, 7), MOVED.title)).toHaveCount(1);
    for (const month of [3, 4, 5, 6]) {
      await expect(matrix.mark(matrix.cell(row, month), MOVED.title), `month ${month}`).toHaveCount(0);
    }
    // With the keyboard one still gets into it, once.
    await expect(app.main.locator('.matrix [tabindex="0"]')).toHaveCount(1);
    await expect(app.card('本月 · 7月').locator('header')).toContainText(`${count(7) + 1} 件`);

    await app.paste('#/calendar');
    for (const [month, expected] of [
      [6, count(6) - 1],
      [7, count(7) + 1],
    ]) {
      const card = app.main.locator('.month').nth(month - 1);
      await expect(card.getByRole('heading')).toHaveText(`${month}月${expected} 件`);
    }

    await app.paste('#/calendar/month/7');
    await expect(app.main.locator(`a[data-item="${MOVED.id}"]`)).toBeVisible();
    await app.filters.expectShown(count(7) + 1, count(7) + 1);
    await app.paste('#/calendar/month/6');
    await app.filters.expectShown(count(6) - 1, count(6) - 1);

    await app.paste('#/calendar/timeline');
    const bar = app.main.locator(`li:has(a[data-item="${MOVED.id}"]) .tl-row`);
    await expect(bar.locator('.span:not(.before)')).toHaveAttribute('style', /grid-column:\s*7\/8/);
    await expect(bar.locator('.before')).toHaveAttribute('style', /grid-column:\s*3\/7/);
    await expect(bar).toContainText('3—6月→7月');

    await app.paste('#/calendar/list');
    await expect(app.card('7月').locator(`a[data-item="${MOVED.id}"]`)).toBeVisible();
    await app.paste(`#/calendar/list?when=7&text=${encodeURIComponent(MOVED.title)}`);
    await app.filters.expectShown(1, 82);
    await app.paste(`#/calendar/list?when=3,4,5,6&text=${encodeURIComponent(MOVED.title)}`);
    await app.filters.expectShown(0, 82);
  });

  test('it is on the agenda of July and no longer on that of June', async ({ app }) => {
    await app.paste('#/meetings');
    await expect(Meeting.among(app, 7, '主任会议').items).toHaveText([MOVED.title]);
    expect(await Meeting.among(app, 6, '主任会议').items.allTextContents()).not.toContain(MOVED.title);
    await app.paste('#/meetings/chairpersons-6');
    await expect(app.heading).toHaveText('6月主任会议');
    await expect(app.main.locator(`a[data-item="${MOVED.id}"]`)).toHaveCount(0);
    await app.paste('#/meetings/chairpersons-7');
    const meeting = Meeting.alone(app);
    await expect(meeting.items).toHaveText([MOVED.title]);
    await meeting.fill(meeting.date, '2023-07-12');
    await app.paste('#/calendar/month/7');
    await expect.poll(() => new MonthGrid(app).titles(12)).toEqual([MOVED.title]);
    await app.paste(`#/item/${MOVED.id}`);
    await expect(app.item.fact('提交会议')).toHaveText('主任会议 · 7月12日');
    // Taken back, its day is not lost with it.
    await app.record.clear.click();
    await app.paste('#/meetings');
    await expect(Meeting.among(app, 7, '主任会议').said).toContainText('7月12日');
  });

  test('files and the bulletin say the same, also once it is done', async ({ app }) => {
    const exports = new Exports(app);
    for (const standing of ['已推迟', '已完成']) {
      if (standing === '已完成') {
        await app.paste(`#/item/${MOVED.id}`);
        await app.record.status('已完成').click();
        await app.record.expectStatus('已完成');
        await expect(app.item.fact('计划时间')).toContainText('3—6月→7月');
      }
      await app.paste('#/calendar/list');
      const table = rows((await exports.download(exports.table)).bytes);
      const row = table.find((row) => row.编号 === MOVED.id);
      expect(row).toMatchObject({ 时间: '3—6月→7月', 推迟到: '7月', 进展: standing });
      const event = events((await exports.download(exports.calendar)).bytes)[uid(MOVED.id)];
      expect(event.days).toBe(months(7));
      expect(event.description).toContain('计划时间：3—6月→7月');
      await app.paste('#/progress/bulletin/7');
      const line = new Bulletin(app).paper.getByRole('listitem').filter({ hasText: MOVED.title });
      await expect(line).toContainText('（3—6月→7月）');
    }
  });
});

test.describe('putting off', () => {
  test('offers the next month from today, and none that is over; nothing is recorded before it is confirmed', async ({
    app,
    page,
  }) => {
    await app.open('#/item/m2-1');
    await app.record.status('已推迟').click();
    await expect(app.record.month).toHaveValue('8');
    const labels = ['7月', '8月', '9月', '10月', '11月', '12月'];
    await expect(app.record.month.locator('option')).toHaveText(labels);
    await app.record.expectStatus(null);
    await app.record.month.selectOption('9');
    await app.record.expectStatus(null);
    await expect(app.told).toBeEmpty();
    await page.reload();
    await app.record.expectStatus(null);
    // It is called off, or gives way to another status.
    await app.record.status('已推迟').click();
    await app.record.part.getByRole('button', { name: '取消', exact: true }).click();
    await expect(app.record.month).toBeHidden();
    await app.record.status('已推迟').click();
    await app.record.status('进行中').click();
    await app.record.expectStatus('进行中');
    await expect(app.record.month).toBeHidden();
    await app.record.postponeTo('8月');
    await expect(app.told).toContainText('推迟到8月');
    await expect(app.item.fact('计划时间')).toContainText('2月→8月');
  });

  test('from a list it offers the same', async ({ app }) => {
    await app.open('#/calendar/list');
    await app.signs.of(of('m2-1').title).click();
    await expect(app.signs.month).toHaveValue('8');
    await expect(app.signs.month.locator('option').first()).toHaveText('7月');
    await app.signs.cancel.click();
    await app.signs.of(of('s2-9').title).click();
    await expect(app.signs.month.locator('option')).toHaveText(['9月', '10月', '11月', '12月']);
  });

  test('of December nothing is left to choose, and that is said', async ({ app }) => {
    await app.open('#/item/m12-1');
    await app.record.status('已推迟').click();
    await expect(app.record.part).toContainText('本年度内没有更晚的月份');
    await expect(app.record.month).toBeHidden();
    await expect(app.record.postpone).toBeHidden();
    await app.open('#/calendar/list');
    await app.signs.of(of('m12-1').title).click();
    await expect(app.signs.status('已推迟')).toBeDisabled();
    await app.signs.status('已取消').click();
    await app.signs.expectSaid(of('m12-1').title, '已取消');
  });
});

test('what is in hand and late is shown, counted and found as both', async ({ app, page }) => {
  await record(page, { items: { 'm4-1': { status: status('doing', '2023-07-03T10:00') } } });
  const late = source.items.filter((item) => standing(item, 7) === '已逾期').length;
  await app.open('#/');
  await expect(fig(app, '已逾期')).toHaveText(`${late}已逾期其中 1 件进行中`);
  await expect(app.main.locator('.fig.doing').first()).toHaveText('1进行中');
  await expect(app.card('需要留意').locator('header')).toContainText(`${late} 件`);
  const title = of('m4-1').title;
  for (const [choice, all] of [
    ['late', late],
    ['doing', 1],
  ]) {
    await app.paste(`#/calendar/list?progress=${choice}`);
    await app.filters.expectShown(all, 82);
    await app.signs.expectSaid(title, '进行中 · 已逾期');
  }
  await app.paste('#/progress/bulletin/7');
  const bulletin = new Bulletin(app);
  expect((await bulletin.parts())[of('m4-1').lead]['进行中 · 已逾期']).toHaveLength(1);
  await expect(bulletin.figures).toContainText(`${late}已逾期其中 1 件进行中`);
});

test('a day that is still ahead is a planned one; of what is done, it is doubted', async ({ app }) => {
  await app.open('#/item/m7-1');
  await expect(app.record.day).toBeEnabled();
  // Its name changes with what it says.
  await app.record.day.fill('2023-07-27');
  await app.record.day.blur();
  await expect(app.record.day).toHaveValue('2023-07-27');
  await expect(app.record.part).toContainText('预定日期');
  await app.record.status('已完成').click();
  await expect(app.record.part).toContainText('这一天还没有到');
  await app.record.day.fill('2023-07-07');
  await app.record.day.blur();
  await expect(app.record.part).toContainText('实际日期');
  await expect(app.record.part).not.toContainText('这一天还没有到');
  await expect(app.item.fact('进展')).toHaveText('已完成7月7日完成');
});

test('a meeting has an hour', async ({ app, page }) => {
  await app.open('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  await meeting.fill(meeting.date, '2023-07-27');
  const hour = meeting.fields.getByLabel('时间', { exact: true });
  await meeting.fill(hour, '09:30');
  await expect(app.main.locator('.facts')).toContainText('2023年7月27日（星期四） 09:30');
  await app.expectSaved();
  await page.reload();
  await expect(hour).toHaveValue('09:30');
  await app.paste('#/meetings');
  await expect(Meeting.among(app, 7, '常委会会议').said).toContainText('7月27日 星期四 09:30');
});

test('periods are written in one way on every page', async ({ app }) => {
  for (const hash of [
    '#/',
    '#/calendar',
    '#/calendar/list',
    '#/units',
    '#/categories',
    '#/meetings',
    '#/points/coverage',
  ]) {
    await app.open(hash);
    // Titles are as they were printed.
    const said = await app.main.evaluate((main) => {
      const copy = main.cloneNode(true);
      for (const title of copy.querySelectorAll('a[data-item]')) title.remove();
      return copy.textContent;
    });
    expect(said, hash).not.toMatch(/\d-\d+ ?月/);
  }
  await app.open('#/categories/9');
  const cells = await new Tables(app.main).rows(new Tables(app.main).schedule);
  expect(cells[0][3]).toBe('2—3月');
});
