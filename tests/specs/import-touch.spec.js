// A review by touch alone: every press is a tap, on a tablet and on a phone.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

/** Nothing is wider than the screen. */
async function expectFits(page, width) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

for (const size of [SIZES.tablet, SIZES.phone]) {
  test.describe(size.name, () => {
    test.use({ ...size.use, isMobile: true });
    const { width } = size.use.viewport;

    test('a review goes by touch alone, from choosing the file to the plan that is in use', async ({
      app,
      page,
    }) => {
      const review = new Import(app);
      await review.open();
      await expectFits(page, width);
      const chosen = page.waitForEvent('filechooser');
      await app.main.locator('label.file').tap();
      await (await chosen).setFiles(textFile('2027年工作要点.txt', SMALL_PLAN));
      await review.shown();
      await expectFits(page, width);
      await expect(review.left).toHaveText('还有 3 处待核对');

      // To what is doubtful, and months by taps: no time has to be typed.
      await review.notes.locator('[data-cause=unknown_period]').getByRole('button', { name: '去看' }).tap();
      await expect(review.cell(1, 'title')).toBeInViewport();
      const row = review.rows.nth(1);
      await row.locator('summary').first().tap();
      await row.getByRole('button', { name: '4月', exact: true }).tap();
      await expect(review.cell(1, 'time')).toHaveValue('4月');
      await expect(review.left).toHaveText('还有 2 处待核对');
      await expectFits(page, width);

      await review.notes.getByRole('button', { name: '“财经委”并入“财经工委”' }).tap();
      await review.notes.locator('[data-cause=count]').getByRole('button', { name: '这样对' }).tap();
      await expect(review.left).toHaveText('没有待核对的提示');
      await review.undo.tap();
      await expect(review.left).toHaveText('还有 1 处待核对');
      await review.only.tap();
      await expect(review.only).toBeChecked();
      await review.only.tap();

      // A row to another place, and back.
      await review.rows.nth(0).locator('summary').first().tap();
      await review.rows.nth(0).getByRole('button', { name: '下移' }).tap();
      await expect
        .poll(() => review.titles())
        .toEqual(['关于环境保护情况的调研', '关于预算执行情况的调研', '检查环境保护法实施情况']);
      await review.undo.tap();

      await review.use.tap();
      await expect(review.asked).toBeInViewport();
      await review.useAnyway.tap();
      await expect(page).toHaveURL(/#\/@/);
      await app.ready();
      await expect(app.bar).toContainText('江源市人大常委会2027年工作要点');
      await expectFits(page, width);
    });
  });
}
