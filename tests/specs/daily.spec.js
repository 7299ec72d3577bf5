// A day's work, with the clock in the middle of the plan's year: on an office PC whose screen is scaled to 125 %, on a
// tablet and on a phone.
import { Meeting, reload } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { plain, print } from '../support/paper.js';
import { DEVICES } from '../support/sizes.js';
import { UNITS, covers, readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';
import { box } from '../support/window.js';

test.use({ today: '2023-07-10T09:00:00' });

const source = readSource();
const of = (id) => source.items.find((item) => item.id === id);
const late = source.items.filter((item) => standing(item, 7) === '已逾期');
const due = source.items.filter((item) => covers(item, 7));
const KIND = '常委会会议';

for (const { name, use } of Object.values(DEVICES)) {
  test.describe(name, () => {
    test.use(use);

    test('Monday: what is late and what is due this month is on the first screen, each with an item', async ({
      app,
      page,
    }) => {
      await app.open('#/');
      const height = await page.evaluate(() => innerHeight);
      const rail = await box(app.rail);
      const bottom = rail.width > rail.height ? rail.top : height;
      const lists = [
        [app.card('需要留意'), `已逾期 ${late.length} 件`],
        [app.card('本月 · 7月'), `${due.length} 件`],
      ];
      for (const [card, said] of lists) {
        await expect(card.locator('header')).toContainText(said);
        expect((await box(card.locator('.row').first())).top).toBeLessThan(bottom);
      }
      // Nothing comes before them but the heading.
      const first = app.main.locator('section, dl').first();
      await expect(first).toContainText('需要留意');
      expect((await box(lists[0][0])).top).toBeLessThanOrEqual((await box(lists[1][0])).top);
      expect((await box(lists[0][0])).top).toBeLessThan((await box(app.main.locator('.figs'))).top);
    });

    test('figures lead to their lists, and committees say how many are late', async ({ app }) => {
      await app.open('#/');
      await app.main.getByRole('link', { name: `已逾期 ${late.length}`, exact: true }).click();
      await expect(app.heading).toHaveText('日历 · 列表');
      await app.filters.expectShown(late.length, 82);
      await app.paste('#/');
      await app.main.getByRole('link', { name: /^全年事项/ }).click();
      await app.filters.expectShown(82, 82);
      await app.paste('#/units');
      for (const unit of UNITS) {
        const owed = late.filter((item) => item.lead === unit).length;
        const said = app.card(unit).getByRole('link', { name: '已逾期' });
        if (owed > 0) await expect(said, unit).toHaveText(`已逾期 ${owed} 件`);
        else await expect(said, unit).toHaveCount(0);
      }
      const owed = late.filter((item) => item.lead === '法制工委').length;
      await app.card('法制工委').getByRole('link', { name: '已逾期' }).click();
      await app.filters.expectShown(owed, 82);
    });

    test('a committee’s page begins with its items; what is late and due comes before the busiest month', async ({
      app,
      page,
    }) => {
      await app.open('#/units/law');
      const height = await page.evaluate(() => innerHeight);
      expect((await box(app.main.locator('.row').first())).top).toBeLessThan(height - 150);
      expect((await box(app.main.locator('.row').first())).top).toBeLessThan(
        (await box(app.card('各月事项'))).top,
      );
      const names = await app.main.locator('.figs dt').allTextContents();
      expect(names.slice(0, 2)).toEqual(['牵头已逾期', '牵头本月到期']);
      expect(names.at(-1)).toBe('最忙月份（2 件）');
      await expect(app.main.locator('.figs .late dd')).toHaveText(
        `${late.filter((item) => item.lead === '法制工委').length}`,
      );
      // Seven months of one item each are no busiest month.
      await app.paste('#/units/office');
      await expect(app.heading).toHaveText('办公室');
    });

    test('a status takes two clicks, and several items can be chosen in the bar of every list', async ({
      app,
      page,
    }) => {
      await app.open('#/units/law');
      await app.expectSaved();
      const title = '调研诉前调解工作情况';
      await app.signs.of(title).click();
      await app.signs.status('已完成').click();
      await app.signs.expectClosed();
      await app.signs.expectSaid(title, '已完成');
      for (const hash of [
        '#/',
        '#/calendar/list',
        '#/calendar/month/7',
        '#/units',
        '#/units/law',
        '#/categories',
        '#/meetings',
        '#/meetings/standing-7',
        '#/search?q=调研',
        '#/points/coverage',
      ]) {
        await app.paste(hash);
        const begin = app.main.getByRole('button', { name: '选择多项', exact: true }).first();
        await begin.click();
        await expect(app.signs.count, hash).toHaveText('已选 0 件');
        await app.signs.all.first().click();
        await expect(app.signs.count, hash).toHaveText('已选 1 件');
        await app.main.getByRole('button', { name: '结束选择' }).first().click();
        await expect(app.signs.bar, hash).toBeHidden();
      }
      await page.keyboard.press('Escape');
    });

    test('a day that is set for a session reaches its items, the overview and the month', async ({ app }) => {
      await app.open('#/meetings/standing-7');
      const meeting = Meeting.alone(app);
      await meeting.fill(meeting.date, '2023-07-27');
      await app.expectSaved();
      const item = of('s2-6');
      for (const hash of ['#/calendar/list', '#/units/finance']) {
        await app.paste(hash);
        const row = app.main.locator(`.row:has(a[data-item="${item.id}"])`).first();
        await expect(row.locator('.when'), hash).toHaveText('7月27日');
      }
      await app.paste('#/');
      const ahead = app.card('近期会议').getByRole('listitem');
      await expect(ahead).toHaveText('7月27日 星期四7月常委会会议还有 17 天 · 议程 5 项');
      await expect(app.card('会议筹备')).toContainText('7月常委会会议：初稿');
      await app.paste('#/calendar/month');
      await expect(app.heading).toHaveText('2023年7月');
      const month = new MonthGrid(app);
      await expect(month.meeting(27)).toHaveText(KIND);
      await expect(month.day(17)).toContainText('7月常委会会议：定稿');
      await app.paste(`#/item/${item.id}`);
      await expect(app.item.fact('计划时间')).toContainText('7月27日');
      // An item of several months keeps them.
      await app.paste('#/meetings/chairpersons-8');
      await meeting.fill(meeting.date, '2023-08-18');
      await app.paste('#/calendar/list');
      const long = app.main.locator('.row:has(a[data-item="s5-5"])').first();
      await expect(long.locator('.when')).toHaveText('7—8月 8月18日');
    });

    test('会议 opens at the current month', async ({ app, page }) => {
      await app.open('#/');
      await app.paste('#/meetings');
      await expect(app.heading).toHaveText('会议');
      const july = app.main
        .locator('section.card')
        .filter({ has: page.getByRole('heading', { name: '7月', exact: true }) });
      await expect.poll(async () => Math.abs((await box(july)).top)).toBeLessThan(160);
      await expect(app.heading).toBeFocused();
    });

    test('an agenda has what the plan does not have, in an order of one’s own', async ({ app, page }) => {
      await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => (window.printed += 1);
      });
      await app.open('#/meetings/standing-7');
      await app.expectSaved();
      const lines = app.main.locator('.agenda > li');
      const titles = () =>
        lines.evaluateAll((rows) =>
          rows.map((row) => row.querySelector('input')?.value ?? row.querySelector('a.title').textContent),
        );
      const [a, b, c, d] = ['s2-6', 's2-7', 's2-8', 's3-1'].map((id) => of(id).title);
      const own = '人事任免';
      expect(await titles()).toEqual([a, b, c, d]);
      // 视察 and the like are no items of the agenda.
      await expect(app.main.locator('.apart .row')).toHaveCount(1);
      await expect(app.main.locator('.apart')).toContainText(of('s7-2').title);
      await app.main.getByLabel('计划以外的议程').last().fill(own);
      await page.keyboard.press('Enter');
      await expect.poll(titles).toEqual([a, b, c, d, own]);
      // By keys: the grip keeps the focus.
      const grip = (title) =>
        app.main.getByRole('button', { name: `移动（拖动，或按上下方向键）：${title}` });
      await grip(own).focus();
      await page.keyboard.press('Home');
      await expect.poll(titles).toEqual([own, a, b, c, d]);
      await expect(grip(own)).toBeFocused();
      await expect(app.main.getByText(`“${own}”现在是第 1 项，共 5 项`)).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect.poll(titles).toEqual([a, own, b, c, d]);
      // By buttons.
      await app.main.getByRole('button', { name: `上移：${own}` }).click();
      await expect.poll(titles).toEqual([own, a, b, c, d]);
      await expect(app.main.getByRole('button', { name: `上移：${own}` })).toBeDisabled();
      // By dragging.
      await grip(own).scrollIntoViewIfNeeded();
      const [from, to] = [await box(grip(own)), await box(lines.nth(2))];
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(from.x + 5, (from.y + to.y) / 2, { steps: 4 });
      await page.mouse.move(from.x + 5, to.y + to.height / 2, { steps: 4 });
      await page.mouse.up();
      await expect.poll(titles).toEqual([a, b, own, c, d]);
      await reload(app);
      await expect.poll(titles).toEqual([a, b, own, c, d]);
      await app.paste('#/meetings');
      const among = Meeting.among(app, 7, KIND);
      await expect(among.part.locator('ol .title')).toHaveText([a, b, own, c, d]);
      await among.print.click();
      await expect(app.heading).toHaveText('7月常委会会议');
      await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
      const sheets = await print(page);
      expect(sheets).toHaveLength(1);
      const order = ['议程（草案）', a, b, own, c, d, '另行安排', of('s7-2').title].map(plain);
      const places = order.map((part) => sheets[0].text.indexOf(part));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
      for (const control of ['上移', '移出议程', '添加议程', '恢复文件顺序']) {
        expect(sheets[0].text).not.toContain(plain(control));
      }
      await page.emulateMedia({ media: 'print' });
      const unit = app.main.locator('.agenda .unit').first();
      expect(await unit.evaluate((one) => getComputedStyle(one, '::before').display)).toBe('none');
      await page.emulateMedia({ media: null });
      // The order of the document, and what is undone.
      await app.main.getByRole('button', { name: '恢复文件顺序' }).click();
      await expect.poll(titles).toEqual([a, b, c, d, own]);
      await app.undo.click();
      await expect.poll(titles).toEqual([a, b, own, c, d]);
      await app.main.getByRole('button', { name: `列入议程：${of('s7-2').title}` }).click();
      await expect.poll(titles).toEqual([a, b, own, c, d, of('s7-2').title]);
      await app.main.getByRole('button', { name: `移出议程：${a}` }).click();
      await expect.poll(titles).toEqual([b, own, c, d, of('s7-2').title]);
      await app.main.getByRole('button', { name: `删除：${own}` }).click();
      await expect.poll(titles).toEqual([b, c, d, of('s7-2').title]);
    });

    test('a session has name, day, hour and place in this order', async ({ app }) => {
      await app.open('#/meetings/standing-7');
      const names = await Meeting.alone(app).fields.locator('label > span').allTextContents();
      expect(names).toEqual(['名称', '日期', '时间', '地点']);
    });

    test('what is typed for an agenda and not added is there again', async ({ app, page }) => {
      await app.open('#/meetings/standing-7');
      await app.expectSaved();
      const field = app.main.getByLabel('计划以外的议程').last();
      await field.fill('关于任免');
      await field.blur();
      await app.expectSaved();
      await page.reload();
      await expect(field).toHaveValue('关于任免');
      await expect(app.main.locator('.agenda > li')).toHaveCount(4);
    });
  });
}
