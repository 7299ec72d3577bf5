// 进展通报: what was recorded up to a month, as it was then.
import { Bulletin, Recording } from '../pages/progress.js';
import { note, record } from '../support/ledger.js';
import { plain, print } from '../support/paper.js';
import { SHARED, covers, readSource, standing } from '../support/source.js';
import { RECORDED } from '../support/recorded.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const COURT = '听取区法院关于诉前调解工作情况的报告';

const title = (id) => source.items.find((item) => item.id === id).title;

/**
 * What a bulletin seen from July has to tell, from the document and from what the tests record: as it was at the end of
 * its months, in the order of time. All was recorded in June and July.
 */
function expected(first, last) {
  const asOf = Math.min(last, 7);
  const told =
    asOf < 7
      ? {}
      : {
          's2-9': ['已完成', '，7月10日登记完成，已印发', '记录：已收到材料\n共三份'],
          's2-6': ['已推迟', '，推迟到9月，等上级文件', ''],
          's4-1': ['已取消', '，与省人大调研合并', ''],
        };
  // Written in July, so that July's bulletin tells of them whatever their time.
  const written = ['s2-9', 's4-1', 'm6-1'];
  const parts = {};
  const when = (item) => (item.id === 's2-6' && told[item.id] ? [9, 9] : [item.first ?? 13, item.last ?? 13]);
  const rank = (item) => (item.first ? when(item)[0] * 16 + when(item)[1] : item.wholeYear ? 900 : 1000);
  for (const item of [...source.items].sort((one, other) => rank(one) - rank(other))) {
    const [where, known = '', noted = ''] = told[item.id] ?? [standing(item, asOf)];
    const months = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const due = months.some((month) => covers(item, month));
    const late = where === '已逾期' && item.last <= last;
    const later = item.id === 's2-6' && months.includes(9);
    const whole = first === 1 && last === 12;
    const now = asOf === 7 && months.includes(7) && written.includes(item.id);
    if (!whole && !due && !late && !later && !now) continue;
    const unit = item.lead === SHARED ? '各工委（室）共同事项' : item.lead;
    const own = item.id === 'm6-1' && asOf === 7 ? '记录：尚欠两个镇街的数据' : noted;
    ((parts[unit] ??= {})[where] ??= []).push({ title: item.title, line: known, note: own });
  }
  return parts;
}

/** How many of the expected lines stand where. */
function tally(parts) {
  const counts = {};
  for (const [where, lines] of Object.values(parts).flatMap(Object.entries)) {
    counts[where] = (counts[where] ?? 0) + lines.length;
  }
  return counts;
}

const flat = (parts) => Object.values(parts).flatMap((groups) => Object.values(groups).flat());

