// 提示: what is put right is no longer listed, and each kind of hint leads to what puts it right.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

/** A blank unit, a blank time, a number that is missing, a task that says another time, a name of two units. */
const GAPS = `江源市人大常委会2027年工作要点
附件1
工作安排表
类别\t序号\t项目名称\t组织实施部门\t时间\t提交会议
专题调研（4项）\t1\t关于预算执行情况的调研\t财经工委\t3月\t常委会会议
专题调研（4项）\t2\t关于环境保护情况的调研\t\t5月\t主任会议
专题调研（4项）\t4\t关于民生实事的调研\t财经和农业农村工委\t\t常委会会议
附件2
其他
甲\t乙\t丙
一些文字\t另一些\t再一些
又一些\t还有\t没有了
`;

async function read(app, text) {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('2027年工作要点.txt', text));
  return review;
}

const press = (place, name) => place.getByRole('button', { name, exact: true }).first().click();

test('a hint that was put right is gone from the list, and undo brings it back', async ({ app }) => {
  const review = await read(app, SMALL_PLAN);
  await expect(review.notes.locator('.note-group')).toHaveCount(3);
  await review.type(1, 'time', '4月');
  await expect(review.noted('unknown_period')).toHaveCount(0);
  await expect(review.notes).not.toContainText('看情况再说');
  await expect(review.left).toHaveText('还有 2 处待核对');
  await review.undo.click();
  await expect(review.noted('unknown_period')).toContainText('看情况再说');
  await expect(review.left).toHaveText('还有 3 处待核对');
  await review.redo.click();
  await expect(review.noted('unknown_period')).toHaveCount(0);

  // What is right as it is is folded away, and can be looked at again.
  await press(review.noted('count'), '这样对');
  await expect(review.noted('count')).toHaveCount(0);
  await expect(review.left).toHaveText('还有 1 处待核对');
  await review.notes.getByText('按过“这样对”的 1 处').click();
  await press(review.notes.locator('.further'), '再看看');
  await expect(review.noted('count')).toHaveCount(1);
  await expect(review.left).toHaveText('还有 2 处待核对');
});

for (const size of [SIZES.desktop, SIZES.phone]) {
  test.describe(size.name, () => {
    test.use(size.use);

    test('a hint leads to the field that puts it right, opened to be changed', async ({ app, page }) => {
      const review = await read(app, GAPS);
      await press(review.noted('blank_unit'), '改部门');
      await expect(review.cell(1, 'lead')).toBeFocused();
      await expect(review.cell(1, 'lead')).toBeInViewport();
      await page.keyboard.type('城建环资工委');
      await page.keyboard.press('Tab');
      await expect(review.noted('blank_unit')).toHaveCount(0);

      await press(review.noted('maybe_two_units'), '改名称');
      await expect(app.main.getByRole('textbox', { name: '财经和农业农村工委' })).toBeFocused();
      await press(review.noted('table_not_understood'), '指定各列');
      await expect(app.main.getByRole('combobox', { name: '甲', exact: true })).toBeFocused();
      await expect(app.main.getByRole('combobox', { name: '甲', exact: true })).toBeInViewport();

      // What is told for information has its way, too.
      await review.notes.getByText('不必逐条核对').click();
      await press(review.noted('blank_time'), '改时间');
      await expect(review.cell(2, 'time')).toBeFocused();
    });
  });
}

test('what is probably meant is a button, and is taken back in one step', async ({ app }) => {
  const review = await read(app, GAPS);
  await press(review.noted('blank_unit'), '填“财经工委”');
  await expect(review.cell(1, 'lead')).toHaveValue('财经工委');
  await expect(review.noted('blank_unit')).toHaveCount(0);
  await review.undo.click();
  await expect(review.cell(1, 'lead')).toHaveValue('');
  await expect(review.noted('blank_unit')).toHaveCount(1);

  await press(review.noted('maybe_two_units'), '分成“财经、农业农村工委”');
  await expect(review.cell(2, 'lead')).toHaveValue('财经工委、农业农村工委');
  await expect(review.noted('maybe_two_units')).toHaveCount(0);
  await review.undo.click();
  await expect(review.cell(2, 'lead')).toHaveValue('财经和农业农村工委');

  // A row that is missing, where it is missing.
  const left = await review.left.textContent();
  await press(review.noted('serial_gap'), '添一项');
  await expect(review.rows).toHaveCount(4);
  await expect(review.cell(2, 'title')).toBeFocused();
  await review.type(2, 'title', '关于教育情况的调研');
  await expect(review.noted('serial_gap')).toHaveCount(0);
  await expect(review.noted('count')).toHaveCount(0);
  await review.undo.click();
  await review.undo.click();
  await expect(review.rows).toHaveCount(3);
  await expect(review.left).toHaveText(left);
});

test('a hint about the head leads to its field', async ({ app, page }) => {
  const review = await read(app, SMALL_PLAN.replace('江源市人大常委会2027年工作要点', '工作要点'));
  await press(review.notes.locator('[data-cause^=year]').first(), '改年份');
  await expect(review.year).toBeFocused();
  await page.keyboard.type('2028');
  await page.keyboard.press('Tab');
  await expect(review.notes.locator('[data-cause^=year]')).toHaveCount(0);
});
