// A long document under review: a stretch of its rows and lines is on screen, and whatever is asked for comes there.
import { Import, textFile } from '../pages/import.js';
import { expect, test } from '../support/test.js';

const ROWS = 2_000;
/** Rows with a time that nobody understands. */
const DOUBTFUL = [3, 1_500, 1_990];

const lines = Array.from({ length: ROWS }, (_, at) => {
  const no = at + 1;
  const time = DOUBTFUL.includes(no) ? `看情况再说${no}` : `${(at % 12) + 1}月`;
  return `第${Math.floor(at / 500) + 1}类工作\t${(at % 500) + 1}\t听取第${no}件事情的报告\t财经工委\t${time}`;
});
const LONG = textFile(
  '长表.txt',
  [
    '江源市人大常委会2027年工作要点',
    '附件1',
    '工作安排表',
    '类别\t序号\t项目\t承办部门\t时间',
    ...lines,
  ].join('\n'),
);
const title = (no) => `听取第${no}件事情的报告`;

test.beforeEach(async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read(LONG);
});

test('the last hint of a long document leads to its row and its line, and typing there is kept', async ({
  app,
}) => {
  const review = new Import(app);
  await expect(review.rows).toHaveCount(150);
  await expect(review.row(1_989)).toHaveCount(0);
  const hint = review.notes.getByRole('listitem').filter({ hasText: '看情况再说1990' });
  await hint.getByRole('button', { name: '去看' }).click();
  const row = review.row(1_989);
  await expect(row.locator('[data-column=title]')).toBeFocused();
  await expect(row.locator('[data-column=title]')).toHaveValue(title(1_990));
  await expect(row).toHaveClass(/chosen/);
  await expect(row).toBeInViewport();
  const line = review.document.locator('.chosen');
  await expect(line).toContainText(title(1_990));
  await expect(line).toBeInViewport();

  await row.locator('[data-column=time]').fill('12月');
  await row.locator('[data-column=time]').press('Enter');
  await expect(review.row(1_990).locator('[data-column=time]')).toBeFocused();
  await expect(hint).toHaveCount(0);
  await review.made();
  await review.undo.click();
  await expect(row.locator('[data-column=time]')).toHaveValue('看情况再说1990');
  await expect(hint).toHaveCount(1);
});

test('keys and buttons go on where the rows that are shown end', async ({ app, page }) => {
  const review = new Import(app);
  const time = (no) => review.row(no - 1).locator('[data-column=time]');
  await time(150).focus();
  await page.keyboard.press('ArrowDown');
  await expect(time(151)).toBeFocused();

  // From a row far down upwards, over the first that is shown there.
  const hint = review.notes.getByRole('listitem').filter({ hasText: '看情况再说1990' });
  await hint.getByRole('button', { name: '去看' }).click();
  await expect(review.row(1_989)).toHaveClass(/chosen/);
  await review.made();
  const first = await review.rows.first().locator('[data-column=title]').inputValue();
  const no = Number(first.match(/\d+/)[0]);
  await time(no).focus();
  await page.keyboard.press('ArrowUp');
  await expect(time(no - 1)).toBeFocused();
  await expect(time(no - 1)).toBeInViewport();
  await review.earlierRows.click();
  await expect(time(no - 20)).toHaveCount(1);
  await expect(time(no)).toHaveCount(1);
});

test('lines above those that are shown come on request, each once and in order', async ({ app }) => {
  const review = new Import(app);
  const hint = review.notes.getByRole('listitem').filter({ hasText: '看情况再说1500' });
  await hint.getByRole('button', { name: '去看' }).click();
  const chosen = review.document.locator('.chosen');
  await expect(chosen).toContainText(title(1_500));
  await review.made();
  const shown = () =>
    review.document
      .locator('[data-line]')
      .evaluateAll((lines) => lines.map((line) => Number(line.dataset.line)));
  const before = await shown();
  // The line that was the first one stays where it is.
  const first = review.document.locator(`[data-line="${before[0]}"]`);
  const height = () => first.evaluate((line) => line.getBoundingClientRect().top);
  await review.earlierLines.scrollIntoViewIfNeeded();
  const top = await height();
  await review.earlierLines.click();
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(before.length);
  const after = await shown();
  expect(after).toEqual(Array.from(after, (_, at) => after[0] + at));
  expect(after.slice(-before.length)).toEqual(before);
  await expect.poll(height).toBeCloseTo(top, -1);
  await expect(chosen).toHaveCount(1);
});

test('the year of very many units is shown a part at a time', async ({ app }) => {
  const places = '东西南北上下金木水火'.split('');
  const names = places.flatMap((one) =>
    places.flatMap((two) => [`${one}${two}镇人大`, `${one}${two}街道人大工委`]),
  );
  const rows = names.map(
    (name, at) => `重点工作\t${at + 1}\t听取${name}工作的报告\t${name}\t${(at % 12) + 1}月`,
  );
  const head = ['江源市人大常委会2027年工作要点', '附件1', '工作安排表', '类别\t序号\t项目\t承办部门\t时间'];
  const review = new Import(app);
  await review.open();
  await review.read(textFile('部门很多.txt', [...head, ...rows].join('\n')));
  // The last row is their sum.
  const units = review.matrix.locator('tbody').getByRole('rowheader');
  await expect(units).toHaveCount(120);
  await review.matrix.getByRole('button', { name: '再显示后面的（还有 80 项）' }).click();
  await expect(units).toHaveCount(200);
  await expect(review.matrix.getByRole('button', { name: '再显示后面的' })).toBeHidden();
});
