// What a machine can tell about accessibility: no violation on any page, in either scheme, on any size.
import {
  expectColoursToBeRead,
  expectNoViolations,
  expectNoViolationsInEitherScheme,
} from '../support/axe.js';
import { everywhere } from '../support/places.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

for (const size of [SIZES.desktop, SIZES.phone]) {
  test.describe(size.name, () => {
    test.use(size.use);

    test('no page violates WCAG 2.2 AA', async ({ app, page }) => {
      await everywhere(app, (name) => expectNoViolations(page, name));
    });

    test('no page violates WCAG 2.2 AA with its colours for the dark', async ({ app, page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await everywhere(app, (name) => expectColoursToBeRead(page, name));
    });

    test('an item beside any page has none either, nor has the table of keys', async ({ app, page }) => {
      for (const hash of ['#/calendar/list?item=m1-3', '#/categories?item=s7-4', '#/points?item=s2-13']) {
        await app.open(hash);
        await expect(app.item.panel).toBeVisible();
        await app.item.article.locator('summary').click();
        // What a box has scrolled away counts as covered, so the last thing to press is brought into view.
        await app.item.copy.scrollIntoViewIfNeeded();
        await expectNoViolationsInEitherScheme(page, hash);
      }
      await app.open();
      await app.page.getByRole('button', { name: '帮助' }).and(app.page.locator(':visible')).click();
      await expect(app.help).toBeVisible();
      await expectNoViolations(page, 'help');
    });
  });
}

test('the choice of a scheme holds whatever the system says, and is remembered', async ({ app, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await app.open();
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  const theme = app.bar.getByRole('combobox', { name: '外观' });
  await theme.selectOption({ label: '浅色' });
  expect(await background()).toBe(light);
  await expectNoViolations(page, 'light on a dark system');
  await page.reload();
  await app.ready();
  expect(await background()).toBe(light);
  await theme.selectOption({ label: '深色' });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).toBe(dark);
  await expectNoViolations(page, 'dark on a light system');
});
