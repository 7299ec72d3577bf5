// A plan in two tabs: one of them corrects, renames, archives or deletes it, and the other one is told. Nothing that is
// written there is lost or goes to another item.
import { readFileSync } from 'node:fs';
import { App } from '../pages/app.js';
import { Import } from '../pages/import.js';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { settling } from '../support/storage.js';
import { expect, JULY, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const PLAN = JSON.parse(readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'));
const MOU = { ...PLAN, id: 'mou-2023', title: '某区人大常委会 2023 年工作要点' };
/** A task of March, which goes to May. */
const TASK = PLAN.items.findIndex(({ id }) => id === 'm3-1');
const { title: TITLE } = PLAN.items[TASK];

/** Another tab of the same browser. */
async function another(app) {
  const page = await app.page.context().newPage();
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  await page.addInitScript(() => {
    window.heard = 0;
    addEventListener('storage', ({ key, newValue }) => {
      window.heard += Number(key?.startsWith('yaodian.changed/') && newValue !== null);
    });
  });
  return new App(page, app.root);
}

/** What the other tab is told. */
function told(app) {
  return app.main.locator('.plan-changed');
}

async function give(app, plan) {
  const library = new Library(app);
  await library.open();
  await library.give([`${plan.id}.json`, JSON.stringify(plan)]);
  await expect(library.told).toContainText('已把');
  return library;
}

/** How many changes of plans a tab has heard of. */
function heard(app) {
  return app.page.evaluate(() => window.heard);
}

/** Puts the task of March into May. */
async function correct(app, hash) {
  await app.open(hash);
  await app.main.getByRole('button', { name: '改计划' }).click();
  const review = new Import(app);
  await review.shown();
  await review.type(TASK, 'time', '5月');
  await review.use.click();
  await review.putCorrection();
}

/** The item's own page, wherever the item is now. */
async function openTask(app, plan) {
  await app.open(`#/@${plan}/search?q=${encodeURIComponent(TITLE.slice(0, 12))}`);
  await app.main.getByRole('link', { name: TITLE }).first().click();
  await expect(app.item.panel).toBeVisible();
}

test('promise 34: a tab with the former version is told, and what is written there goes to the item under its new number', async ({
  app,
}) => {
  await give(app, MOU);
  const other = await another(app);
  await other.open(`#/@${MOU.id}/item/m3-1`);
  const notes = new Notes(other);
  await notes.ready();
  await notes.write('改计划之前写的');
  await other.expectSaved();

  await correct(app, `#/@${MOU.id}/item/m3-1`);
  await expect(told(other)).toContainText('刚在另一个标签页里改过');
  await expect(told(other)).toContainText('都不会丢');

  // It goes on: one note is saved, another one is still being written.
  await notes.write('改计划之后、换成新的版本之前写的');
  await other.expectSaved();
  await notes.field.fill('还没有写完');
  await told(other).getByRole('button', { name: '换成新的版本' }).click();
  await other.ready();
  await expect(told(other)).toHaveCount(0);
  await openTask(other, MOU.id);
  await expect(other.item.panel).toContainText('编号由 m3-1 改为 m5-');
  await expect(other.item.panel).toContainText('改计划之前写的');
  await expect(other.item.panel).toContainText('改计划之后、换成新的版本之前写的');
  await expect(new Notes(other).field).toHaveValue('还没有写完');

  // No other item has any of it, and none is left without an item.
  await other.open(`#/@${MOU.id}/progress`);
  await expect(other.main.getByText('改计划之后、换成新的版本之前写的')).toBeVisible();
  await expect(other.main.getByText('不在本计划')).toHaveCount(0);
});

test('promise 34: the tab of the plan that the page ships with is told, and so when its own version is used again', async ({
  app,
}) => {
  await app.open('#/item/m3-1');
  const other = await another(app);
  await other.open('#/categories');
  await correct(app, '#/item/m3-1');
  await expect(told(other)).toContainText('刚在另一个标签页里改过');
  await told(other).getByRole('button', { name: '换成新的版本' }).click();
  await other.ready();
  await other.open('#/calendar/list');
  await expect(told(other)).toHaveCount(0);
  const library = new Library(app);
  await library.open();
  await library.button(PLAN.title, '改回本页自带的版本').click();
  await expect(told(other)).toContainText('刚在另一个标签页里改过');
});

test('a tab is told that its plan was renamed, archived, deleted, and no longer once it is brought back', async ({
  app,
}) => {
  const library = await give(app, MOU);
  const other = await another(app);
  await other.open(`#/@${MOU.id}/`);
  await library.open();
  await library.button(MOU.title, '改名').click();
  await app.main.getByRole('textbox', { name: '计划的名称' }).fill('某区今年的');
  await app.main.getByRole('button', { name: '保存名称' }).click();
  await expect(told(other)).toContainText('改名为“某区今年的”');
  await told(other).getByRole('button', { name: '重新载入' }).click();
  await expect(other.bar.locator('.brand')).toHaveText('某区今年的');
  await expect(told(other)).toHaveCount(0);

  await library.button('某区今年的', '归档').click();
  await expect(told(other)).toContainText('归档了');
  await library.archived.click();
  await library.button('某区今年的', '取消归档').click();
  await expect(told(other)).toHaveCount(0);

  await library.button('某区今年的', '删除').click();
  await app.main.getByRole('button', { name: '删除计划，留下登记' }).click();
  await expect(told(other)).toContainText('删除了');
  await expect(told(other).getByRole('link', { name: '打开计划库' })).toBeVisible();
  // What is recorded there is kept under the plan's id.
  await other.paste(`#/@${MOU.id}/item/s2-9`);
  const notes = new Notes(other);
  await notes.ready();
  await notes.write('删除以后写的');
  await other.expectSaved();
  await library.deleted.click();
  await library.button('某区今年的', '恢复').click();
  await expect(told(other)).toHaveCount(0);
  await app.open(`#/@${MOU.id}/item/s2-9`);
  await expect(app.main.getByText('删除以后写的')).toBeVisible();
});

test('tabs of other plans are told nothing', async ({ app }) => {
  await give(app, MOU);
  const other = await another(app);
  await other.open('#/categories');
  await correct(app, `#/@${MOU.id}/item/m3-1`);
  await app.open(`#/@${MOU.id}/item/s2-9`);
  await other.open('#/categories');
  await expect(told(other)).toHaveCount(0);
  await expect
    .poll(() => other.page.evaluate(() => Object.keys(localStorage).join()))
    .not.toContain('changed');
});

test('the list of plans in another tab follows what is added, renamed, archived and deleted, and leaves alone a name that is being typed', async ({
  app,
}) => {
  const other = await another(app);
  const list = new Library(other);
  await list.open();
  const library = await give(app, MOU);
  await expect(list.plan(MOU.title)).toBeVisible();
  await give(app, { ...MOU, id: 'mou-2022', title: '某区人大常委会 2022 年工作要点', year: 2022 });
  await expect(list.plan('2022 年工作要点')).toBeVisible();

  await list.button(MOU.title, '改名').click();
  const name = other.main.getByRole('textbox', { name: '计划的名称' });
  await name.fill('写到一半');
  await library.button('2022 年工作要点', '归档').click();
  await expect(library.archived).toBeVisible();
  // What comes of a change here says that the other one was heard of.
  await expect.poll(() => heard(other)).toBeGreaterThan(2);
  await expect(name).toHaveValue('写到一半');
  await other.main.getByRole('button', { name: '取消' }).click();
  await expect(list.archived).toBeVisible();

  await library.button(MOU.title, '改名').click();
  await app.main.getByRole('textbox', { name: '计划的名称' }).fill('某区今年的');
  await app.main.getByRole('button', { name: '保存名称' }).click();
  await expect(list.link('某区今年的')).toBeVisible();
  await library.button('某区今年的', '删除').click();
  await app.main.getByRole('button', { name: '删除计划，留下登记' }).click();
  await expect(list.deleted).toBeVisible();
});

test('promise 34: a page that comes back by “back” says that its plan was corrected meanwhile', async ({
  app,
}) => {
  await give(app, MOU);
  const other = await another(app);
  // While a page is kept to come back, it hears nothing.
  await other.page.addInitScript(() => {
    addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true });
  });
  await other.open(`#/@${MOU.id}/categories`);
  await correct(app, `#/@${MOU.id}/item/m3-1`);
  await expect(told(other)).toHaveCount(0);
  const comeBack = (persisted) =>
    other.page.evaluate((persisted) => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
    }, persisted);
  await comeBack(true);
  await expect(told(other)).toContainText('刚在另一个标签页里改过');
});