test.describe('the bulletin', () => {
  for (const [hash, first, last] of [
    ['#/progress/bulletin/7', 7, 7],
    ['#/progress/bulletin/7-9', 7, 9],
    ['#/progress/bulletin/3', 3, 3],
    ['#/progress/bulletin/1-12', 1, 12],
  ]) {
    test(`${hash} counts and lists what the document and the records say`, async ({ app, page }) => {
      await record(page, RECORDED);
      await app.open(hash);
      const bulletin = new Bulletin(app);
      const parts = expected(first, last);
      const total = flat(parts).length;
      // What was recorded comes from the storage a moment after the page.
      await expect.poll(() => bulletin.counted()).toEqual({ 通报事项: total, ...tally(parts) });
      const shown = await bulletin.parts();
      expect(Object.keys(shown).sort()).toEqual(Object.keys(parts).sort());
      for (const [unit, groups] of Object.entries(parts)) {
        for (const [where, lines] of Object.entries(groups)) {
          expect(shown[unit][where], `${unit} ${where}`).toHaveLength(lines.length);
          lines.forEach(({ title, line, note }, at) => {
            const said = shown[unit][where][at];
            expect(said.startsWith(title), said).toBe(true);
            expect(said.endsWith(`${line}${note}`), said).toBe(true);
          });
        }
        expect(Object.keys(shown[unit]).sort()).toEqual(Object.keys(groups).sort());
      }
    });
  }

  test('its text goes to the clipboard, item by item', async ({ app, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await record(page, RECORDED);
    await app.open('#/progress/bulletin/7');
    const bulletin = new Bulletin(app);
    const parts = expected(7, 7);
    await expect.poll(() => bulletin.counted()).toMatchObject(tally(parts));
    await bulletin.copy.click();
    await expect(bulletin.said).toHaveText('通报文本已复制');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = text.split('\n');
    expect(lines.slice(0, 2)).toEqual([source.title, '2023年7月进展通报']);
    expect(text).toContain(`截至7月，共 ${flat(parts).length} 项：`);
    for (const { title } of flat(parts)) {
      expect(
        lines.some((line) => /^\d+\. /.test(line) && line.includes(title)),
        title,
      ).toBe(true);
    }
    expect(text).toContain(`1. ${COURT}（8月），7月10日登记完成，已印发\n   记录：已收到材料 共三份\n`);
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(flat(parts).length);
  });

  test('where the clipboard is refused the text is there, selected', async ({ app, page }) => {
    await page.addInitScript(() => {
      if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await app.open('#/progress/bulletin/7');
    const bulletin = new Bulletin(app);
    await expect(bulletin.text).toBeHidden();
    await bulletin.copy.click();
    await expect(bulletin.said).toContainText('浏览器不允许复制');
    await expect(bulletin.text).toBeFocused();
    await expect(bulletin.text).toHaveValue(new RegExp(`^${source.title}\n2023年7月进展通报\n`));
    const chosen = await bulletin.text.evaluate((area) => area.selectionEnd - area.selectionStart);
    expect(chosen).toBe((await bulletin.text.inputValue()).length);
  });

  test('months, quarters and the year are one link away, and the moment stays', async ({ app }) => {
    await app.open('#/progress?asof=4');
    await app.main.getByRole('link', { name: '进展通报' }).click();
    await expect(app.heading).toHaveText('2023年4月进展通报');
    await app.expectHash('#/progress/bulletin/4?asof=4');
    const bulletin = new Bulletin(app);
    await bulletin.spans.getByRole('link', { name: '3月', exact: true }).click();
    await expect(app.heading).toHaveText('2023年3月进展通报');
    await bulletin.spans.getByRole('link', { name: '二季度' }).click();
    await expect(app.heading).toHaveText('2023年4—6月进展通报');
    await expect(bulletin.spans.getByRole('link', { name: '二季度' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await bulletin.spans.getByRole('link', { name: '全年' }).click();
    await app.expectHash('#/progress/bulletin/1-12?asof=4');
    await expect(app.rail.getByRole('link', { name: '进展' })).toHaveAttribute('aria-current', 'page');
  });

  test('it follows what is recorded beside it at once', async ({ app, page }) => {
    await app.open('#/progress/bulletin/7?item=m7-1');
    const bulletin = new Bulletin(app);
    const before = await bulletin.counted();
    const recording = new Recording(page);
    await recording.set('已完成');
    await recording.note('已形成调研报告');
    await expect
      .poll(() => bulletin.counted())
      .toEqual({ ...before, 已完成: (before['已完成'] ?? 0) + 1, 未开始: before['未开始'] - 1 });
    await expect(bulletin.paper).toContainText('记录：已形成调研报告');
  });

  test('on paper it is alone with its title, on A4, black on white', async ({ app, page }) => {
    await record(page, RECORDED);
    await page.emulateMedia({ colorScheme: 'dark' });
    await app.open('#/progress/bulletin/7');
    await expect(new Bulletin(app).paper).toContainText('已印发');
    const sheets = await print(page);
    const text = sheets.map((sheet) => sheet.text).join('');
    for (const sheet of sheets) expect(sheet.size).toEqual([210, 297]);
    expect(text.startsWith(plain(`${source.title}2023年7月进展通报截至7月`)), text.slice(0, 80)).toBe(true);
    for (const { title, line, note } of flat(expected(7, 7))) {
      for (const part of [title, line, note]) expect(text).toContain(plain(part));
    }
    for (const control of ['登记记录', '复制文本', '打印', '一季度', '12月', '已保存', '总览', '帮助']) {
      expect(text, control).not.toContain(control);
    }
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    const colours = await new Bulletin(app).paper.evaluate((paper) => {
      const line = paper.querySelector('li a');
      return [getComputedStyle(line).color, getComputedStyle(paper).backgroundColor];
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
