// What a tablet, a phone, a desk and a very wide screen each make of a day's work, with the clock in the middle of the
// plan's year.
import { Matrix } from '../pages/matrix.js';
import { Meeting } from '../pages/meeting.js';
import { MonthGrid } from '../pages/month.js';
import { plain, print } from '../support/paper.js';
import { DEVICES, SIZES } from '../support/sizes.js';
import { UNITS, covers, readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';
import { box, rest } from '../support/window.js';

test.use({ today: '2023-07-10T09:00:00' });

const source = readSource();
const of = (id) => source.items.find((item) => item.id === id);

for (const { name, use } of [DEVICES.office, ...Object.values(SIZES)]) {
  test.describe(name, () => {
    test.use(use);

    test('a row stays under the pointer while its item opens and closes', async ({ app, page }) => {
      for (const [address, id] of [
        ['#/calendar/list', 's2-6'],
        ['#/units', 's4-1'],
        ['#/units', 'm10-2'],
      ]) {
        await app.open(address);
        const link = app.main.locator(`a.title[data-item="${id}"]`).first();
        await link.scrollIntoViewIfNeeded();
        const before = await rest(link);
        await link.click();
        await app.item.expectOpen(of(id).title);
        expect(Math.abs((await rest(link)) - before), `${address} ${id}, opened`).toBeLessThan(3);
        await page.keyboard.press('Escape');
        await expect(app.item.panel).toBeHidden();
        expect(Math.abs((await rest(link)) - before), `${address} ${id}, closed`).toBeLessThan(3);
      }
    });
  });
}

test.describe('a tablet', () => {
  test.use(DEVICES.tablet.use);

  test('the progress of the committees is in reach, and a finger hits a mark', async ({ app }) => {
    await app.open('#/');
    const matrix = new Matrix(app.main);
    const frame = await box(app.main.locator('.scroll'));
    for (const at of UNITS.keys()) {
      const progress = await box(matrix.row(at).locator('td.progress'));
      expect(progress.right).toBeLessThanOrEqual(frame.right + 1);
      expect(progress.width).toBeGreaterThan(40);
    }
    await expectLargeMarks(matrix);
  });
});

test.describe('a phone', () => {
  test.use(DEVICES.phone.use);

  test('the year opens at the current month, and a finger hits a mark', async ({ app, page }) => {
    await app.open('#/');
    const matrix = new Matrix(app.main);
    const frame = await box(app.main.locator('.scroll'));
    const inside = async () => {
      const now = await box(app.main.locator('.matrix thead .now'));
      return now.left > frame.left && now.right < frame.right;
    };
    await expect.poll(inside).toBe(true);
    await expectLargeMarks(matrix);
    const title = of('s2-6').title;
    await matrix.mark(matrix.cell(UNITS.indexOf('财经工委'), 7), title).tap();
    await app.item.expectOpen(title);
    await expect(app.item.panel.getByText(/Ctrl/)).toBeHidden();
    await expect(app.item.panel.getByText('没写完的内容会自动保留')).toBeVisible();
  });

  test('at 360 pixels the search says all of its hint', async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.open('#/');
    const { had, wanted } = await app.search.evaluate((field) => {
      const style = getComputedStyle(field);
      const canvas = document.createElement('canvas').getContext('2d');
      canvas.font = style.font;
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return { had: room, wanted: canvas.measureText(field.placeholder).width };
    });
    expect(had).toBeGreaterThanOrEqual(wanted);
  });
});

/** Every mark is at least 24 pixels wide and high where a finger aims at it, and nothing lies over it. */
async function expectLargeMarks(matrix) {
  const marks = matrix.marks(matrix.table);
  const small = await marks.evaluateAll((all) =>
    all
      .map((mark) => mark.getBoundingClientRect())
      .filter(({ width, height }) => Math.min(width, height) < 23.5),
  );
  expect(small).toEqual([]);
  expect(await marks.first().evaluate((mark) => getComputedStyle(mark).pointerEvents)).toBe('auto');
}

