// Every step of importing a plan, correcting it, keeping it and handing it on, as a machine judges it: no violation, in
// either scheme, at three widths. With PICTURES, a folder, each step is drawn there, to be looked at.
import { readFileSync } from 'node:fs';
import { Data } from '../pages/data.js';
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { Library } from '../pages/library.js';
import { expectNoViolationsInEitherScheme } from '../support/axe.js';
import { SIZES } from '../support/sizes.js';
import { settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const PLAN = JSON.parse(readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'));
const LONG = {
  ...PLAN,
  id: 'long-2023',
  title: '某某自治区某某自治州某某县人民代表大会常务委员会二〇二三年度工作要点及主要工作安排',
};
/** With a table that is no plan's. */
const ODD = `${SMALL_PLAN}附件2
其他
甲\t乙\t丙
一些文字\t另一些\t再一些
又一些\t还有\t没有了
`;

/** Looks at a step in both schemes. */
async function look(page, step) {
  await expectNoViolationsInEitherScheme(page, step);
  const { width } = page.viewportSize();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, `${step} fits`).toBeLessThanOrEqual(width);
  if (!process.env.PICTURES) return;
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const path = `${process.env.PICTURES}/${width}-${step}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
  }
}

for (const size of [SIZES.desktop, SIZES.tablet, SIZES.phone]) {
  test.describe(size.name, () => {
    test.use(size.use);

    test('no step of an import violates WCAG 2.2 AA', async ({ app, page }) => {
      const review = new Import(app);
      await review.open();
      await look(page, 'import-1-ways');
      await review.choose(textFile('photo.pdf', '%PDF-1.4 nothing'));
      await expect(review.refused).toBeVisible();
      await look(page, 'import-2-refused');
      await review.read(textFile('2027年工作要点.txt', ODD));
      await look(page, 'import-3-review');
      await review.rows.nth(1).locator('summary').first().click();
      for (const part of ['部门与类别', '要点正文', '表格各列读成什么']) {
        await app.main.locator('summary', { hasText: part }).first().click();
      }
      await look(page, 'import-4-unfolded');
      await review.use.click();
      await expect(review.asked).toBeVisible();
      await look(page, 'import-5-asked');
      await review.useAnyway.click();
      await expect(page).toHaveURL(/#\/@/);
      await app.ready();
      await app.open('#/import');
      await expect(review.drafts).toHaveCount(1);
      await look(page, 'import-6-drafts');
    });

    test('no step of correcting a plan violates WCAG 2.2 AA', async ({ app, page }) => {
      await app.open('#/item/s2-9');
      await app.main.getByRole('button', { name: '改计划' }).click();
      const review = new Import(app);
      await review.shown();
      await look(page, 'correct-1-editor');
      await review.type(0, 'time', '11月');
      await review.use.click();
      await expect(review.asked).toContainText('→ 11月');
      await look(page, 'correct-2-asked');
      await review.putCorrection();
      await app.open(`#/item/${PLAN.items[0].id}`);
      await expect(app.main.getByText('改为 11月')).toBeVisible();
      await look(page, 'correct-3-item');
      await app.open('#/points');
      await app.main.getByText('启用以后的改动').click();
      await look(page, 'correct-4-points');
    });

    test('no step of keeping plans and handing them on violates WCAG 2.2 AA', async ({ app, page }) => {
      const library = new Library(app);
      await library.open();
      await look(page, 'library-1-first');
      await library.give(['long.json', JSON.stringify(LONG)]);
      await expect(library.told).toContainText('已把');
      await look(page, 'library-2-taken');
      await library.give(['x.json', JSON.stringify({ ...LONG, year: 2024 })]);
      await expect(library.versions).toHaveCount(1);
      await library.versions.getByRole('button', { name: '看有哪些变化' }).click();
      await expect(library.versions.locator('.revision')).toBeVisible();
      await look(page, 'library-3-version');
      await library.button(LONG.title, '删除').click();
      await look(page, 'library-4-deletion');
      await library.button(LONG.title, '改名').click();
      await look(page, 'library-5-name');
      await library.unfold();
      await look(page, 'library-6-menu');
      const other = await page.context().newPage();
      await other.goto(`${app.root}#/@${LONG.id}/library`);
      await expect(other.getByRole('main')).toContainText('计划库');
      await app.open(`#/@${LONG.id}/`);
      await other
        .getByRole('main')
        .locator('.plans > li', { hasText: LONG.title })
        .getByRole('button', { name: '归档' })
        .click();
      await expect(app.main.locator('.plan-changed')).toBeVisible();
      await look(page, 'library-7-told');
      const data = new Data(app);
      await app.open(`#/@${LONG.id}/data`);
      await app.settled();
      await expect(data.button('生成网站包（ZIP）')).toBeVisible();
      await look(page, 'handing-1-data');
      await page.goto('about:blank');
      await page.goto(`${app.root}#/@nowhere-2024/`);
      await expect(library.refusal).toBeVisible();
      await look(page, 'library-8-not-here');
    });
  });
}
