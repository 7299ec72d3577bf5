// A review by keyboard alone: from choosing the file to the plan on screen.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expect, test } from '../support/test.js';

/** Goes on with the Tab key until what has the focus is this; the pointer is never used. */
async function tabTo(page, locator, key = 'Tab') {
  const target = await locator.elementHandle();
  for (let pressed = 0; pressed < 300; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // Whoever goes by keyboard sees where he is.
      const box = await target.evaluate((element) => {
        const shown = element.matches('input[type=file]') ? element.closest('label') : element;
        const { top, bottom } = shown.getBoundingClientRect();
        return { top, bottom, height: innerHeight };
      });
      expect(box.bottom).toBeGreaterThan(0);
      expect(box.top).toBeLessThan(box.height);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not lead to ${locator}`);
}

test('a review goes by keyboard alone, from choosing the file to the plan that is in use', async ({
  app,
  page,
}) => {
  const review = new Import(app);
  await app.open();
  const { keyboard } = page;
  // From the overview by the links of the page.
  await tabTo(page, app.rail.getByRole('link', { name: '数据' }));
  await keyboard.press('Enter');
  await expect(app.heading).toHaveText('数据');
  await app.settled();
  await tabTo(page, app.main.getByRole('link', { name: '导入计划' }));
  await keyboard.press('Enter');
  await expect(app.heading).toHaveText('导入计划');
  await expect(app.heading).toBeFocused();
  await app.settled();

  // Asked for before the keys: the browser may take a key before it knows that the dialog is to be given to the test.
  const chosen = page.waitForEvent('filechooser');
  await tabTo(page, review.files);
  await keyboard.press('Enter');
  await (await chosen).setFiles(textFile('2027年工作要点.txt', SMALL_PLAN));
  await review.shown();
  await expect(review.left).toHaveText('还有 3 处待核对');

  // What is doubtful is looked at, and put right where it stands.
  await tabTo(
    page,
    review.notes.locator('[data-cause=unknown_period]').getByRole('button', { name: '去看' }),
  );
  await keyboard.press('Enter');
  await expect(review.cell(1, 'title')).toBeFocused();
  await tabTo(page, review.cell(1, 'time'));
  await keyboard.press('Control+A');
  await keyboard.type('4月');
  await keyboard.press('Enter');
  await expect(review.cell(2, 'time')).toBeFocused();
  await expect(review.left).toHaveText('还有 2 处待核对');
  await keyboard.press('Control+D');
  await expect(review.cell(2, 'time')).toHaveValue('4月');
  await tabTo(page, review.undo, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(review.cell(2, 'time')).toHaveValue(/5.*6月/);

  // Names that are one are made one, and what is right as it is is accepted.
  await tabTo(page, review.notes.getByRole('button', { name: '“财经委”并入“财经工委”' }));
  await keyboard.press('Enter');
  await expect(review.left).toHaveText('还有 1 处待核对');
  await tabTo(page, review.notes.locator('[data-cause=count]').getByRole('button', { name: '这样对' }));
  await keyboard.press('Space');
  await expect(review.left).toHaveText('没有待核对的提示');

  // A row is added, named, and taken out again.
  await tabTo(page, review.rows.nth(0).locator('summary').first());
  await keyboard.press('Enter');
  await tabTo(page, review.rows.nth(0).getByRole('button', { name: '在下面添一项' }));
  await keyboard.press('Enter');
  await expect(review.cell(1, 'title')).toBeFocused();
  await keyboard.type('听取消防安全工作情况的报告');
  await keyboard.press('Tab');
  await expect(review.rows).toHaveCount(4);

  await tabTo(page, review.use, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/@/);
  await app.ready();
  await expect(app.bar).toContainText('江源市人大常委会2027年工作要点');
});

test('what stands against the use of a plan has the focus, and can be left and overruled by keyboard', async ({
  app,
  page,
}) => {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('2027年工作要点.txt', SMALL_PLAN));
  const { keyboard } = page;
  await tabTo(page, review.use);
  await keyboard.press('Enter');
  await expect(review.asked).toBeFocused();
  await tabTo(page, review.asked.getByRole('button', { name: '先去核对' }));
  await keyboard.press('Enter');
  await expect(review.notes.locator('h2 :focus')).toHaveText('提示');
  await tabTo(page, review.use, 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(review.asked).toBeFocused();
  await tabTo(page, review.useAnyway);
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/@/);
  await app.ready();
});
