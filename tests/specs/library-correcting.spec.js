// 改计划: a plan in use is put right with the same editor, the one that the page ships with too. Every record stays with its
// item, and what was changed, when and by whom, is kept with the plan.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Data } from '../pages/data.js';
import { Import } from '../pages/import.js';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const PLAN = JSON.parse(readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'));
const MOU = { ...PLAN, id: 'mou-2024', title: '某区人大常委会 2024 年工作要点', year: 2024 };
const AT = PLAN.items.findIndex(({ id }) => id === 's2-9');

/** Uses what was changed, after it was shown. */
async function use(app, review) {
  await review.use.click();
  await expect(review.asked).toContainText('启用以后，登记都留在原来的事项上');
  await review.putCorrection();
}

test('promise 34: the plan that the page ships with is corrected from an item, and the item says when, who and what it said before', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  await data.open();
  await data.name('张三');
  const notes = new Notes(app);
  await app.open('#/item/s2-9');
  await notes.write('留在原来的事项上');
  await app.expectSaved();
  await data.open();
  const old = await data.backup();
  await app.open('#/item/s2-9');
  await app.main.getByRole('button', { name: '改计划' }).click();
  const review = new Import(app);
  await review.shown();
  await expect(app.heading).toHaveText(`改计划：${PLAN.title}`);
  await expect(page).toHaveTitle(`改计划：${PLAN.title}`);
  await expect(review.rows).toHaveCount(PLAN.items.length);
  await expect(review.cell(AT, 'title')).toBeFocused();
  await review.use.click();
  await expect(app.told).toContainText('还没有改动');
  await review.type(AT, 'time', '11月');
  await review.use.click();
  await expect(review.asked).toContainText('1 件有变化，0 件新增，0 件不再有');
  await expect(review.asked).toContainText('→ 11月');
  await expectNoViolations(page, 'what 启用 asks');
  await use(app, review);

  const said = `2023-07-15 张三 把时间由 8月 改为 11月`;
  for (const hash of ['#/item/s2-9', '#/@nanhai-2023/item/s2-9']) {
    await app.open(hash);
    await expect(app.main.getByText(said)).toBeVisible();
    await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
    await expect(app.main.locator('dd').filter({ hasText: /^11月/ })).toBeVisible();
  }
  await app.open('#/points');
  await app.main.getByText('启用以后的改动').click();
  await expect(app.main.locator('.amendments')).toContainText(said);

  // It goes out with every file.
  await data.open();
  expect((await data.backup()).text).toContain('2023-07-15');
  await data.give([old.name, old.text]);
  await expect(app.main).toContainText('不是同一个版本');
  const library = new Library(app);
  await library.open();
  await expect(library.plan(PLAN.title)).toContainText('改过');
  await expect(library.plan(PLAN.title)).toContainText('1 件有登记');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library.button(PLAN.title, '下载计划文件').click(),
  ]);
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).amendments).toEqual([
    { place: { item: 's2-9' }, part: 'period', before: '8月', after: '11月', on: '2023-07-15', by: '张三' },
  ]);
  await app.open('#/import');
  await expect(review.drafts).toHaveCount(0);

  // The version that the page ships with is not gone.
  await library.open();
  await library.button(PLAN.title, '改回本页自带的版本').click();
  await expect(library.button(PLAN.title, '改用计划库里的版本')).toBeVisible();
  await app.open('#/item/s2-9');
  await expect(app.main.getByText(said)).toHaveCount(0);
  await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
});

test('promise 34: a row that is taken out leaves its records, and no other row gets its place', async ({
  app,
}) => {
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', JSON.stringify(MOU)]);
  await expect(library.told).toContainText('已把');
  const notes = new Notes(app);
  await app.open(`#/@${MOU.id}/item/s2-9`);
  await notes.write('事项没有了，记录还在');
  await app.expectSaved();
  await library.open();
  await library.button(MOU.title, '改计划').click();
  const review = new Import(app);
  await review.shown();
  const row = review.rows.nth(AT);
  await row.getByText('更多').click();
  await row.getByRole('button', { name: '在下面添一项' }).click();
  await expect(review.cell(AT + 1, 'title')).toBeFocused();
  await review.type(AT + 1, 'title', '听取消防安全工作情况的报告');
  await row.getByRole('button', { name: '删去' }).click();
  await expect(review.cell(AT, 'title')).toHaveValue('听取消防安全工作情况的报告');
  await review.use.click();
  await expect(review.asked).toContainText('1 件新增，1 件不再有');
  await expect(review.asked).toContainText('有登记，留在“进展”页');
  await review.putCorrection();
  await expect(app.bar).toContainText(MOU.title);
  await app.open(`#/@${MOU.id}/progress`);
  await expect(app.main.getByText('事项没有了，记录还在')).toBeVisible();
  await app.open(`#/@${MOU.id}/calendar/list`);
  await app.main.getByRole('link', { name: '听取消防安全工作情况的报告' }).first().click();
  await expect(app.item.panel).toContainText('添了这件事项');
  await expect(app.item.panel).not.toContainText('事项没有了，记录还在');
  // The version of before can be brought back, as a plan of its own.
  await library.open();
  await expect(library.deleted).toHaveText('最近删除（1）');
});

test('categories of a plan in use get another order, and that is kept in words; nothing is renumbered', async ({
  app,
}) => {
  const [first, second] = PLAN.categories;
  const notes = new Notes(app);
  await app.open('#/item/s1-1');
  await notes.write('类别换了次序，还在这里');
  await app.expectSaved();
  await app.main.getByRole('button', { name: '改计划' }).click();
  const review = new Import(app);
  await review.shown();
  await app.main.getByText('部门与类别').click();
  await app.main.getByRole('button', { name: `上移 ${second.name}` }).click();
  await use(app, review);
  await app.open('#/categories');
  const links = app.main.getByRole('navigation', { name: '类别' }).getByRole('link');
  await expect(links.nth(1)).toContainText(second.name);
  await expect(links.nth(2)).toContainText(first.name);
  await app.open('#/item/s1-1');
  await expect(app.main.getByText('类别换了次序，还在这里')).toBeVisible();
  await app.open('#/points');
  await app.main.getByText('启用以后的改动').click();
  await expect(app.main.locator('.amendments')).toContainText(`把顺序由 类别：${first.name}、${second.name}`);

  // On paper it stands behind the document, unfolded.
  await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(app.main.getByRole('heading', { name: '启用以后的修改记录' })).toBeVisible();
  await app.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(app.main.getByRole('heading', { name: '启用以后的修改记录' })).toHaveCount(0);
});
