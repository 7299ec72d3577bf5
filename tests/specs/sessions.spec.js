// Meetings: their day, name and place, what has to be done around them, the days of a month, and agendas on paper.
import { Meeting } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { plain, print } from '../support/paper.js';
import { SIZES } from '../support/sizes.js';
import { MONTHS, covers, readSource } from '../support/source.js';
import { LATER, expect, test } from '../support/test.js';

const source = readSource();
const KIND = '常委会会议';
const NAME = '区十七届人大常委会第十一次会议';
const PLACE = '区机关大楼三楼会议室';
/** What is hidden does not count as text. */
const SEEN = { useInnerText: true };
const USUAL = ['材料征集 会前30', '初稿 会前20', '定稿 会前10', '印发 会前5', '审议意见交办 会后7', '反馈 会后60'];

const titles = (items) => items.map((item) => item.title);
const agenda = (month, kind) =>
  source.items.filter((item) => item.last === month && item.meetings.includes(kind));

async function expectSaved(app) {
  await expect(app.bar.getByText('已保存')).toBeVisible();
}

async function reload(app) {
  await expectSaved(app);
  await app.page.reload();
  await app.ready();
}

/** Goes to the page of the Standing Committee's meeting in July and gives it a day. */
async function dated(app, day) {
  await app.open('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  await meeting.fill(meeting.date, day);
  await expectSaved(app);
  return meeting;
}

test('before a session: its agenda, its date set once for all its items, printed on a sheet of its own', async ({
  app,
  page,
}) => {
  await app.open('#/meetings');
  const meeting = Meeting.among(app, 7, KIND);
  const items = agenda(7, KIND);
  expect(items.length).toBeGreaterThan(3);
  expect(await meeting.items.allTextContents()).toEqual(titles(items));
  await expect(meeting.said).toContainText('日期未定');
  await meeting.edit.click();
  await meeting.fill(meeting.date, '2023-07-26');
  await meeting.fill(meeting.name, NAME);
  await meeting.fill(meeting.place, PLACE);
  const said = `7月26日 星期三 · 还有 11 天 · ${NAME} · ${PLACE}`;
  await expect(meeting.said).toContainText(said);
  await expect(meeting.hint).toBeHidden();
  await reload(app);
  await expect(meeting.said).toContainText(said);

  // All its items have the day, in the calendar and by themselves.
  await app.paste('#/calendar/month/7');
  const month = new MonthGrid(app);
  await expect(month.meeting(26)).toHaveText(KIND + NAME);
  expect(await month.items(26).allTextContents()).toEqual(titles(items));
  for (const item of items) {
    await app.paste(`#/item/${item.id}`);
    await app.item.expectOpen(item.title);
    await expect(app.item.fact('提交会议')).toHaveText(`${KIND} · 7月26日`);
  }

  await app.paste('#/meetings');
  await meeting.print.click();
  await app.expectHash('#/meetings/standing-7');
  await expect(app.heading).toHaveText(NAME);
  const sheets = await print(page);
  expect(sheets).toHaveLength(1);
  expect(sheets[0].size).toEqual([210, 297]);
  const { text } = sheets[0];
  const order = [NAME, '2023年7月26日（星期三）', PLACE, '议程', ...titles(items)].map(plain);
  const places = order.map((part) => text.indexOf(part));
  for (const [at, place] of places.entries()) expect(place, order[at]).toBeGreaterThanOrEqual(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text.startsWith(plain(NAME)), text.slice(0, 60)).toBe(true);
  for (const other of ['打印议程', '全部会议', '筹备步骤', '材料征集', '撤销', '已保存', '日期、名称', source.title]) {
    expect(text, other).not.toContain(plain(other));
  }
  const others = source.items.filter((item) => !items.includes(item));
  for (const other of others) expect(text).not.toContain(plain(other.title));
});

test('Ctrl+Z takes a date back, from the date field too, and Ctrl+Shift+Z sets it again', async ({ app, page }) => {
  const meeting = await dated(app, '2023-07-26');
  const said = meeting.part.locator('.agenda-page dd').first();
  await expect(said).toHaveText('2023年7月26日（星期三）');
  await meeting.date.fill('2023-07-27');
  await expect(said).toHaveText('2023年7月27日（星期四）');
  await expect(meeting.date).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(said).toHaveText('2023年7月26日（星期三）');
  await expect(page.getByText('已撤销：把7月常委会会议的日期定为2023年7月27日')).toBeVisible();
  await expect(meeting.date).toHaveValue('2023-07-26');
  await meeting.date.blur();
  await page.keyboard.press('Control+z');
  await expect(said).toHaveText('未定');
  await expect(meeting.date).toHaveValue('');
  await page.keyboard.press('Control+Shift+Z');
  await expect(said).toHaveText('2023年7月26日（星期三）');
  // It is kept as it is now.
  await reload(app);
  await expect(said).toHaveText('2023年7月26日（星期三）');
});

test('a date that is being typed changes nothing until it is whole', async ({ app, page }) => {
  const meeting = await dated(app, '2023-07-26');
  const said = meeting.part.locator('.agenda-page dd').first();
  await meeting.date.focus();
  await page.keyboard.press('Backspace');
  await expect(meeting.date).toHaveValue('');
  await expect(said).toHaveText('2023年7月26日（星期三）');
  // What was left half is shown as it is kept.
  await meeting.date.blur();
  await expect(meeting.date).toHaveValue('2023-07-26');
  await meeting.date.fill('');
  await expect(said).toHaveText('未定');
});

for (const { day, says, hint } of [
  { day: '2023-07-15', says: '7月15日 星期六 · 今天', hint: '' },
  { day: '2023-07-12', says: '7月12日 星期三 · 已过 3 天', hint: '' },
  { day: '2023-08-02', says: '8月2日 星期三 · 还有 18 天', hint: '您填的日期在8月。计划中这次会议在2023年7月。' },
  { day: '2024-01-10', says: '2024年1月10日 星期三 · 还有 179 天', hint: '您填的日期在2024年。' },
]) {
  test(`a meeting on ${day} is accepted: ${says}`, async ({ app }) => {
    await app.open('#/meetings');
    const meeting = Meeting.among(app, 7, KIND);
    await meeting.edit.click();
    await meeting.fill(meeting.date, day);
    await expect(meeting.said).toContainText(says);
    if (hint) await expect(meeting.hint).toContainText(hint);
    else await expect(meeting.hint).toBeHidden();
    await reload(app);
    await expect(meeting.said).toContainText(says);
  });
}

test('the usual steps are a suggestion; edited ones survive a reload, and the usual ones come back on request', async ({
  app,
  page,
}) => {
  await app.open('#/meetings');
  const meeting = Meeting.among(app, 7, KIND);
  await expect(meeting.prepare).toHaveText('筹备步骤 0/6', SEEN);
  await meeting.prepare.click();
  await expect(meeting.steps).toContainText('建议，不是规定');
  expect(await meeting.readSteps()).toEqual(USUAL);
  await expect(meeting.step(0).due).toHaveText('日期未定', SEEN);
  await expect(meeting.resetSteps).toBeHidden();

  await meeting.fill(meeting.step(1).days, '15');
  await meeting.fill(meeting.step(2).name, '党组会审定');
  await meeting.step(3).side.selectOption({ label: '会后' });
  await meeting.step(0).done.check();
  await meeting.addStep.click();
  await expect(meeting.rows).toHaveCount(7);
  const added = meeting.rows.filter({ has: page.locator('input:focus') });
  await expect(added).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('会务通知');
  await page.keyboard.press('Tab');
  await meeting.rows.last().getByRole('button', { name: '删除步骤“反馈”' }).click();
  const edited = ['材料征集 会前30 ✓', '初稿 会前15', '党组会审定 会前10', '会务通知 会前1', '印发 会后5', '审议意见交办 会后7'];
  await expect.poll(() => meeting.readSteps()).toEqual(edited);
  await expect(meeting.prepare).toContainText('筹备步骤 1/6');

  await reload(app);
  await expect(meeting.prepare).toHaveText('筹备步骤 1/6', SEEN);
  await meeting.prepare.click();
  await expect.poll(() => meeting.readSteps()).toEqual(edited);
  await expect(meeting.steps).not.toContainText('建议');

  await meeting.resetSteps.click();
  await expect.poll(() => meeting.readSteps()).toEqual(USUAL);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => meeting.readSteps()).toEqual(edited);
});

