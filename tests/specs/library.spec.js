// The plans of a browser: kept, opened by their addresses, renamed, archived, deleted and brought back; each with a ledger of
// its own.
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { opened, OTHER } from '../support/plans.js';
import { dump, settling } from '../support/storage.js';
import { expect, LATER, test } from '../support/test.js';

const OWN = '佛山市南海区人大常委会 2023 年工作要点';

test.beforeEach(({ context }) => context.addInitScript(settling));

/** The page, with another plan in its browser's library. */
async function withOther(app, server) {
  const { there } = await opened(app, server);
  const library = new Library(there);
  await library.show();
  await library.keep();
  await there.page.close();
  const here = new Library(app);
  await here.open();
  return here;
}

test('a plan of the library is opened by its link, and every address from there on names it', async ({
  app,
  page,
  server,
}) => {
  const library = await withOther(app, server);
  await expect(library.plans).toHaveCount(2);
  await expect(library.plan(OTHER.title)).toContainText('2023 年');
  await expectNoViolations(page, '计划库');
  await library.goTo(OTHER.title);
  await app.expectHash(`#/@${OTHER.id}/`);
  await expect(page).toHaveTitle(`总览 · ${OTHER.title}`);
  await expect(page.locator('#before')).toHaveCount(0);
  for (const link of await app.rail.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^#/@${OTHER.id}/`));
  }
  await app.rail.getByRole('link', { name: '类别' }).click();
  await app.expectHash(`#/@${OTHER.id}/categories`);
  await app.search.fill('未成年人');
  await app.expectHash(`#/@${OTHER.id}/search?q=未成年人`);
  await app.search.fill('wcnr');
  await expect(app.main.locator('.hit').first()).toBeVisible();
  await app.main.locator('.hit a').first().click();
  await expect(app.item.panel).toBeVisible();
  expect(app.hash()).toContain(`#/@${OTHER.id}/search?q=wcnr&item=`);
  await page.reload();
  await app.ready();
  await expect(app.item.panel).toBeVisible();
  await expect(page).toHaveTitle(`搜索 · ${OTHER.title}`);
});

