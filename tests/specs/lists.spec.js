// Recording from lists: the status of one item, or of several together, without opening them.
import { App } from '../pages/app.js';
import { Tables } from '../pages/tables.js';
import { PLACES } from '../support/places.js';
import { SIZES } from '../support/sizes.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const reports = source.schedule.filter((item) => item.category === 2).map((item) => item.title);
const LAW = '调研诉前调解工作情况';
const NEXT = '听取区法院关于诉前调解工作情况的报告';
/** Nothing was recorded from the document's remarks about these. */
const [ONE, TWO, THREE] = reports;

/** Opens a page, ready to record. */
async function open(app, hash) {
  await app.open(hash);
  await app.expectSaved();
}

const LISTS = ['#/', '#/calendar/month/7', '#/calendar/list', '#/units/law', '#/categories', '#/meetings'];

for (const hash of [...LISTS, '#/points/coverage', '#/search?q=调研']) {
  test(`${hash}: a sign records its item, and all signs of the item follow`, async ({ app, page }) => {
    await open(app, hash);
    // What is late leaves the first list of the overview once it is done.
    const month = app.card('本月 · 7月').locator('button[data-of]');
    const sign = (hash === '#/' ? month : app.signs.all).first();
    const at = await sign.getAttribute('data-of');
    const title = (await sign.getAttribute('aria-label')).split('：').slice(1).join('：');
    await sign.click();
    await expect(app.signs.title).toHaveText(title);
    await expect(app.item.panel).toHaveCount(0);
    await app.signs.status('已完成').click();
    await app.signs.expectClosed();
    await app.signs.expectSaid(title, '已完成');
    const said = await page.locator(`main button[data-of="${at}"]`).allTextContents();
    expect(new Set(said)).toEqual(new Set(['已完成']));
    await expect(page.locator('button a, a button')).toHaveCount(0);
    await page.reload();
    await app.signs.expectSaid(title, '已完成');
  });
}

