// Meetings: their day, name and place, what has to be done around them, agendas on paper.
import { Meeting, dated, reload } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { plain, print } from '../support/paper.js';
import { readSource } from '../support/source.js';
import { LATER, expect, test } from '../support/test.js';

const source = readSource();
const KIND = '常委会会议';
const NAME = '区十七届人大常委会第十一次会议';
const PLACE = '区机关大楼三楼会议室';
/** What is hidden does not count as text. */
const SEEN = { useInnerText: true };
const USUAL = [
  '材料征集 会前30',
  '初稿 会前20',
  '定稿 会前10',
  '印发 会前5',
  '审议意见交办 会后7',
  '反馈 会后60',
];

const titles = (items) => items.map((item) => item.title);
const agenda = (month, kind) =>
  source.items.filter((item) => item.last === month && item.meetings.includes(kind));

test('before a session: its agenda, its date set once for all its items, printed on a sheet of its own', async ({
  app,
  page,
}) => {
  // Nothing but a sheet comes of it here.
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
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
  expect(await month.titles(26)).toEqual(titles(items));
  for (const item of items) {
    await app.paste(`#/item/${item.id}`);
    await app.item.expectOpen(item.title);
    await expect(app.item.fact('提交会议')).toHaveText(`${KIND} · 7月26日`);
  }

  await app.paste('#/meetings');
  await meeting.print.click();
  await app.expectHash('#/meetings/standing-7');
  await expect(app.heading).toHaveText(NAME);
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  const sheets = await print(page);
  expect(sheets).toHaveLength(1);
  expect(sheets[0].size).toEqual([210, 297]);
  const { text } = sheets[0];
  const order = [NAME, '2023年7月26日（星期三）', PLACE, '议程', ...titles(items)].map(plain);
  const places = order.map((part) => text.indexOf(part));
  for (const [at, place] of places.entries()) expect(place, order[at]).toBeGreaterThanOrEqual(0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text.startsWith(plain(NAME)), text.slice(0, 60)).toBe(true);
  for (const other of [
    '打印议程',
    '全部会议',
    '筹备步骤',
    '材料征集',
    '撤销',
    '已保存',
    '名称、日期',
    source.title,
  ]) {
    expect(text, other).not.toContain(plain(other));
  }
  const others = source.items.filter((item) => !items.includes(item));
  for (const other of others) expect(text).not.toContain(plain(other.title));
});

test('Ctrl+Z takes a date back, from the date field too, and Ctrl+Shift+Z sets it again', async ({
  app,
  page,
}) => {
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
  {
    day: '2023-08-02',
    says: '8月2日 星期三 · 还有 18 天',
    hint: '您填的日期在8月。计划中这次会议在2023年7月。',
  },
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
  const edited = [
    '材料征集 会前30 ✓',
    '初稿 会前15',
    '党组会审定 会前10',
    '会务通知 会前1',
    '印发 会后5',
    '审议意见交办 会后7',
  ];
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

test('steps have a day once the meeting has one, and what is overdue says so until it is done', async ({
  app,
}) => {
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
