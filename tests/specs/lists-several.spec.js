// Recording from lists: several items together, as one action.
import { PLACES } from '../support/places.js';
import { SIZES } from '../support/sizes.js';
import { COURT, LAW, REPORTS, openToRecord } from '../support/recording.js';
import { expect, test } from '../support/test.js';

const [ONE, TWO, THREE] = REPORTS;

test('several items are set together, as one action', async ({ app, page }) => {
  await openToRecord(app, '#/categories/2');
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
  await openToRecord(app, '#/categories/2');
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
  await openToRecord(app, '#/calendar/list');
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
  await openToRecord(app, '#/units/law?item=s2-9');
  const start = async () => {
    await app.signs.of(LAW).click();
    await app.signs.several.click();
    await expect(app.signs.bar).toBeVisible();
  };
  await start();
  await app.signs.of('调研未成年人检察工作情况').focus();
  await page.keyboard.press('Escape');
  await expect(app.signs.bar).toBeHidden();
  await app.item.expectOpen(COURT);
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
  await openToRecord(app, '#/search?q=调研');
  const title = (await app.signs.all.first().getAttribute('aria-label')).split('：')[1];
  await app.signs.all.first().click();
  await app.signs.several.click();
  await app.search.fill('没有这样的事项');
  await expect(app.signs.all).toHaveCount(0);
  await app.search.fill('调研');
  await expect(app.signs.of(title)).toHaveAttribute('aria-pressed', 'true');
  await expect(app.signs.all.nth(1)).toHaveAttribute('aria-pressed', 'false');
});

for (const { name, use, least } of Object.values(SIZES)) {
  test.describe(name, () => {
    test.use(use);

    test(`signs, dialog and bar are at least ${least} pixels, and cover no navigation`, async ({
      app,
      page,
    }) => {
      await openToRecord(app, '#/');
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
      await app.signs.of(COURT).click();
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
