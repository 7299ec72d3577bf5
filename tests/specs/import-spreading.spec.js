// Rows as in a spreadsheet: what is pasted or filled down goes to rows that are on the page, and can be taken back.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expect, test } from '../support/test.js';

/** The first and the last row are doubtful, those between them are not. */
const BETWEEN = SMALL_PLAN.replace('看情况再说', '4月').replace('财经委', '').replace('5-6月', '看情况再说');

async function opened(app, text = SMALL_PLAN) {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('2027年工作要点.txt', text));
  return review;
}

/** Pastes a text into a field, as the clipboard gives it. */
async function pasteInto(cell, text) {
  await cell.evaluate((field, text) => {
    field.focus();
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('a pasted column goes down the rows that are on the page, and Ctrl+Z in the field takes it back', async ({
  app,
  page,
}) => {
  const review = await opened(app, BETWEEN.replace('\t3月\t', '\t再定\t'));
  const time = (key) => review.row(key).locator('[data-column=time]');
  await review.only.check();
  await expect(review.row(1)).toHaveCount(0);
  await pasteInto(time(0), '5月\n6月\n7月');
  await expect(time(0)).toHaveValue('5月');
  await expect(time(2)).toHaveValue('6月');
  await expect(app.told).toContainText('有一部分没有贴上');
  await review.only.uncheck();
  await expect(time(1)).toHaveValue('4月');

  await pasteInto(time(0), '8月\n9月');
  await expect(time(1)).toHaveValue('9月');
  await time(0).focus();
  await page.keyboard.press('Control+z');
  await expect(time(0)).toHaveValue('5月');
  await expect(time(1)).toHaveValue('4月');
  await page.keyboard.press('Control+Shift+z');
  await expect(time(1)).toHaveValue('9月');
});

test('cells that are pasted go to the columns beside', async ({ app }) => {
  const review = await opened(app);
  const cell = (column) => review.row(0).locator(`[data-column=${column}]`);
  await pasteInto(cell('time'), '9月\t办公室\t财经工委');
  await expect(cell('time')).toHaveValue('9月');
  await expect(cell('lead')).toHaveValue('办公室');
  await expect(cell('joint')).toHaveValue('财经工委');
});

test('Ctrl+D takes over the field that somebody stands in, and no other', async ({ app, page }) => {
  const review = await opened(app);
  const cell = (key, column) => review.row(key).locator(`[data-column=${column}]`);
  await review.type(1, 'joint', '办公室');
  await cell(1, 'lead').focus();
  await page.keyboard.press('Control+d');
  await expect(cell(1, 'lead')).toHaveValue('财经工委');
  await expect(cell(1, 'joint')).toHaveValue('办公室');
  await page.keyboard.press('Control+z');
  await expect(cell(1, 'lead')).toHaveValue('城建环资工委');
  await expect(cell(1, 'joint')).toHaveValue('办公室');
});

test('Enter selects what the next row has, so that it is typed over', async ({ app, page }) => {
  const review = await opened(app);
  const time = (key) => review.row(key).locator('[data-column=time]');
  await time(0).focus();
  await page.keyboard.press('Enter');
  await expect(time(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(time(2)).toBeFocused();
  await page.keyboard.type('11月');
  await page.keyboard.press('Tab');
  await expect(time(2)).toHaveValue('11月');
});

test('a year may be typed with its word or wide, and what is none is said', async ({ app }) => {
  const review = await opened(app);
  await review.year.fill('２０２９年');
  await review.year.press('Tab');
  await expect(review.year).toHaveValue('2029');
  await review.year.fill('abc');
  await review.year.press('Tab');
  await expect(review.year).toHaveValue('2029');
  await expect(app.told).toContainText('年份请填四位数字');
});

test('files of different plans are said to be that', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  const other = SMALL_PLAN.replace('江源市人大常委会2027年', '云岭县人大常委会2028年');
  await review.read(textFile('甲.txt', SMALL_PLAN), textFile('乙.txt', other));
  const said = review.notes.locator('[data-cause=other_plan]');
  await expect(said).toContainText('几份文件像是几个计划');
  await expect(said).toContainText('云岭县人大常委会2028年工作要点');
});
