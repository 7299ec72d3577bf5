// On a phone half of the screen is not controls.
import { expect, test } from '../support/test.js';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const hash of [
  '#/',
  '#/calendar',
  '#/calendar/month/7',
  '#/calendar/timeline',
  '#/calendar/list',
  '#/units',
  '#/units/law',
  '#/categories',
  '#/categories/2',
  '#/categories/monthly',
  '#/meetings',
  '#/meetings/standing-7',
  '#/search?q=调研',
  '#/progress/bulletin/7',
]) {
  test(`the first item of ${hash} begins in the upper half`, async ({ app, page }) => {
    await app.open(hash);
    const top = await app.main
      .locator('a[data-item]:visible')
      .first()
      .evaluate((at) => at.getBoundingClientRect().top);
    expect(top).toBeLessThan(844 / 2);
    // Two lines at most.
    expect((await app.bar.boundingBox()).height).toBeLessThanOrEqual(110);
    // Nothing is wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test('filters are behind one button that says how many are set', async ({ app }) => {
  await app.open('#/calendar/list');
  const fold = app.filters.bar.getByRole('button', { name: /^筛选/ });
  await expect(fold).toHaveText('筛选');
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(app.filters.facet('工委')).toBeHidden();
  await fold.tap();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await app.filters.choose('工委', '法制工委');
  await app.filters.choose('进展', '已逾期');
  await expect(fold).toHaveText('筛选（2）');
  await fold.tap();
  await expect(app.filters.facet('工委')).toBeHidden();
  await expect(fold).toHaveText('筛选（2）');
  await fold.tap();
  await app.filters.chip('法制工委').tap();
  await expect(fold).toHaveText('筛选（1）');
});

test('how the page looks can be chosen at its foot', async ({ app, page }) => {
  await app.open('#/');
  await page.locator('.foot').getByRole('combobox', { name: '外观' }).selectOption({ label: '深色' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
