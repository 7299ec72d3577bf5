// A draft that is open in two tabs: nothing that is done in one of them is lost to the other.
import { App } from '../pages/app.js';
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expect, JULY, test } from '../support/test.js';

const FILE = textFile('要点.txt', SMALL_PLAN);

/** A draft in two tabs of one browser. */
async function inTwoTabs(app) {
  const one = new Import(app);
  await one.open();
  await one.read(FILE);
  const page = await app.page.context().newPage();
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  page.on('dialog', (dialog) => dialog.accept());
  const other = new Import(new App(page, app.root));
  await other.app.open(app.hash());
  await other.shown();
  return [one, other];
}

test('promise 33: a draft that is open in two tabs has what was put right in either', async ({ app }) => {
  const [one, other] = await inTwoTabs(app);
  await one.type(0, 'time', '8月');
  await expect(other.cell(0, 'time')).toHaveValue('8月');
  await other.type(2, 'time', '9月');
  await expect(one.cell(2, 'time')).toHaveValue('9月');
  await expect(other.kept).toHaveText('已存到这个浏览器');

  await app.open(app.hash());
  await one.shown();
  await expect(one.cell(0, 'time')).toHaveValue('8月');
  await expect(one.cell(2, 'time')).toHaveValue('9月');
  // What the other one did is taken back here.
  await one.undo.click();
  await expect(other.cell(2, 'time')).toHaveValue('5-6月');
});

test('promise 33: a draft that another tab has deleted stays deleted, and is kept as a new one if wanted', async ({
  app,
}) => {
  const [one, other] = await inTwoTabs(app);
  const hash = app.hash();
  await other.open();
  await other.drafts.getByRole('button', { name: '删除' }).click();
  await expect(other.drafts).toHaveCount(0);
  await expect(one.gone).toContainText('已经不在了');
  // What is done here is not lost, and does not bring it back.
  await one.type(0, 'time', '8月');
  await expect(one.kept).toHaveText('没有存：已在别处删除');
  await other.open();
  await expect(other.drafts).toHaveCount(0);

  await one.gone.getByRole('button', { name: '另存为一份新的' }).click();
  await expect(one.gone).toHaveCount(0);
  await expect(one.kept).toHaveText('已存到这个浏览器');
  await expect(other.drafts).toHaveCount(1);
  await expect.poll(() => app.hash()).not.toBe(hash);
  await app.open(app.hash());
  await one.shown();
  await expect(one.cell(0, 'time')).toHaveValue('8月');
  await expect(one.rows).toHaveCount(3);
  await one.undo.click();
  await expect(one.cell(0, 'time')).toHaveValue('3月');
  await app.open(hash);
  await expect(app.main).toContainText('不在这个浏览器里');
});

test('a draft that another tab has deleted can be left, and is never left unasked', async ({ app, page }) => {
  const [one, other] = await inTwoTabs(app);
  await other.open();
  await other.drafts.getByRole('button', { name: '删除' }).click();
  await expect(one.gone).toBeVisible();
  const asked = [];
  const answer = (dialog) => {
    asked.push(dialog.message());
    dialog.dismiss();
  };
  page.on('dialog', answer);
  await app.main.getByRole('link', { name: '再导入一份' }).click();
  await expect.poll(() => asked.length).toBe(1);
  await expect(one.rows).toHaveCount(3);
  // Another document that comes in waits, and takes nothing away.
  await app.heading.evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    },
    SMALL_PLAN.replace('2027', '2028'),
  );
  await expect.poll(() => asked.length).toBe(2);
  await expect(one.year).toHaveValue('2027');
  await expect(other.drafts).toHaveCount(1);
  await one.gone.getByRole('button', { name: '不要了，离开' }).click();
  await app.expectHash('#/import');
  await expect(one.drafts).toHaveCount(1);
  await expect(one.drafts).toContainText('2028');
  expect(asked).toHaveLength(2);
});

test('a draft that is deleted while nothing is heard of it does not come back either', async ({
  app,
  page,
}) => {
  const [one, other] = await inTwoTabs(app);
  // As in browsers that tell pages from files nothing of each other.
  await page.evaluate(() =>
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
  );
  await other.open();
  await other.drafts.getByRole('button', { name: '删除' }).click();
  await expect(other.drafts).toHaveCount(0);
  await one.type(0, 'time', '8月');
  await expect(one.gone).toContainText('已经不在了');
  await other.open();
  await expect(other.drafts).toHaveCount(0);
});

test('the plan of a draft that another tab has deleted is put into use without a question about leaving', async ({
  app,
  page,
}) => {
  const [one, other] = await inTwoTabs(app);
  await other.open();
  await other.drafts.getByRole('button', { name: '删除' }).click();
  await expect(one.gone).toBeVisible();
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await one.use.click();
  await one.useAnyway.click();
  await expect(page).toHaveURL(/#\/@/);
  await app.ready();
  await expect(app.bar).toContainText('江源市人大常委会2027年工作要点');
  expect(asked).toEqual([]);
  await other.open();
  await expect(other.drafts).toHaveCount(0);
});
