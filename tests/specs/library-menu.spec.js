// The plans of this browser below the title in the bar.
import { readFileSync } from 'node:fs';
import { Library } from '../pages/library.js';
import { expectNoViolations } from '../support/axe.js';
import { expect, test } from '../support/test.js';

const TEXT = readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8');
const OWN = JSON.parse(TEXT).title;
const MOU = { id: 'mou-2024', title: '某区人大常委会 2024 年工作要点', year: 2024 };

async function withMou(app) {
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', JSON.stringify(Object.assign(JSON.parse(TEXT), MOU))]);
  await expect(library.told).toContainText('已把');
  return library;
}

for (const [name, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['phone', { width: 375, height: 700 }],
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('the title in the bar opens the plans of this browser, and closes them', async ({ app, page }) => {
      const library = await withMou(app);
      await app.open('#/units');
      await library.unfold();
      const plans = library.menu.getByRole('listitem');
      await expect(plans).toHaveCount(2);
      await expect(plans.first()).toContainText(OWN);
      await expect(plans.first()).toContainText('正在使用');
      await expect(plans.last()).toContainText('2024 年');
      await expect(plans.last()).toContainText('82 件事项，没有登记');
      await expect(plans.last()).toContainText('用过');
      await expectNoViolations(page, 'the menu of plans');
      const box = await library.menu.boundingBox();
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
      await page.keyboard.press('Escape');
      await expect(library.menu).toHaveCount(0);
      await expect(app.bar.locator('summary')).toBeFocused();
      await library.unfold();
      await app.main.click({ position: { x: 5, y: 300 } });
      await expect(library.menu).toHaveCount(0);
      await library.unfold();
      await library.menu.getByRole('link', { name: '计划库' }).click();
      await library.ready();
      await expect(library.menu).toHaveCount(0);
      await library.unfold();
      await plans.last().getByRole('link').click();
      await expect(page).toHaveTitle(`总览 · ${MOU.title}`);
    });
  });
}

test('a name of the user’s is the one in the bar', async ({ app }) => {
  const library = await withMou(app);
  await library.button(MOU.title, '改名').click();
  const field = app.main.getByRole('textbox', { name: '计划的名称' });
  await field.fill('我们的计划');
  await field.press('Enter');
  await expect(library.link('我们的计划')).toBeVisible();
  await library.link('我们的计划').click();
  await expect(app.bar.locator('.brand')).toHaveText('我们的计划');
});
