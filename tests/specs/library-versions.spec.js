// A file with another version of a plan that is here: what changes is shown before anything does. Plan files come in on any
// page.
import { readFileSync } from 'node:fs';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { dump, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const TEXT = readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8');
const OWN = JSON.parse(TEXT).title;
const MOU = { id: 'mou-2024', title: '某区人大常委会 2024 年工作要点' };

function plan(names, change = () => {}) {
  const plan = Object.assign(JSON.parse(TEXT), names);
  change(plan);
  return JSON.stringify(plan);
}

/** A row is gone, one is in another month. */
function changed(plan) {
  const gone = ({ id, item, from, to, a, b, place }) =>
    [id, item, from, to, a, b, place?.item].includes('s4-1');
  for (const part of ['items', 'links', 'corrections']) plan[part] = plan[part].filter((it) => !gone(it));
  const row = plan.items.find(({ id }) => id === 's2-9');
  row.period = { months: { first: 11, last: 11 } };
  row.period_text = '11月';
}

async function noted(app, hash, text) {
  const notes = new Notes(app);
  await app.open(hash);
  await notes.write(text);
  await app.expectSaved();
}

test('promise 34: another version of a plan, from a file, takes its place once somebody has seen what changes', async ({
  app,
  page,
}) => {
  const library = new Library(app);
  await library.open();
  await library.give(['old.json', plan(MOU)]);
  await expect(library.told).toContainText('已把');
  await noted(app, `#/@${MOU.id}/item/s2-9`, '留在原来的事项上');
  await library.open();
  const before = await dump(page);
  await library.give(['new.json', plan(MOU, changed)]);
  await expect(library.versions).toContainText('内容不一样');
  expect(await dump(page)).toEqual(before);
  await library.versions.getByRole('button', { name: '看有哪些变化' }).click();
  await expect(library.versions).toContainText('80 件没有变化，1 件有变化，0 件新增，1 件不再有。');
  await library.versions.getByRole('button', { name: '换上文件里的版本' }).click();
  await expect(library.told).toContainText('已把');
  await expect(library.versions).toHaveCount(0);
  await app.open(`#/@${MOU.id}/item/s2-9`);
  await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
  await expect(app.main.getByText('把时间由 8月 改为 11月')).toBeVisible();
});

test('another version of a plan, from a file, is taken beside it, each with records of its own', async ({
  app,
}) => {
  const library = new Library(app);
  await library.open();
  await library.give(['old.json', plan(MOU)]);
  await expect(library.told).toContainText('已把');
  await noted(app, `#/@${MOU.id}/item/s2-9`, '原来那份的');
  await library.open();
  await library.give(['new.json', plan(MOU, changed)]);
  await library.versions.getByRole('button', { name: '另收一份' }).click();
  await expect(library.plans).toHaveCount(3);
  await library.opens.click();
  await expect(app.bar.locator('.brand')).toHaveText(MOU.title);
  await app.ready();
  expect(app.hash()).not.toContain(MOU.id);
  const prefix = app.hash().replace(/[^/]*$/, '');
  await app.open(`${prefix}item/s2-9`);
  await expect(app.main.locator('dd').filter({ hasText: /^11月/ })).toBeVisible();
  await expect(app.main.getByText('原来那份的')).toHaveCount(0);
});

test('promise 34: another version of the plan that the page ships with takes its place, with every record', async ({
  app,
}) => {
  await noted(app, '#/item/s2-9', '留在原来的事项上');
  const library = new Library(app);
  await library.open();
  await library.give(['nanhai.json', plan({}, changed)]);
  await library.versions.getByRole('button', { name: '看有哪些变化' }).click();
  await library.versions.getByRole('button', { name: '换上文件里的版本' }).click();
  await expect(library.plan(OWN)).toContainText('改过');
  await app.open('#/item/s2-9');
  await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
  await expect(app.main.locator('dd').filter({ hasText: /^11月/ })).toBeVisible();
});

test('promise 34: the plan that the page ships with gets its corrected version, too', async ({ app }) => {
  await noted(app, '#/item/s2-9', '留在原来的事项上');
  const library = new Library(app);
  await library.open();
  await library.give(['new.json', plan({ id: 'xiuding', title: '修订后的工作要点' }, changed)]);
  await library.button('修订后的工作要点', '是修订稿…').click();
  await app.main.getByRole('combobox', { name: '是哪份计划的修订稿' }).selectOption('nanhai-2023');
  await library.button('修订后的工作要点', '看有哪些变化').click();
  await library.button('修订后的工作要点', '换上修订稿').click();
  await expect(app.bar.locator('.brand')).toHaveText('修订后的工作要点');
  await app.ready();
  await app.open('#/item/s2-9');
  await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
  await expect(app.main.locator('dd').filter({ hasText: /^11月/ })).toBeVisible();
});

for (const place of ['#/data', '#/units', '#/import', '#/library']) {
  test(`a plan file that is dropped on ${place} is taken as a plan`, async ({ app }) => {
    await app.open(place);
    await app.heading.evaluate((heading, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], '计划.json', { type: 'application/json' }));
      heading.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, plan(MOU));
    const library = new Library(app);
    await library.ready();
    await expect(library.told).toContainText(`已把“${MOU.title}”收进计划库`);
    await expect(library.plans).toHaveCount(2);
  });
}