test.describe('a leader at a desk', () => {
  test('no mark moves when an item opens or is pointed at, and nothing is cut off', async ({ app }) => {
    await app.open('#/');
    const matrix = new Matrix(app.main);
    const mark = matrix.mark(matrix.cell(2, 9), of('s6-1').title);
    const last = matrix.row(0).locator('td.progress');
    const before = [await box(mark), await box(last)];
    await mark.hover();
    await expect(app.main.locator('.pointed')).toContainText(of('s6-1').title);
    expect([await box(mark), await box(last)]).toEqual(before);
    await mark.click();
    await app.item.expectOpen(of('s6-1').title);
    expect([await box(mark), await box(last)]).toEqual(before);
    // The open item lies over the lists, not over the year.
    expect((await box(last)).right).toBeLessThanOrEqual((await box(app.item.panel)).left);
    await expect(app.main.locator('.pointed')).toContainText(of('s6-1').title);
    const frame = app.main.locator('.scroll');
    expect(await frame.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  });

  test('an item that opens beside the page leaves it no wider than the window', async ({ app, page }) => {
    await app.open('#/calendar/list');
    await app.main.locator('a.title[data-item="s2-6"]').first().click();
    await app.item.expectOpen(of('s2-6').title);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1360);
  });

  test('a filtered list begins without a rule', async ({ app }) => {
    await app.open('#/units/law?progress=todo');
    const seen = app.main.locator('.row:visible');
    const rules = await seen.evaluateAll((rows) =>
      rows.map((row) => [
        row === row.parentElement.querySelector('.row:not([hidden])'),
        getComputedStyle(row).borderTopWidth,
      ]),
    );
    expect(rules.length).toBeGreaterThan(2);
    for (const [first, width] of rules) expect(width).toBe(first ? '0px' : '1px');
  });

  test('below a month stands the agenda of the day that one chooses', async ({ app }) => {
    await app.open('#/meetings/standing-7');
    const meeting = Meeting.alone(app);
    await meeting.fill(meeting.date, '2023-07-27');
    await app.expectSaved();
    await app.paste('#/calendar/month/7');
    const agenda = app.main.locator('.day-agenda');
    await expect(agenda).toContainText('7月10日 星期一');
    await expect(agenda).toContainText('这一天没有安排');
    await app.main.getByRole('button', { name: '27日的安排' }).click();
    await expect(agenda.getByRole('heading', { level: 2 })).toHaveText('7月27日 星期四');
    await expect(agenda.locator('.row')).toHaveCount(5);
    await app.main.getByRole('button', { name: '17日的安排' }).click();
    await expect(agenda).toContainText('7月常委会会议：定稿');
    expect((await box(agenda)).top).toBeGreaterThanOrEqual((await box(app.main.locator('.days'))).bottom);
  });

  test('a month is one sheet of A4 on its side, and no day is split', async ({ app, page }) => {
    for (const month of [2, 3, 5, 7, 9, 10, 12]) {
      await app.open(`#/calendar/month/${month}`);
      const sheets = await print(page);
      expect(
        sheets.map((sheet) => sheet.size),
        `month ${month}`,
      ).toEqual([[297, 210]]);
      for (const item of source.items.filter((item) => covers(item, month))) {
        expect(sheets[0].text).toContain(plain(item.title));
      }
    }
    await app.open('#/meetings/standing-7');
    const meeting = Meeting.alone(app);
    await meeting.fill(meeting.date, '2023-07-27');
    await app.paste('#/calendar/month/7');
    await expect(new MonthGrid(app).meeting(27)).toBeVisible();
    expect((await print(page)).map((sheet) => sheet.size)).toEqual([[297, 210]]);
  });

  test('an open item casts no shadow on paper', async ({ app, page }) => {
    await app.open('#/calendar/list?item=s2-6');
    await app.item.expectOpen(of('s2-6').title);
    await page.setViewportSize({ width: 680, height: 900 });
    await page.emulateMedia({ media: 'print' });
    expect(await app.item.panel.evaluate((panel) => getComputedStyle(panel).boxShadow)).toBe('none');
  });

  test('paper has the bars with what is left of them, and no arrow of a sorting', async ({ app, page }) => {
    await app.open('#/');
    await page.emulateMedia({ media: 'print' });
    const bar = app.main.locator('td.progress .meter').first();
    await expect(bar).toBeVisible();
    expect(await bar.evaluate((one) => getComputedStyle(one).printColorAdjust)).toBe('exact');
    await page.emulateMedia({ media: null });
    await app.paste('#/categories?sort=time');
    await expect(app.heading).toHaveText('类别');
    const sheets = await print(page);
    expect(sheets.map((sheet) => sheet.text).join('')).not.toContain('↓');
  });
});

test.describe('a very wide screen', () => {
  test.use({ viewport: { width: 2560, height: 1440 } });

  test('a status stands near its title, and a month has the whole width', async ({ app }) => {
    for (const hash of ['#/', '#/units/finance', '#/calendar/list', '#/calendar/month/7', '#/meetings']) {
      await app.open(hash);
      await expect(app.main.locator('.row').first()).toBeVisible();
      const rows = await app.main
        .locator('.row:visible')
        .evaluateAll((rows) =>
          rows.map(
            (row) =>
              row.querySelector('.st').getBoundingClientRect().right -
              row.querySelector('.title').getBoundingClientRect().left,
          ),
        );
      expect(Math.max(...rows), hash).toBeLessThan(1150);
    }
    await app.open('#/calendar/month/7');
    expect((await box(app.main.locator('.days'))).width).toBeGreaterThan(2200);
  });
});