test('a step keeps a name and a number, and the focus goes on to the next field', async ({ app, page }) => {
  await app.open('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  const step = meeting.step(1);
  await meeting.fill(step.name, '  ');
  await expect(step.name).toHaveValue('初稿');
  await meeting.fill(step.days, '');
  await expect(step.days).toHaveValue('20');
  await meeting.fill(step.days, '-7');
  await expect(step.days).toHaveValue('7');
  await meeting.fill(step.days, '99999');
  await expect(step.days).toHaveValue('999');
  await step.days.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('12');
  await page.keyboard.press('Tab');
  await expect(step.done).toBeFocused();
  await page.keyboard.press('Space');
  await expect(step.done).toBeChecked();
  await expect(step.done).toBeFocused();
  expect((await meeting.readSteps())[1]).toBe('初稿 会前12 ✓');
  await page.keyboard.press('Control+z');
  await expect(step.done).not.toBeChecked();
  // A row stays where it is while its days are changed, and is in its place when the page opens next.
  await meeting.fill(step.days, '3');
  expect((await meeting.readSteps())[1]).toBe('初稿 会前3');
  await reload(app);
  await expect.poll(async () => (await meeting.readSteps())[3]).toBe('初稿 会前3');
  const later = meeting.step(3);
  await meeting.fill(later.days, '0');
  await later.side.selectOption({ label: '会前' });
  await expect(later.days).toHaveValue('1');
});

test('steps have a day once the meeting has one, and what is overdue says so until it is done', async ({ app }) => {
  const meeting = await dated(app, '2023-07-26');
  await expect(meeting.step(0).due).toContainText('6月26日 星期一');
  await expect(meeting.step(0).late).toBeVisible();
  await expect(meeting.step(2).due).toHaveText('7月16日 星期日 · 还有 1 天', SEEN);
  await meeting.step(0).done.check();
  await expect(meeting.step(0).late).toBeHidden();

  // 总览 reminds of the rest: of what is overdue and what is due within two weeks.
  await app.paste('#/');
  const card = app.card('会议筹备');
  const lines = card.getByRole('listitem');
  await expect(lines).toHaveText([
    '7月常委会会议：初稿7月6日 星期四 · 已过 9 天已逾期',
    '7月常委会会议：定稿7月16日 星期日 · 还有 1 天',
    '7月常委会会议：印发7月21日 星期五 · 还有 6 天',
  ]);
  await card.getByRole('link', { name: '7月常委会会议：定稿' }).click();
  await expect(app.heading).toHaveText('7月常委会会议');
  for (const at of [1, 2, 3]) await meeting.step(at).done.check();
  await app.paste('#/');
  await expect(app.card('需要留意')).toBeVisible();
  await expect(card).toHaveCount(0);
  await app.paste('#/meetings');
  await expect(Meeting.among(app, 7, KIND).prepare).toHaveText('筹备步骤 4/6', SEEN);
});

test.describe('after the year', () => {
  test.use({ today: LATER });

  test('nothing of its meetings is overdue', async ({ app }) => {
    const meeting = await dated(app, '2023-07-26');
    await expect(meeting.step(0).due).toContainText('6月26日');
    await expect(meeting.steps.getByText('已逾期').and(app.page.locator(':visible'))).toHaveCount(0);
    await app.paste('#/');
    await expect(app.card('需要留意')).toBeVisible();
    await expect(app.card('会议筹备')).toHaveCount(0);
  });
});

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
    expect(days.filter(([day]) => day), `${number}`).toEqual(expected);
    await expect(month.today).toHaveCount(number === 7 ? 1 : 0);
  }
  await app.paste('#/calendar/month/7');
  await expect(month.today).toContainText('15');
  await expect(month.today).toContainText('今天');
});

test('an item with a day of its own stands on it, and what has none is listed below', async ({ app, page }) => {
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
    await expect(month.items(day)).toHaveText([item.title]);
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
  await expect(month.items(7)).toHaveText([moved.title]);
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
    const items = agenda(7, KIND);
    await expect(month.items(26)).toHaveText(titles(items));
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
