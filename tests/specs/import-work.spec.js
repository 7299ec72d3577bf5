// A document that takes longer than a moment: what is being done is shown and can be stopped, and the page goes on.
import { Import, textFile } from '../pages/import.js';
import { docx, xlsx } from '../support/office.js';
import { expect, test } from '../support/test.js';

const TITLE = '江源市人大常委会2027年工作要点';
const UNITS = ['财经工委', '办公室', '教科文卫工委'];

/** The rows of a table of so many items. */
const table = (count) => [
  ['类别', '序号', '项目', '承办部门', '时间'],
  ...Array.from({ length: count }, (_, at) => [
    `第${Math.floor(at / 500) + 1}类工作`,
    `${(at % 500) + 1}`,
    `听取第${at + 1}件事情的报告`,
    UNITS[at % 3],
    `${(at % 12) + 1}月`,
  ]),
];
const text = (count) =>
  [TITLE, '附件1', '工作安排表', ...table(count).map((row) => row.join('\t'))].join('\n');
const SMALL = textFile('小表.txt', text(3));
/** So many rows that nobody is quick enough to miss that they are being read. */
const HUGE = 40_000;
const huge = () => textFile('大表.txt', text(HUGE));

/**
 * However fast this computer is: until it is let go on, every look at the clock takes a while, and reading waits after each
 * slice.
 */
const slowly = (page) =>
  page.addInitScript(() => {
    const [clock, post] = [performance.now.bind(performance), MessagePort.prototype.postMessage];
    const held = [];
    let begun = 0;
    performance.now = () => (window.goesOn ? begun + clock() : (begun += 100));
    MessagePort.prototype.postMessage = function (...message) {
      const turn = () => post.apply(this, message);
      if (!window.goesOn && document.querySelector('.underway')) held.push(turn);
      else turn();
    };
    window.nextSlice = () => held.splice(0).forEach((turn) => turn());
    window.goOn = () => {
      window.goesOn = true;
      window.nextSlice();
    };
  });
const goOn = (page) => page.evaluate(() => window.goOn());

for (const how of ['the button', 'Escape']) {
  test(`reading is stopped by ${how}, and nothing is kept of it`, async ({ app, page }) => {
    const review = new Import(app);
    await review.open();
    await review.choose(huge());
    await expect(review.work).toBeVisible();
    await expect(review.progress).toBeVisible();
    await expect(review.work).toContainText('正在');
    if (how === 'Escape') await page.keyboard.press('Escape');
    else await review.cancel.click();
    await expect(review.work).toBeHidden();
    await app.expectHash('#/import');
    await expect(review.files).toBeFocused();

    // What comes next is read as if nothing had been.
    await review.read(SMALL);
    await expect(review.rows).toHaveCount(3);
    await review.open();
    await expect(review.drafts).toHaveCount(1);
  });
}

test('what was said about the reading goes with it when it is stopped', async ({ app, page }) => {
  await slowly(page);
  const review = new Import(app);
  await review.open();
  await review.choose(huge());
  await expect(review.work).toBeVisible();
  await review.choose(SMALL);
  await expect(app.told).toContainText('前面的文件还在读');
  await review.cancel.click();
  await goOn(page);
  await expect(review.work).toBeHidden();
  await expect(page.locator('.toast')).not.toContainText('前面的文件还在读');
});

test('what is dropped on another page is read while that stays on screen, and is stopped there', async ({
  app,
}) => {
  await app.open('#/calendar/list');
  await app.main.evaluate((main, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], '大表.txt', { type: 'text/plain' }));
    main.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }, text(HUGE));
  const review = new Import(app);
  await expect(review.work).toContainText('正在');
  await app.expectHash('#/calendar/list');
  await review.cancel.click();
  await expect(review.work).toHaveCount(0);
  await app.expectHash('#/calendar/list');
  await review.open();
  await expect(review.drafts).toHaveCount(0);
});

test('while a document is read the page goes on, and says when it is there', async ({ app, page }) => {
  await slowly(page);
  const review = new Import(app);
  await review.open();
  await review.choose(textFile('大表.txt', text(8_000)));
  await expect(review.progress).toBeVisible();
  await app.rail.getByRole('link', { name: '总览' }).click();
  await expect(app.heading).toContainText('总览');
  await goOn(page);
  await expect(app.told).toContainText('文件已经读好');
  await app.expectHash('#/');
  await app.paste('#/import');
  await review.drafts.getByRole('button', { name: '接着核对' }).click();
  await review.shown();
  await expect(review.figure('项事项')).toHaveText('8000');
});

for (const [name, buffer] of [
  ['大表.docx', () => docx([TITLE, '附件1', '工作安排表'], table(5_000))],
  ['大表.xlsx', () => xlsx([[TITLE], ...table(5_000)])],
]) {
  test(`${name}: it is shown how far it is, and what was read is put right`, async ({ app, page }) => {
    await slowly(page);
    const review = new Import(app);
    await review.open();
    await review.choose({ name, mimeType: 'application/octet-stream', buffer: buffer() });
    await expect(review.work).toContainText(name);
    const further = async () => {
      await page.evaluate(() => window.nextSlice());
      return review.share();
    };
    await expect.poll(further).toBeGreaterThan(0);
    await goOn(page);
    await review.shown();
    await expect(review.figure('项事项')).toHaveText('5000');
    await review.type(1, 'time', '11月');
    await expect(review.matrix.getByRole('button', { name: '办公室 2月 416 项' })).toBeVisible();
    await expect(review.kept).toHaveText('已存到这个浏览器');
    await review.undo.click();
    await expect(review.cell(1, 'time')).toHaveValue('2月');
  });
}
