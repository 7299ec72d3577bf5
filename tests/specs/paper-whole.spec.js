// Printing where lists are filled as they are asked for, and where a browser cannot print.
import { withDoubles } from '../support/plans.js';
import { print } from '../support/paper.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const MORE = 60;

/** How often the doubles of an item stand on paper. */
const doubles = (sheets) => sheets.map((sheet) => sheet.text.match(/\(\d+\)/g) ?? []).flat();

test.describe('a plan with long lists', () => {
  test.beforeEach(({ app }) => withDoubles(app, [MORE, 1000]));

  for (const [hash, name] of [
    ['#/units', '教科文卫工委'],
    ['#/calendar/list', ''],
  ]) {
    test(`every row of ${hash} is printed, however many are shown`, async ({ app, page }) => {
      await app.open(hash);
      const part = name ? app.card(name) : app.main;
      const all = name
        ? readSource().items.filter((item) => item.lead === name).length + MORE
        : readSource().items.length + MORE + 1000;
      const shown = (await app.titles(part)).length;
      expect(shown).toBeLessThan(all);
      const found = new Set(doubles(await print(page)));
      for (let no = 5; no < 5 + MORE + 1000; no += 1) expect(found.has(`(${no})`), `${no}`).toBe(true);
      // Afterwards the page is as it was.
      await expect.poll(async () => (await app.titles(part)).length).toBe(shown);
    });
  }

  test('so are the rows where the page is only shown as on paper', async ({ app, page }) => {
    await app.open('#/units');
    const card = app.card('教科文卫工委');
    expect(await app.titles(card)).toHaveLength(20);
    await page.emulateMedia({ media: 'print' });
    const led = readSource().items.filter((item) => item.lead === '教科文卫工委').length;
    await expect.poll(async () => (await app.titles(card)).length).toBe(led + MORE);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(async () => (await app.titles(card)).length).toBe(20);
  });

  test('what is printed by the button is whole when the browser is called', async ({ app, page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        window.printed = [...document.querySelectorAll('main .row a[data-item]')].length;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await app.open('#/units');
    await app.rail.page().getByRole('button', { name: '打印', exact: true }).first().click();
    await expect
      .poll(() => page.evaluate(() => window.printed))
      .toBeGreaterThan(readSource().items.length + MORE + 1000 - 1);
  });
});

test('search results are printed whole', async ({ app, page }) => {
  await withDoubles(app, [MORE, 1]);
  await app.open('#/search?q=12月');
  const rest = app.main.getByText(/^还有 \d+ 件$/);
  await expect(rest).not.toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(rest).toHaveCount(0);
});

for (const { how, stub } of [
  { how: 'has no function for it', stub: () => delete Window.prototype.print && (window.print = undefined) },
  {
    how: 'refuses',
    stub: () => {
      window.print = () => {
        throw new Error('not here');
      };
    },
  },
  { how: 'does nothing', stub: () => (window.print = () => {}) },
]) {
  test(`where the browser ${how} the page says how to print`, async ({ app, page }) => {
    await page.addInitScript(stub);
    for (const hash of ['#/', '#/progress/bulletin/7', '#/meetings/standing-7']) {
      await app.open(hash);
      const button = page.getByRole('button', { name: /^打印/ }).locator('visible=true').last();
      await button.click();
      await expect(app.told).toContainText('这里没有打开打印窗口');
    }
  });
}

test('where the browser prints nothing is said', async ({ app, page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      window.printed = true;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await app.open('#/');
  await page.getByRole('button', { name: '打印', exact: true }).first().click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
  await expect(app.told).toBeEmpty();
});
