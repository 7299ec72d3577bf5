// A day's work: what is recorded on an item, joined at the month's end, and looked up by a citizen, on an office PC, a
// tablet and a phone, with the clock in the middle of the plan's year.
import { Data } from '../pages/data.js';
import { Exports } from '../pages/exports.js';
import { reload } from '../pages/meeting.js';
import { Bulletin } from '../pages/progress.js';
import { DEVICES } from '../support/sizes.js';
import { readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

test.use({ today: '2023-07-10T09:00:00' });

const source = readSource();
const of = (id) => source.items.find((item) => item.id === id);

/** What a committee sends: `{ name, text }`. */
function fileOf(who, name, more) {
  const stamp = `${Date.parse('2023-07-07T16:00:00+08:00')}-0-${who}`;
  const authors = { [who]: { value: { name, unit: null }, stamp } };
  const head = { format: 'yaodian-progress', version: 1, plan: 'nanhai-2023', saved_by: who };
  return [`${who}.json`, JSON.stringify({ ...head, authors, ...more(stamp) })];
}

for (const { name, use } of Object.values(DEVICES)) {
  test.describe(name, () => {
    test.use(use);

    test('a clerk opens an item of the committee, records it with a note, and finds it there tomorrow', async ({
      app,
      page,
    }) => {
      const title = '调研诉前调解工作情况';
      await app.open('#/units/law');
      await app.expectSaved();
      await app.main.getByRole('link', { name: title }).first().click();
      await app.item.expectOpen(title);
      await app.record.status('已完成').click();
      await app.record.note.fill('已到区法院调研');
      await app.record.save.click();
      await app.record.expectNotes(['已到区法院调研']);
      await app.item.close.click();
      await app.item.expectClosed();
      await app.expectSaved();
      await page.clock.setFixedTime(new Date('2023-07-11T08:30:00+08:00'));
      await page.reload();
      await app.ready();
      await app.signs.expectSaid(title, '已完成');
      const row = app.main.locator('.row', { has: page.getByRole('link', { name: title }) }).first();
      await expect(row.locator('.latest')).toHaveText('已到区法院调研');
    });

    test('at the month’s end two committees’ files are merged, with what they put on an agenda, and reported', async ({
      app,
    }) => {
      const data = new Data(app);
      await data.open();
      const [one, other] = ['s2-6', 'm7-1'];
      const done = (stamp) => ({ value: { status: 'done', month: null, reason: '' }, stamp });
      const entry = (text) => (stamp) => ({
        sessions: {
          'standing_committee-7': { agenda: { [`${stamp}-0000000a`]: { value: text, stamp } } },
        },
      });
      const files = [
        fileOf('ann1', '李红', (stamp) => ({
          items: { [one]: { status: done(stamp) } },
          ...entry('人事任免')(stamp),
        })),
        fileOf('bob2', '王芳', (stamp) => ({
          items: { [other]: { status: done(stamp) } },
          ...entry('书面报告')(stamp),
        })),
      ];
      for (const file of files) {
        await data.give(file);
        await data.mergeOne();
      }
      await app.paste('#/meetings/standing-7');
      const own = app.main.locator('.agenda .own input');
      await expect(own).toHaveCount(2);
      expect(await own.evaluateAll((fields) => fields.map((field) => field.value))).toEqual([
        '人事任免',
        '书面报告',
      ]);
      await app.paste('#/progress/bulletin/7');
      const bulletin = new Bulletin(app);
      for (const id of [one, other]) {
        const line = bulletin.paper.getByRole('listitem').filter({ hasText: of(id).title });
        await expect(line.first()).toContainText('7月7日登记完成');
      }
      await expect.poll(async () => (await bulletin.counted()).已完成).toBe(2);
    });

    test('a citizen reads a point, finds an item and puts its day into a calendar', async ({ app }) => {
      await app.open('#/points');
      await expect(app.main.locator('#point-5')).toContainText('未成年人');
      await app.search.fill('养老');
      const found = source.items.find((item) => item.title.includes('养老') && item.first);
      await app.main.getByRole('link', { name: found.title }).click();
      await app.item.expectOpen(found.title);
      const exports = new Exports(app);
      const file = await exports.download(exports.add);
      expect(file.bytes.toString('utf8')).toContain('BEGIN:VEVENT');
    });

    test('the legend of the year says all of it', async ({ app }) => {
      await app.open('#/');
      const legend = app.main.locator('.pointed');
      await expect(legend).toContainText('虚框为已推迟，浅色为已取消');
      expect(await legend.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(0);
    });
  });
}