test('promise 34: what another tab has corrected meanwhile is not put away by an older correction without a word', async ({
  app,
}) => {
  await give(app, MOU);
  await app.open(`#/@${MOU.id}/item/s2-9`);
  await app.main.getByRole('button', { name: '改计划' }).click();
  const review = new Import(app);
  await review.shown();
  await review.type(TASK, 'title', '另一个标签页里改的题目');
  await review.use.click();
  await expect(review.asked).toContainText('1 件有变化');
  await correct(await another(app), `#/@${MOU.id}/item/m3-1`);

  await review.useCorrection.click();
  await expect(app.told).toContainText('没有换上，原有的都还在：这份计划刚才在别处改过');
  await expect(review.asked).toHaveCount(0);
  await review.use.click();
  await expect(review.asked).toContainText('您改的期间，这份计划又有别的改动');
  await expect(review.asked).toContainText('1 件有变化，0 件新增，0 件不再有');
  await expect(review.asked).toContainText('5月');
  await review.putCorrection();
  // A link with the number that the item had leads to it, as a page of its own and beside another one.
  await app.open(`#/@${MOU.id}/item/m3-1`);
  await expect(app.heading).toHaveText('另一个标签页里改的题目');
  await app.open(`#/@${MOU.id}/categories?item=m3-1`);
  await expect(app.item.panel).toContainText('另一个标签页里改的题目');
});
