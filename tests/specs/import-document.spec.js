// The document beside the draft by keyboard, the year with its totals, and tables of many columns.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expectNoViolationsInEitherScheme } from '../support/axe.js';
import { expect, test } from '../support/test.js';

async function read(app, text = SMALL_PLAN) {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('2027年工作要点.txt', text));
  return review;
}

test('by keyboard from a line of the document to its row, and back', async ({ app, page }) => {
  const review = await read(app);
  const line = (name) => review.document.getByRole('button', { name: `看读出的事项：${name}` });
  await expect(line('')).toHaveCount(3);
  await review.document.focus();
  await page.keyboard.press('Tab');
  await expect(line('专题调研（3项）')).toHaveCount(2);
  await expect(line('').nth(0)).toBeFocused();
  // Whoever goes by keyboard sees where he is.
  const outline = () =>
    review.document
      .locator('.read')
      .nth(1)
      .evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(await outline()).toBe('none');
  await page.keyboard.press('ArrowDown');
  await expect(line('').nth(1)).toBeFocused();
  expect(await outline()).toBe('solid');
  await page.keyboard.press('End');
  await expect(line('').nth(2)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(line('').nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expectNoViolationsInEitherScheme(page, 'a line of the document');
  await page.keyboard.press('Enter');
  await expect(review.cell(1, 'title')).toBeFocused();

  // All lines are one stop of the Tab key.
  await review.document.focus();
  await page.keyboard.press('Tab');
  await expect(line('').nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement.closest('.pane'))).toBeNull();

  await review.rows.nth(2).locator('summary').first().click();
  await review.rows.nth(2).getByRole('button', { name: '看原文' }).click();
  await expect(line('').nth(2)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(review.cell(2, 'title')).toBeFocused();
});

test('lines have a way to their rows as soon as they have rows', async ({ app }) => {
  const review = await read(
    app,
    '江源市人大常委会2027年工作要点\n甲\t乙\t丙\n红\t关于蓝天的事\t3月\n黄\t关于碧水的事\t4月\n',
  );
  const lines = review.document.getByRole('button', { name: '看读出的事项' });
  await expect(lines).toHaveCount(0);
  await app.main.getByRole('combobox', { name: '乙', exact: true }).first().selectOption({ label: '事项' });
  await expect(lines).not.toHaveCount(0);
  await review.undo.click();
  await expect(lines).toHaveCount(0);
});

test('the year has totals by month and by unit, which are those of the table', async ({ app, page }) => {
  const review = new Import(app);
  await review.open();
  await review.example.click();
  await review.shown();
  const counted = () =>
    page.evaluate(() => {
      const table = document.querySelector('.year-seen');
      const number = (cell) => Number(cell.textContent);
      const count = (cell) =>
        Number(
          cell
            .querySelector('button')
            ?.getAttribute('aria-label')
            .match(/(\d+) 项$/)[1] ?? 0,
        );
      const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1));
      return {
        units: rows.map((cells) => [
          cells.slice(0, 13).reduce((sum, cell) => sum + count(cell), 0),
          number(cells[13]),
        ]),
        months: [...table.tFoot.rows[0].cells]
          .slice(1)
          .map((cell, at) => [
            rows.reduce((sum, cells) => sum + (at < 13 ? count(cells[at]) : number(cells[13])), 0),
            number(cell),
          ]),
      };
    });
  const expectEqual = async () => {
    const { units, months } = await counted();
    expect(units.length).toBeGreaterThan(5);
    for (const [there, said] of [...units, ...months]) expect(said).toBe(there);
    expect(String(months[13][1])).toBe(await review.figure('项事项').textContent());
    return months.map(([count]) => count);
  };
  const before = await expectEqual();
  await review.type(0, 'time', '12月');
  await expect(review.cell(0, 'time')).toHaveValue('12月');
  const after = await expectEqual();
  expect(after[11]).toBe(before[11] + 1);
  await expect(review.matrix.getByRole('columnheader', { name: '合计' })).toBeVisible();
  await expect(review.matrix.getByRole('rowheader', { name: '合计' })).toBeVisible();
});

test.describe('1366 pixels', () => {
  test.use({ viewport: { width: 1366, height: 768 } });

  test('of nine columns each choice can be read, and what does not fit is scrolled to', async ({
    app,
    page,
  }) => {
    const cells = (words) => words.join('\t');
    const review = await read(
      app,
      `江源市人大常委会2027年工作要点\n${[
        cells(['一栏', '二栏', '三栏', '四栏', '五栏', '六栏', '七栏', '八栏', '九栏']),
        cells(['红', '一些文字', '甲', '乙', '丙', '丁', '戊', '己', '庚']),
        cells(['黄', '另一些', '甲', '乙', '丙', '丁', '戊', '己', '庚']),
      ].join('\n')}\n`,
    );
    const last = app.main.locator('.columns-table select').last();
    await last.selectOption({ label: '其他（照录）' });
    await review.made();
    const cut = await app.main.locator('.columns-table select').evaluateAll((lists) =>
      lists.map((list) => {
        const twin = document.createElement('select');
        twin.append(new Option('其他（照录）'));
        twin.style.cssText = `position:absolute;font:${getComputedStyle(list).font};padding:${getComputedStyle(list).padding}`;
        document.body.append(twin);
        const needs = twin.getBoundingClientRect().width;
        twin.remove();
        return list.getBoundingClientRect().width < needs;
      }),
    );
    expect(cut).toEqual(Array(9).fill(false));
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
  });
});