test('each plan has its own records, and those of the other are not touched', async ({
  app,
  page,
  server,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('南海的记录');
  await app.expectSaved();
  const library = await withOther(app, server);
  const before = await dump(page);
  await library.goTo(OTHER.title);
  await app.open(`#/@${OTHER.id}/item/s4-1`);
  await expect(app.main.getByText('南海的记录')).toHaveCount(0);
  await notes.write('某区的记录');
  await app.expectSaved();
  const after = await dump(page);
  const own = (all) => Object.entries(all.local).filter(([key]) => key.startsWith('yaodian.nanhai-2023.'));
  expect(own(after)).toEqual(own(before));
  await app.open('#/item/s4-1');
  await expect(app.main.getByText('南海的记录')).toBeVisible();
  await expect(app.main.getByText('某区的记录')).toHaveCount(0);
  await library.open();
  await expect(library.plan(OTHER.title)).toContainText('1 件有登记');
});

test('an address without a plan opens the last one used, and old addresses the one that the page ships with', async ({
  app,
  page,
  server,
}) => {
  const library = await withOther(app, server);
  await library.goTo(OTHER.title);
  await app.open();
  await app.expectHash(`#/@${OTHER.id}/`);
  await expect(page).toHaveTitle(`总览 · ${OTHER.title}`);
  // In the page that is there, too.
  await app.pasteForOtherPlan('#/calendar');
  await expect(page).toHaveTitle(new RegExp(`· ${OWN}$`));
  await app.ready();
  await app.open();
  await expect(page).toHaveTitle(`总览 · ${OWN}`);
  expect(app.hash()).toBe('');
});

test('another plan is reached and left by the address alone', async ({ app, page, server }) => {
  await withOther(app, server);
  await app.pasteForOtherPlan(`#/@${OTHER.id}/data`);
  await expect(page).toHaveTitle(`数据 · ${OTHER.title}`);
  await app.pasteForOtherPlan('#/@nanhai-2023/data');
  await expect(page).toHaveTitle(`数据 · ${OWN}`);
  await page.goBack();
  await expect(page).toHaveTitle(`数据 · ${OTHER.title}`);
});

test('an address of a plan that is not here says whose it is and how to get it, and shows no other', async ({
  app,
  page,
}) => {
  await page.goto(`${app.root}#/@foshanshinanhaiqu-2031-0a1b2c3d/calendar`);
  const library = new Library(app);
  await expect(library.refusal).toContainText('这份计划不在这个浏览器里');
  await expect(library.refusal).toContainText(
    'foshanshinanhaiqu-2031-0a1b2c3d，是拼音为“foshanshinanhaiqu”的机关 2031 年的计划',
  );
  await expect(page.getByText('听取和审议').first()).toBeHidden();
  await expect(page).toHaveTitle('要点');
  await expectNoViolations(page, '计划库');
  await library.refusal.getByRole('link', { name: '打开本页自带的计划' }).click();
  await app.ready();
  await expect(page).toHaveTitle(`总览 · ${OWN}`);
});

test('a plan gets another name and is put away', async ({ app, server, page }) => {
  const library = await withOther(app, server);
  await library.button(OTHER.title, '改名').click();
  const field = app.main.getByRole('textbox', { name: '计划的名称' });
  await expect(field).toBeFocused();
  await field.fill('<b>我们的</b>计划');
  await field.press('Enter');
  await expect(library.link('<b>我们的</b>计划')).toBeVisible();
  await expect(library.plan(OTHER.title)).toHaveCount(1);
  await library.button('我们的', '归档').click();
  await expect(library.plans).toHaveCount(1);
  await library.archived.click();
  await library.button('我们的', '取消归档').click();
  await expect(library.plans).toHaveCount(2);
  await page.reload();
  await expect(library.link('<b>我们的</b>计划')).toBeVisible();
});

test('a plan is deleted with its records, which are handed over first, and brought back with them', async ({
  app,
  page,
  server,
}) => {
  const library = await withOther(app, server);
  const notes = new Notes(app);
  await app.open(`#/@${OTHER.id}/item/s4-1`);
  await notes.write('某区的记录');
  await app.expectSaved();
  await library.open();
  await library.button(OTHER.title, '删除').click();
  await expectNoViolations(page, '计划库');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    library.button(OTHER.title, '连同登记删除').click(),
  ]);
  expect(download.suggestedFilename()).toContain(`要点备份-${OTHER.id}-`);
  await expect(app.told).toContainText('已删除');
  await expect(library.plans).toHaveCount(1);
  const { local } = await dump(page);
  expect(JSON.stringify(local)).not.toContain('某区的记录');
  await app.pasteForOtherPlan(`#/@${OTHER.id}/`);
  await expect(library.refusal).toContainText('这份计划在这个浏览器里删除了');
  await library.open();
  await library.deleted.click();
  await library.button(OTHER.title, '恢复').click();
  await expect(library.plans).toHaveCount(2);
  await expect(library.plan(OTHER.title)).toContainText('1 件有登记');
  await app.open(`#/@${OTHER.id}/item/s4-1`);
  await expect(app.main.getByText('某区的记录')).toBeVisible();
});

test('what another page does with the library is seen', async ({ app, server }) => {
  const library = await withOther(app, server);
  const second = await app.page.context().newPage();
  await second.goto(`${app.root}#/library`);
  await second.getByRole('button', { name: '归档', exact: true }).click();
  await expect(second.getByText('已归档（1）')).toBeVisible();
  await app.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(library.plans).toHaveCount(1);
  await second.close();
});

test.describe('once the year is over', () => {
  test.use({ today: LATER });

  test('the overview leads to where the next plan is made', async ({ app }) => {
    await app.open('#/');
    await app.main.getByRole('link', { name: '导入新一年的计划' }).click();
    await expect(app.heading).toHaveText('导入计划');
  });
});
