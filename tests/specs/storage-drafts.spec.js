// What is being typed and was not saved as a note yet is there again, however the page was left.
import { Notes } from '../pages/notes.js';
import { another } from '../support/pages.js';
import { expect, test } from '../support/test.js';

const DRAFT = '写到一半，还没有保存\n第二行';

const LEFT = {
  'the tab is closed': (notes) => notes.page.close({ runBeforeUnload: true }),
  'the page is loaded again': (notes) => notes.page.reload(),
  'another site is visited': (notes) => notes.page.goto('about:blank'),
  'another item is opened': (notes) => notes.app.paste('#/?item=s2-1'),
  'the item is closed': (notes) => notes.page.keyboard.press('Escape'),
};

for (const [how, leave] of Object.entries(LEFT)) {
  test(`a draft is there again after ${how} at once`, async ({ app }) => {
    // The test's own page stays, so that the browser does.
    const notes = await another(app);
    const closed = how === 'the tab is closed' ? notes.page.waitForEvent('close') : Promise.resolve();
    await notes.field.fill(DRAFT);
    await leave(notes);
    await closed;
    const again = new Notes(app);
    await again.open();
    await expect(again.field).toHaveValue(DRAFT);
    await again.save();
    await again.expectNotes([DRAFT]);
    await again.open();
    await expect(again.field).toHaveValue('');
  });
}

test('the draft of a changed note is there again when somebody goes on to change it', async ({
  app,
  page,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('原来的');
  await notes.edit('原来的');
  await notes.edited.fill('改到一半');
  await page.reload();
  await notes.ready();
  await notes.expectNotes(['原来的']);
  await notes.edit('原来的');
  await expect(notes.edited).toHaveValue('改到一半');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await notes.edit('原来的');
  await expect(notes.edited).toHaveValue('原来的');
});

test('the sign does not say 已保存 while a draft is being typed', async ({ app, page }) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.expectSaved();
  await page.evaluate(() => {
    window.signs = [];
    const field = document.querySelector('#new-note');
    const look = () => window.signs.push(document.querySelector('.saved').textContent);
    // After the app has dealt with the key.
    field.addEventListener('input', () => queueMicrotask(() => queueMicrotask(look)));
  });
  await notes.field.pressSequentially('三个字');
  await notes.expectSaved();
  expect(await page.evaluate(() => window.signs)).toEqual(['正在保存', '正在保存', '正在保存']);
});

test('promise 10: a draft goes on in the page where one types next', async ({ app }) => {
  const one = new Notes(app);
  await one.open();
  const two = await another(app);
  await one.field.fill('在甲页');
  await expect(two.field).toHaveValue('在甲页');
  await two.field.fill('在甲页，又到乙页');
  await expect(one.field).toHaveValue('在甲页，又到乙页');
  await one.save();
  await expect(two.field).toHaveValue('');
  await two.expectNotes(['在甲页，又到乙页']);
});

test('promise 10: two pages type different drafts for one item: both texts are kept', async ({ app }) => {
  const one = new Notes(app);
  await one.open();
  const two = await another(app);
  await Promise.all([one.field.fill('甲页的草稿'), two.field.fill('乙页的草稿')]);
  for (const notes of [one, two]) {
    await expect(notes.field).toHaveValue(/甲页的草稿/);
    await expect(notes.field).toHaveValue(/乙页的草稿/);
  }
  await two.page.close();
  await one.open();
  await expect(one.field).toHaveValue(/甲页的草稿/);
  await expect(one.field).toHaveValue(/乙页的草稿/);
});
