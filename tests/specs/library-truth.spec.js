// What the library says is so: a corrected version gives no item what was recorded about another one, what was deleted comes
// back whole, and what a plan is called is the same everywhere.
import { Import, textFile } from '../pages/import.js';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const TITLE = '白河县人大常委会2027年工作要点';
const A = '听取法治政府建设进展情况的报告\t法制工委\t3月';
const EARLY = '听取国有资产管理情况的报告\t财经工委\t2月';
const LATE = '听取国有资产管理情况的报告\t财经工委\t8月';
const B = '听取环境状况的报告\t城建工委\t4月';
const CORRECTION = '（修订稿）';

function document(rows, mark = '') {
  const numbered = rows.map((row, at) => `报告\t${at + 1}\t${row}`);
  const head = `${TITLE}${mark}\n附件1\n工作安排表\n类别\t序号\t项目\t承办部门\t时间\n`;
  return `${head}${numbered.join('\n')}\n`;
}

/** Reads a document and asks for its use. */
async function use(app, text) {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('plan.txt', text));
  await review.use.click();
  return review;
}

/** Puts a document into use as the first of its body and year; the page is loaded anew. */
async function inUse(app, text) {
  const review = await use(app, text);
  if (await review.asked.isVisible()) await review.useAnyway.click();
  await expect(app.bar.locator('.brand')).toHaveText(TITLE);
  await app.ready();
  return app.hash().match(/^#\/@([^/]+)\//)[1];
}

/** Puts a corrected document in the place of the plan in use. */
async function correct(app, rows) {
  const review = await use(app, document(rows, CORRECTION));
  if (await review.useAnyway.isVisible()) await review.useAnyway.click();
  await expect(review.asked).toContainText('作为它的修订稿，还是另一份？');
  await review.asked.getByRole('button', { name: '作为修订稿' }).click();
  await expect(review.asked.locator('.revision')).toBeVisible();
  await expectNoViolations(app.page, 'what a corrected version changes');
  await Promise.all([
    app.page.waitForEvent('load'),
    review.asked.getByRole('button', { name: '换上修订稿' }).click(),
  ]);
  await expect(app.bar.locator('.brand')).toHaveText(`${TITLE}${CORRECTION}`);
  await app.ready();
}

test('promise 34: of two items with one title, a correction gives neither what was recorded about the other', async ({
  app,
}) => {
  const id = await inUse(app, document([A, EARLY, LATE, B]));
  const notes = new Notes(app);
  await app.open(`#/@${id}/item/s1-2`);
  await notes.write('二月的已经听过');
  await app.expectSaved();
  await correct(app, [A, LATE, B]);

  await app.open(`#/@${id}/item/s1-3`);
  await expect(app.main.getByText('8月').first()).toBeVisible();
  await expect(app.main.getByText('二月的已经听过')).toHaveCount(0);
  // The number is the one that the corrected document prints.
  await expect(app.main.getByText('第 2 项')).toBeVisible();
  await app.open(`#/@${id}/progress`);
  await expect(app.main.getByText('听取国有资产管理情况的报告').first()).toBeVisible();
  await expect(app.main.getByText('（现在的计划中没有）')).toBeVisible();
  await expect(app.main.getByText('二月的已经听过')).toBeVisible();
});

test('a plan that was deleted here says so at its address, and comes back beside what was recorded since', async ({
  app,
  page,
}) => {
  const id = await inUse(app, document([A, EARLY]));
  const notes = new Notes(app);
  const write = async (text) => {
    await app.open(`#/@${id}/item/s1-1`);
    await notes.write(text);
    await app.expectSaved();
  };
  const remove = async () => {
    await app.open('#/@nanhai-2023/library');
    const library = new Library(app);
    await library.ready();
    await library.button(TITLE, '删除').click();
    return library;
  };
  await write('先记的一条');
  const library = await remove();
  await Promise.all([page.waitForEvent('download'), library.button(TITLE, '连同登记删除').click()]);
  await expect(app.told).toContainText('已删除');
  await library.deleted.click();
  await expect(library.plan(TITLE)).toContainText('删除，1 件有登记，一起删除的');

  await app.pasteForOtherPlan(`#/@${id}/`);
  await expect(library.refusal).toContainText('这份计划在这个浏览器里删除了');
  await expectNoViolations(page, 'the address of a deleted plan');
  await library.refusal.getByRole('button', { name: '恢复' }).click();
  await expect(app.bar.locator('.brand')).toHaveText(TITLE);
  await app.ready();
  await app.open(`#/@${id}/item/s1-1`);
  await expect(app.main.getByText('先记的一条')).toBeVisible();
});

test('a new name of the plan that is open is in the bar and in the title of the tab at once', async ({
  app,
  page,
}) => {
  const id = await inUse(app, document([A, EARLY]));
  await app.open(`#/@${id}/library`);
  const library = new Library(app);
  await library.ready();
  await library.button(TITLE, '改名').click();
  const field = app.main.getByRole('textbox', { name: '计划的名称' });
  await field.fill('我们的计划');
  await field.press('Enter');
  await expect(app.bar.locator('.brand')).toHaveText('我们的计划');
  await expect(page).toHaveTitle('计划库 · 我们的计划');
  await app.rail.getByRole('link', { name: '类别' }).click();
  await expect(page).toHaveTitle('类别 · 我们的计划');
});

test('a plan without meetings says so, and offers none to filter by', async ({ app }) => {
  const id = await inUse(app, document([A, EARLY]));
  await app.open(`#/@${id}/meetings`);
  await expect(app.main.getByText('这份计划没有写哪些事项上什么会议。')).toBeVisible();
  await expect(app.main.getByText('没有符合条件的事项')).toHaveCount(0);
  await app.open(`#/@${id}/`);
  await expect(app.main.getByRole('combobox', { name: '会议' })).toHaveCount(0);
});
