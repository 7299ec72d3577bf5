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

test('promise 33: a draft that another tab has deleted is kept whole again once something is done to it', async ({
  app,
}) => {
  const [one, other] = await inTwoTabs(app);
  const hash = app.hash();
  await other.open();
  await other.drafts.getByRole('button', { name: '删除' }).click();
  await expect(other.drafts).toHaveCount(0);
  await one.type(0, 'time', '8月');
  await expect(other.drafts).toHaveCount(1);
  await app.open(hash);
  await one.shown();
  await expect(one.cell(0, 'time')).toHaveValue('8月');
  await expect(one.rows).toHaveCount(3);
});