test('by keyboard: arrows choose, Enter records, the focus comes back to the sign', async ({ app, page }) => {
  await open(app, '#/units/law');
  const sign = app.signs.of(LAW);
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(app.signs.title).toHaveText(LAW);
  // Nothing is recorded yet, so nothing is chosen, and the first choice has the focus.
  await expect(app.signs.dialog.locator(':checked[type=radio]')).toHaveCount(0);
  await expect(app.signs.status('未开始')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(app.signs.status('已完成')).toBeChecked();
  await page.keyboard.press('Enter');
  await app.signs.expectClosed();
  await app.signs.expectSaid(LAW, '已完成');
  await expect(sign).toBeFocused();
  await expect(app.told).toContainText(`已把“${LAW}”标为已完成`);
  // What is recorded is what the dialog starts from.
  await page.keyboard.press('Space');
  await expect(app.signs.status('已完成')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await app.signs.expectClosed();
  await app.signs.expectSaid(LAW, '已完成');
  await expect(sign).toBeFocused();
});

test('Escape closes the dialog alone, not the item that is open', async ({ app, page }) => {
  await open(app, '#/units/law?item=s2-9');
  await app.signs.of(LAW).click();
  await expect(app.signs.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await app.signs.expectClosed();
  await app.item.expectOpen(NEXT);
});

test('Enter without a choice records nothing', async ({ app, page }) => {
  await open(app, '#/units/law');
  await app.signs.of(LAW).click();
  await app.signs.confirm.click();
  await expect(app.signs.dialog).toBeVisible();
  await app.signs.cancel.click();
  await app.signs.expectClosed();
  await expect(app.told).toBeEmpty();
});

test('postponing asks for the month, and a reason goes with it; clearing takes the status back', async ({
  app,
  page,
}) => {
  await open(app, '#/units/law');
  await app.signs.of(LAW).click();
  // The month after the planned one is offered; choosing another means to postpone.
  await expect(app.signs.month).toHaveValue('8');
  await app.signs.month.selectOption({ label: '10月' });
  await expect(app.signs.status('已推迟')).toBeChecked();
  await app.signs.reason.fill('等区法院的数据');
  await app.signs.confirm.click();
  await app.signs.expectSaid(LAW, '已推迟');
  await app.main.getByRole('link', { name: LAW }).first().click();
  await app.record.expectStatus('已推迟');
  await expect(app.record.month).toHaveValue('10');
  await expect(app.record.reason).toHaveValue('等区法院的数据');
  await app.item.close.click();
  await app.signs.of(LAW).click();
  await expect(app.signs.reason).toHaveValue('等区法院的数据');
  await app.signs.clear.click();
  await app.signs.expectSaid(LAW, '未开始');
  await page.keyboard.press('Control+z');
  await app.signs.expectSaid(LAW, '已推迟');
});

test('an item that passes the filter no more hands the focus to the next one', async ({ app, page }) => {
  await open(app, '#/categories/2?progress=late');
  const [first, second] = await app.signs.all.evaluateAll((signs) => signs.map((sign) => sign.ariaLabel));
  await app.signs.all.first().focus();
  await page.keyboard.press('Enter');
  await app.signs.status('已完成').press(' ');
  await page.keyboard.press('Enter');
  await app.signs.expectClosed();
  await expect(page.getByRole('button', { name: first, exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: second, exact: true })).toBeFocused();
});

test('the overview is made anew around the sign, and the focus stays with the item', async ({
  app,
  page,
}) => {
  await open(app, '#/');
  const sign = app.card('需要留意').locator('button[data-of]').first();
  const at = await sign.getAttribute('data-of');
  await sign.click();
  await app.signs.month.selectOption({ label: '12月' });
  await app.signs.confirm.click();
  await app.signs.expectClosed();
  await expect(app.main.locator('.fig.postponed')).toHaveText('1已推迟');
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe('BODY');
  await expect(app.card('需要留意').locator(`[data-of="${at}"]`)).toHaveCount(0);
});

test('several items are set together, as one action', async ({ app, page }) => {
  await open(app, '#/categories/2');
  await app.signs.of(ONE).click();
  await app.signs.several.click();
  await expect(app.signs.count).toHaveText('已选 1 件');
  await app.signs.of(TWO).click();
  await app.signs.of(THREE).click();
  await app.signs.of(THREE).click();
  await expect(app.signs.count).toHaveText('已选 2 件');
  await expect(app.signs.of(ONE)).toHaveAttribute('aria-pressed', 'true');
  await expect(app.signs.of(THREE)).toHaveAttribute('aria-pressed', 'false');
  // The mark is one that is seen, in words.
  const mark = (title) => app.signs.of(title).evaluate((sign) => getComputedStyle(sign, '::after').content);
  expect(await mark(TWO)).toContain('☑');
  await expect(app.signs.of(TWO)).toHaveAttribute('data-picked', '已选');
  expect(await mark(THREE)).toContain('☐');
  await app.signs.set.click();
  await expect(app.signs.title).toHaveText('一起登记 2 件事项');
  await expect(app.signs.dialog.getByRole('listitem')).toHaveText([ONE, TWO]);
  await app.signs.status('已完成').click();
  await expect(app.signs.bar).toBeHidden();
  for (const title of [ONE, TWO]) await app.signs.expectSaid(title, '已完成');
  await expect(app.signs.all.and(page.locator('[aria-pressed]'))).toHaveCount(0);
  await expect(app.told).toContainText('已把 2 件事项标为已完成');
  await app.undo.click();
  for (const title of [ONE, TWO]) await expect(app.signs.of(title)).not.toHaveText('已完成');
});

test('several items keep their own reasons unless one is written for all', async ({ app }) => {
  await open(app, '#/categories/2');
  await app.signs.of(ONE).click();
  await app.signs.reason.fill('只属于第一件');
  await app.signs.status('进行中').click();
  const setBoth = async (reason) => {
    await app.signs.of(ONE).click();
    await app.signs.several.click();
    await app.signs.of(TWO).click();
    await app.signs.set.click();
    await app.signs.reason.fill(reason);
    await app.signs.status('已取消').click();
  };
  const reasonOf = async (title) => {
    await app.signs.of(title).click();
    const reason = await app.signs.reason.inputValue();
    await app.signs.cancel.click();
    return reason;
  };
  await setBoth('');
  expect(await reasonOf(ONE)).toBe('只属于第一件');
  expect(await reasonOf(TWO)).toBe('');
  await setBoth('合并办理');
  expect(await reasonOf(ONE)).toBe('合并办理');
  expect(await reasonOf(TWO)).toBe('合并办理');
});

test('a filter changes what is seen, not what is chosen; 全选本页 takes what it lets through', async ({
  app,
}) => {
  await open(app, '#/calendar/list');
  await app.signs.of(LAW).click();
  await app.signs.several.click();
  await app.filters.choose('工委', '财经工委');
  await expect(app.signs.of(LAW)).toHaveCount(0);
  await expect(app.signs.count).toHaveText('已选 1 件');
  const shown = Number((await app.filters.shown.textContent()).match(/\d+/)[0]);
  await app.signs.whole.click();
  await expect(app.signs.count).toHaveText(`已选 ${shown + 1} 件`);
  await expect(app.signs.picked).toHaveCount(shown);
  await app.filters.clear.click();
  await expect(app.signs.picked).toHaveCount(shown + 1);
  // The list in the dialog tells of all.
  await app.signs.set.click();
  await expect(app.signs.dialog.getByRole('listitem')).toHaveCount(shown + 1);
});

test('leaving the page, Escape and 取消 end choosing, and nothing is set', async ({ app, page }) => {
  await open(app, '#/units/law?item=s2-9');
  const start = async () => {
    await app.signs.of(LAW).click();
    await app.signs.several.click();
    await expect(app.signs.bar).toBeVisible();
  };
  await start();
  await app.signs.of('调研未成年人检察工作情况').focus();
  await page.keyboard.press('Escape');
  await expect(app.signs.bar).toBeHidden();
  await app.item.expectOpen(NEXT);
  await start();
  await app.signs.stop.focus();
  await page.keyboard.press('Enter');
  await expect(app.signs.bar).toBeHidden();
  await expect(app.signs.of(LAW)).toBeFocused();
  await start();
  await app.rail.getByRole('link', { name: '会议' }).click();
  await expect(app.heading).toHaveText('会议');
  await expect(app.signs.bar).toBeHidden();
  await expect(app.signs.picked).toHaveCount(0);
  await expect(app.told).toBeEmpty();
});

test('rows that are built while one chooses are marked, too', async ({ app, page }) => {
  await open(app, '#/search?q=调研');
  const title = (await app.signs.all.first().getAttribute('aria-label')).split('：')[1];
  await app.signs.all.first().click();
  await app.signs.several.click();
  await app.search.fill('没有这样的事项');
  await expect(app.signs.all).toHaveCount(0);
  await app.search.fill('调研');
  await expect(app.signs.of(title)).toHaveAttribute('aria-pressed', 'true');
  await expect(app.signs.all.nth(1)).toHaveAttribute('aria-pressed', 'false');
});

test('what another tab recorded is seen on the signs', async ({ app, page }) => {
  await open(app, '#/categories/2');
  const other = await page.context().newPage();
  await other.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
  const there = new App(other, app.root);
  await open(there, '#/categories');
  await there.signs.of(ONE).click();
  await there.signs.status('已完成').click();
  await app.signs.expectSaid(ONE, '已完成');
});

test('where nothing can be recorded, a sign says so and opens nothing', async ({ app, page }) => {
  // What a later version of the app has written.
  await page.addInitScript(() => {
    if (location.protocol !== 'about:')
      localStorage.setItem('yaodian.nanhai-2023.m1-1', 'y2 of a later format');
  });
  await app.open('#/units/law');
  await expect(app.saved).toHaveText('未能保存');
  await app.signs.of(LAW).click();
  await expect(app.told).toContainText('现在还不能登记');
  await app.signs.expectClosed();
  await app.told.getByRole('button', { name: '收起提示' }).click();
  await expect(app.told).toBeEmpty();
});

for (const { name, use, least } of Object.values(SIZES)) {
  test.describe(name, () => {
    test.use(use);

    test(`signs, dialog and bar are at least ${least} pixels, and cover no navigation`, async ({
      app,
      page,
    }) => {
      await open(app, '#/');
      const small = async (where) => {
        const boxes = await where.evaluateAll((all) =>
          all.map((one) => {
            const { width, height } = (one.closest('label.check') ?? one).getBoundingClientRect();
            return { width, height, is: one.outerHTML.slice(0, 80) };
          }),
        );
        const tooSmall = boxes.filter(({ width, height }) => Math.min(width, height) < least - 0.5);
        return tooSmall.map(({ width, height, is }) => `${width}x${height} ${is}`);
      };
      for (const { hash, heading } of PLACES.filter(({ heading }) => heading)) {
        await app.paste(hash);
        await expect(app.heading).toHaveText(heading);
        expect.soft(await small(app.signs.all), hash).toEqual([]);
      }
      await app.paste('#/units/law');
      await app.signs.of(LAW).click();
      await expect(app.signs.dialog).toBeVisible();
      expect.soft(await small(app.signs.dialog.locator('button, input, select'))).toEqual([]);
      await app.signs.several.click();
      expect.soft(await small(app.signs.bar.getByRole('button'))).toEqual([]);
      await app.signs.set.click();
      await app.signs.status('已取消').click();
      await app.signs.of(NEXT).click();
      await app.signs.several.click();
      // Both what was done and the bar are there now; neither covers the rail nor each other.
      const [told, bar, rail] = await Promise.all(
        [app.told, app.signs.bar, app.rail].map((one) => one.boundingBox()),
      );
      const apart = (a, b) =>
        a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
      expect(apart(told, bar), JSON.stringify({ told, bar })).toBe(true);
      expect(apart(told, rail), JSON.stringify({ told, rail })).toBe(true);
      expect(apart(bar, rail), JSON.stringify({ bar, rail })).toBe(true);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });
}

test('a table prints its signs as words alone', async ({ app, page }) => {
  await open(app, '#/categories/2');
  await page.emulateMedia({ media: 'print' });
  const after = await app.signs.all.first().evaluate((sign) => getComputedStyle(sign, '::after').content);
  expect(after).toBe('none');
  const tables = new Tables(app.main);
  const rows = await tables.rows(tables.schedule);
  expect(rows.map((row) => row.at(-1)).every((said) => /^(已|未|进)/.test(said))).toBe(true);
});

for (const { name, use } of Object.values(SIZES)) {
  test.describe(name, () => {
    test.use(use);

    test('what can be done with chosen items stands apart, one beside the other', async ({ app }) => {
      await app.open('#/units');
      await app.signs.all.first().click();
      await app.signs.several.click();
      const parts = [app.signs.count, app.signs.set, app.signs.whole, app.signs.stop];
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      for (const [at, box] of boxes.slice(1).entries()) {
        expect(box.x).toBeGreaterThanOrEqual(boxes[at].x + boxes[at].width + 6);
      }
    });
  });
}
