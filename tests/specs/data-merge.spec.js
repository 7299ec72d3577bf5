// Joining files loses nothing: a smaller one takes nothing away, and what two people recorded stays theirs in the
// history and in the bulletin.
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { Bulletin, Records } from '../pages/progress.js';
import { fileFrom } from '../support/device.js';
import { settling, texts } from '../support/storage.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const ITEM = 's4-1';
const TITLE = readSource().items.find((item) => item.id === ITEM).title;

test.beforeEach(({ page }) => page.addInitScript(settling));

test('promise 4: a file with fewer notes takes none away, whether it brings something or nothing', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open(ITEM);
  await notes.write('第一条');
  await data.show();
  const smaller = await data.backup();
  await notes.show(ITEM);
  await notes.write('第二条');
  await notes.show('s2-1');
  await notes.write('别的事项');
  await data.show();
  const before = await texts(page);

  await data.give([smaller.name, smaller.text]);
  await expect(data.preview).toContainText('本机都已经有了');
  await expect(data.merge).toHaveCount(0);
  await data.preview.getByRole('button', { name: '关闭' }).click();
  await expect(data.preview).toHaveCount(0);
  expect(await texts(page)).toEqual(before);

  // The same one with a single note that is not here yet.
  const stamp = `${Date.parse('2023-07-10T09:00:00+08:00')}-0-k3f9x2`;
  const file = JSON.parse(smaller.text);
  file.items = { [ITEM]: { notes: { [`${stamp}-00000000`]: { value: '同事的一条', stamp } } } };
  await data.give(['smaller.json', JSON.stringify(file)]);
  await expect(data.preview).toContainText('新增记录 1 条。');
  await data.mergeOne();
  await notes.show(ITEM);
  await notes.expectNotesInAnyOrder(['第一条', '第二条', '同事的一条']);
  await notes.show('s2-1');
  await notes.expectNotes(['别的事项']);
});

// The item ends in June, so that in July one that is still going on is overdue.
for (const [choice, status, standing] of [
  ['保留本机', '已完成', '已完成'],
  ['采用导入', '进行中', '进行中 · 已逾期'],
]) {
  test(`two committees differ, ${choice}: history says who wrote which note, the bulletin says what was chosen`, async ({
    app,
    page,
    browser,
  }) => {
    const files = [];
    for (const [name, status, note] of [
      ['王芳', '已完成', '已报主任会议'],
      ['李强', '进行中', '还差一次座谈'],
    ]) {
      const file = await fileFrom(browser, app, name, { item: ITEM, status, note });
      files.push([file.name, file.text]);
    }
    const data = new Data(app);
    await data.open();
    // One after the other, so that it is known which of them is here and which is the import.
    await data.give(files[0]);
    await data.mergeOne();
    await data.give(files[1]);
    const conflict = data.preview.getByRole('listitem').filter({ has: page.getByRole('group') });
    await expect(conflict).toHaveCount(1);
    await expect(conflict).toContainText(/本机：已完成.*王芳/);
    await expect(conflict).toContainText(/导入：进行中.*李强/);
    const chosen = conflict.getByRole('button', { name: choice });
    await chosen.click();
    await expect(chosen).toHaveAttribute('aria-pressed', 'true');
    await data.mergeOne();

    const notes = new Notes(app);
    await notes.show(ITEM);
    await notes.expectStatus(status);
    await notes.expectNotesInAnyOrder(['已报主任会议', '还差一次座谈']);
    await app.paste('#/progress');
    const records = new Records(app);
    await expect
      .poll(async () => (await records.told()).map(([, , said, who]) => `${said} ${who}`))
      .toEqual(expect.arrayContaining(['已报主任会议 王芳', '还差一次座谈 李强']));

    await app.paste('#/progress/bulletin/3-7');
    const bulletin = new Bulletin(app);
    const under = async () => {
      const groups = Object.values(await bulletin.parts()).flatMap((part) => Object.entries(part));
      return groups.filter(([, lines]) => lines.some((line) => line.includes(TITLE))).map(([name]) => name);
    };
    await expect.poll(under).toEqual([standing]);
    await expect(bulletin.paper).toContainText(/已报主任会议|还差一次座谈/);
  });
}
