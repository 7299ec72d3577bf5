// On paper: A4, the tables' heads on every sheet, nothing that one could press.
import { plain, print } from '../support/paper.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const CONTROLS = [
  '截至',
  '筛选',
  '在本页中查找',
  '全部清除',
  '帮助',
  '打印',
  '跳到正文',
  '跟随系统',
  '显示方式',
  '上一项',
];
const SCHEDULE = '序号项目名称组织实施部门时间常委会会议主任会议进展';
const MONTHLY = '时间序号内容承办部门备注进展';

test('promise 29: the tables of both annexes go on A4, every row is there and every sheet has its head', async ({
  app,
  page,
}) => {
  await app.open('#/categories');
  const sheets = await print(page);
  expect(sheets.length).toBeGreaterThan(3);
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet.size, `sheet ${at + 1}`).toEqual([210, 297]);
    const text = sheet.text.replaceAll('↓', '');
    const heads = [SCHEDULE, MONTHLY].filter((head) => text.includes(head));
    expect(heads.length, `sheet ${at + 1}: ${text.slice(0, 80)}`).toBeGreaterThan(0);
    for (const control of CONTROLS) expect(text, `sheet ${at + 1}`).not.toContain(control);
  }
  const first = sheets.findIndex((sheet) => sheet.text.includes(MONTHLY));
  expect(first).toBeGreaterThan(1);
  const all = sheets.map((sheet) => sheet.text).join('');
  for (const item of source.items) {
    // A head between two sheets may part a title, but rows do not break, so it stands whole on one sheet.
    expect(
      sheets.some((sheet) => sheet.text.includes(plain(item.title))),
      item.title,
    ).toBe(true);
  }
  expect(all).toContain('文件标明16项·实有16项');
});

for (const { name, hash, holds } of [
  { name: 'the month', hash: '#/calendar/month/7', holds: '调研诉前调解工作情况' },
  { name: 'the meetings', hash: '#/meetings', holds: '听取区法院关于诉前调解工作情况的报告' },
  { name: 'one meeting', hash: '#/meetings/chairpersons-8', holds: '听取区法院关于诉前调解工作情况的报告' },
  { name: 'the points', hash: '#/points', holds: '深入推进代表联络站建设' },
  { name: 'the year', hash: '#/', holds: '全年一览' },
  { name: 'an open item', hash: '#/calendar?item=s2-9', holds: '听取区法院关于诉前调解工作情况的报告' },
]) {
  test(`${name} goes on paper without anything to press`, async ({ app, page }) => {
    await app.open(hash);
    const sheets = await print(page);
    const all = sheets.map((sheet) => sheet.text).join('');
    expect(all).toContain(plain(holds));
    for (const control of CONTROLS) expect(all).not.toContain(control);
  });
}

test('a dark screen prints black on white', async ({ app, page }) => {
  await app.open('#/categories');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
});
