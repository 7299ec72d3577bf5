// The plan and its progress for other programs: a table and a calendar that readers of others understand, in which what
// anybody typed is nothing but text.
import { Data } from '../pages/data.js';
import { Exports } from '../pages/exports.js';
import { Meeting, dated } from '../pages/meeting.js';
import { Notes } from '../pages/notes.js';
import { Bulletin } from '../pages/progress.js';
import { events, months, rows, uid } from '../support/readers.js';
import { readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const ids = (items) => items.map((item) => item.id);
const timed = source.items.filter((item) => item.first !== null);
const agenda = source.items.filter((item) => item.last === 7 && item.meetings.includes('常委会会议'));

const FORMULA = `=cmd|' /C calc'!A0","=1+1\n=HYPERLINK("http://example.com";"看,这里")\\n👩‍👩‍👧`;
const NAME = `=第,十一;次会议\\n"甲"👩‍👩‍👧🇨🇳${'会'.repeat(50)}`;
const PLACE = 'BEGIN:VEVENT;三楼,会议室\\';

/** An item with a note, one that is put off, one that is off, one with a day, and a meeting with a day. */
async function recordMuch(app) {
  const notes = new Notes(app);
  await notes.open('m7-1');
  await notes.write('先前的记录');
  await notes.write(FORMULA);
  await notes.show('m3-1');
  await app.record.postponeTo('12月');
  await app.record.reason.fill('+等上级文件');
  await app.record.reason.blur();
  await notes.show('m3-2');
  await notes.setStatus('已取消');
  await notes.show('m3-3');
  await app.record.day.fill('2023-03-31');
  await app.record.day.blur();
  await app.paste('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  await meeting.fill(meeting.date, '2023-07-26');
  await meeting.fill(meeting.name, NAME);
  await meeting.fill(meeting.place, PLACE);
  const data = new Data(app);
  await data.show();
  await data.name('@王芳');
}

test('promise 26: another program reads the table as what the document says and what was recorded', async ({
  app,
}) => {
  await recordMuch(app);
  const exports = new Exports(app);
  const { name, bytes } = await exports.download(exports.wholeTable);
  expect(name).toBe('要点-nanhai-2023-事项表-20230715.csv');
  await exports.expectSaid('表格（82 件事项）已交给浏览器下载。可用 Excel、WPS 打开。');

  const read = rows(bytes);
  expect(read.map((row) => row.编号)).toEqual(ids(source.items));
  for (const [at, item] of source.items.entries()) {
    const row = read[at];
    const category = item.category ? source.categories[item.category - 1].name : '';
    expect([row.事项, row.来源, row.类别, row.序号]).toEqual([
      item.title,
      item.category ? '安排表' : '月度任务',
      category,
      String(item.no),
    ]);
    expect(row.会议).toBe(item.meetings.join('、'));
    if (item.first) {
      const planned = item.first === item.last ? `${item.first}月` : `${item.first}—${item.last}月`;
      expect(row.时间).toBe(item.id === 'm3-1' ? `${planned}→12月` : planned);
    }
    if (!['m3-1', 'm3-2', 'm3-3'].includes(item.id)) expect(row.进展, item.id).toBe(standing(item, 7));
    const held = agenda.includes(item) ? '2023-07-26' : '';
    expect(row.会议日期, item.id).toBe(held);
    for (const [column, cell] of Object.entries(row))
      expect(cell.trim(), column).not.toMatch(/^[=+\-@＝＋－＠]/);
  }
  const of = (id) => read.find((row) => row.编号 === id);
  expect(of('m7-1')).toMatchObject({ 最近记录: `\u200b${FORMULA}`, 记录数: '2', 登记人: '\u200b@王芳' });
  expect(of('m3-1')).toMatchObject({ 进展: '已推迟', 推迟到: '12月', 原因或说明: '\u200b+等上级文件' });
  expect(of('m3-2')).toMatchObject({ 进展: '已取消', 推迟到: '' });
  expect(of('m3-3')).toMatchObject({ 实际日期: '2023-03-31' });
});

test('promise 26: another program reads the calendar: months as months, days as days, a meeting with its agenda', async ({
  app,
}) => {
  await recordMuch(app);
  const exports = new Exports(app);
  const { name, bytes } = await exports.download(exports.wholeCalendar);
  expect(name).toBe('要点-nanhai-2023-日历-20230715.ics');
  const loose = source.items.length - timed.length;
  await exports.expectSaid(`另有 ${loose} 件事项没有写明月份，不在其中。`);

  const read = events(bytes);
  const own = timed.filter((item) => !agenda.includes(item));
  expect(Object.keys(read).sort()).toEqual([uid('standing_committee-7'), ...ids(own).map(uid)].sort());
  for (const item of own) {
    const event = read[uid(item.id)];
    const days =
      { 'm3-1': months(12), 'm3-3': '2023-03-31 2023-04-01' }[item.id] ?? months(item.first, item.last);
    expect(event.days, item.title).toBe(days);
    const off = item.id === 'm3-2';
    expect([event.summary, event.status]).toEqual(
      off ? [`（已取消）${item.title}`, 'CANCELLED'] : [item.title, 'CONFIRMED'],
    );
    expect(event.description).toContain(item.who);
    expect([event.busy, event.stamp]).toEqual(['TRANSPARENT', '2023-07-15T01:00:00Z']);
  }
  expect(read[uid('m3-1')].description).toContain('进展：已推迟，推迟到12月（截至7月）');
  // What is noted stays here: calendars are handed on.
  expect(bytes.toString('utf8')).not.toMatch(/calc|上级文件|王芳/);

  const meeting = read[uid('standing_committee-7')];
  expect(meeting).toMatchObject({
    days: '2023-07-26 2023-07-27',
    summary: NAME.slice(0, 80).trim(),
    place: PLACE,
  });
  const lines = agenda.map((item, at) => `${at + 1}. ${item.title}（${item.who}）`);
  expect(meeting.description).toBe(['议程：', ...lines].join('\n'));
});

test('promise 26: what the filter lets through is what is exported', async ({ app }) => {
  const exports = new Exports(app);
  const law = source.items.filter((item) => item.units.includes('法制工委'));
  await app.open('#/calendar/list');
  await app.filters.choose('工委', '法制工委');
  await app.filters.expectShown(law.length, source.items.length);
  const table = await exports.download(exports.table);
  expect(table.name).toBe(`要点-nanhai-2023-事项表-${law.length}件-20230715.csv`);
  expect(rows(table.bytes).map((row) => row.编号)).toEqual(ids(law));
  await exports.expectSaid(`表格（${law.length} 件事项）`);
  const calendar = await exports.download(exports.calendar);
  expect(calendar.name).toBe(`要点-nanhai-2023-日历-${law.length}件-20230715.ics`);
  const expected = law.filter((item) => item.first !== null);
  expect(Object.keys(events(calendar.bytes)).sort()).toEqual(ids(expected).map(uid).sort());

  await app.filters.text.fill('没有这个词');
  await app.filters.expectShown(0, source.items.length);
  await exports.calendar.click();
  await exports.expectSaid('没有符合条件的事项。');

  // A committee's page, seen from another month, which the name says.
  await app.paste('#/units/law');
  await expect(app.heading).toHaveText('法制工委');
  await app.asOf.selectOption({ label: '12月' });
  const unit = await exports.download(exports.table);
  expect(unit.name).toMatch(/^要点-nanhai-2023-事项表-\d+件-截至12月-20230715\.csv$/);
  const late = law.filter((item) => item.last !== null && item.last < 12).map((item) => item.id);
  const read = rows(unit.bytes);
  expect(read.filter((row) => row.进展 === '已逾期').map((row) => row.编号)).toEqual(
    expect.arrayContaining(late),
  );
});

test('promise 26: the bulletin goes into a table with the items that it tells of', async ({ app }) => {
  const exports = new Exports(app);
  await app.open('#/progress/bulletin/7');
  const told = (await new Bulletin(app).counted()).通报事项;
  const { bytes } = await exports.download(exports.toldTable);
  const read = rows(bytes);
  expect(read).toHaveLength(told);
  const lines = await app.main.getByRole('article').locator('li a').allTextContents();
  for (const [at, row] of read.entries()) expect(lines[at]).toContain(row.事项);
});

test('promise 26: an item and a meeting go into a calendar by themselves, and later again in place of what is there', async ({
  app,
  page,
}) => {
  const exports = new Exports(app);
  const [first] = agenda;
  await app.open(`#/calendar/list?item=${first.id}`);
  const planned = await exports.download(exports.add);
  expect(planned.name).toBe(`要点-nanhai-2023-日历-${first.id}-20230715.ics`);
  const before = events(planned.bytes)[uid(first.id)];
  expect(before.days).toBe(months(first.first, first.last));

  // The meeting gets a day, and the item with it.
  await app.open('#/meetings/standing-7');
  await expect(exports.add).toBeHidden();
  await dated(app, '2023-07-26');
  const meeting = await exports.download(exports.add);
  expect(meeting.name).toBe('要点-nanhai-2023-日历-7月常委会会议-20230715.ics');
  const held = events(meeting.bytes);
  expect(Object.keys(held)).toEqual([uid('standing_committee-7')]);
  expect(held[uid('standing_committee-7')]).toMatchObject({
    days: '2023-07-26 2023-07-27',
    summary: '7月常委会会议',
  });

  await page.clock.setFixedTime(new Date('2023-07-16T09:00:00+08:00'));
  await app.paste(`#/item/${first.id}`);
  await app.item.expectOpen(first.title);
  const moved = await exports.download(exports.add);
  const after = events(moved.bytes)[uid(first.id)];
  expect(after.days).toBe('2023-07-26 2023-07-27');
  expect(after.description).toContain('常委会会议（2023年7月26日）');
  expect(after.sequence).toBeGreaterThan(before.sequence);
  expect(after.stamp > before.stamp).toBe(true);

  // What has no time has no place in a calendar until it gets one.
  const loose = source.items.find((item) => item.wholeYear);
  await app.paste(`#/item/${loose.id}`);
  await app.item.expectOpen(loose.title);
  await expect(exports.add).toBeHidden();
  await app.record.day.fill('2023-12-31');
  const own = await exports.download(exports.add);
  expect(events(own.bytes)[uid(loose.id)].days).toBe('2023-12-31 2024-01-01');
});

test('promise 26: what was exported before its meeting had a day is cancelled in the next calendar, and that is said', async ({
  app,
}) => {
  const exports = new Exports(app);
  await app.open('#/data');
  const first = events((await exports.download(exports.wholeCalendar)).bytes);
  for (const item of agenda) expect(first[uid(item.id)].status).toBe('CONFIRMED');
  await app.paste('#/meetings/standing-7');
  await dated(app, '2023-07-26');
  await app.paste('#/data');
  const next = events((await exports.download(exports.wholeCalendar)).bytes);
  await exports.expectSaid(`以前导出的 ${agenda.length} 个日程已并入会议`);
  for (const item of agenda) {
    expect(next[uid(item.id)]).toMatchObject({
      status: 'CANCELLED',
      days: '2023-07-26 2023-07-27',
      summary: `（已并入会议）${item.title}`,
    });
  }
});
