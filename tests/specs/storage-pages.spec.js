// Two pages of one browser: whatever they write, and whatever they hear of each other, both end up with all of it.
import { Notes } from '../pages/notes.js';
import { another, deafen, hearing, neverPause, showAgain } from '../support/pages.js';
import { dump, own, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

/** The clock stands still in these tests, so both pages write at the same time, under the same name. */
let one;
let two;

test.beforeEach(async ({ page, app }) => {
  await page.addInitScript(settling);
  await hearing(page);
  one = new Notes(app);
  await one.open();
  await one.write('原来的');
  await one.expectSaved();
  two = await another(app, 's4-1', hearing);
  await two.expectNotes(['原来的']);
});

/** Both pages, both stores and a page that is opened now have exactly these notes. */
async function expectEverywhere(texts) {
  for (const notes of [one, two]) {
    await notes.expectNotesInAnyOrder(texts);
    await notes.expectSaved();
  }
  const stored = await dump(one.page);
  expect(own(stored.local)['item/s4-1']).toBe(stored.entries['item/s4-1']);
  await one.open();
  await one.expectNotesInAnyOrder(texts);
}

test('promise 10: two pages write about different items, and each shows what the other wrote', async () => {
  await two.show('s2-1');
  await Promise.all([one.write('甲写的'), two.write('乙写的')]);
  await one.show('s2-1');
  await one.expectNotes(['乙写的']);
  await two.show('s4-1');
  await two.expectNotes(['甲写的', '原来的']);
  await one.show('s4-1');
  await expectEverywhere(['甲写的', '原来的']);
});

test('promise 10: two pages write about the same item at the same time, again and again', async () => {
  const texts = ['原来的'];
  for (let round = 1; round <= 6; round += 1) {
    await Promise.all([one.writeByKeys(`甲${round}`), two.writeByKeys(`乙${round}`)]);
    texts.push(`甲${round}`, `乙${round}`);
  }
  // Where a draft was stored in between, the other page may have taken it into its field: two texts are then one note.
  const missing = async (notes) => {
    const there = (await notes.texts.allTextContents()).join('\n');
    return texts.filter((text) => !there.includes(text));
  };
  for (const notes of [one, two]) await expect.poll(() => missing(notes)).toEqual([]);
  await expect.poll(() => two.texts.allTextContents()).toEqual(await one.texts.allTextContents());
  await expectEverywhere(await one.texts.allTextContents());
});

test('promise 10: one page sets the status while the other one writes a note', async () => {
  await Promise.all([one.setStatus('进行中'), two.write('乙写的')]);
  for (const notes of [one, two]) await notes.expectStatus('进行中');
  await expectEverywhere(['乙写的', '原来的']);
});

test('promise 10: two pages set the same status differently: the last one stands in both', async () => {
  await one.setStatus('进行中');
  await two.expectStatus('进行中');
  await two.setStatus('已完成');
  await one.expectStatus('已完成');
  await one.setStatus('未开始');
  await two.expectStatus('未开始');
  await one.open();
  await one.expectStatus('未开始');
});

test('promise 10: a note is changed in one page while somebody types in the other: both texts are kept', async () => {
  // Else the one draft may show in the other page, where it would be replaced by somebody who sees it.
  for (const notes of [one, two]) await neverPause(notes);
  await one.edit('原来的');
  await one.edited.fill('甲改的');
  await two.edit('原来的');
  await two.edited.fill('乙改的');
  await two.saveEdited();
  await two.expectNotes(['乙改的']);
  // What was typed is still in the field.
  await expect(one.edited).toHaveValue('甲改的');
  await one.saveEdited();
  await expectEverywhere(['甲改的', '乙改的']);
});

test('promise 10: a note is deleted in one page while it is changed in the other: the change is kept', async () => {
  await one.edit('原来的');
  await one.edited.fill('甲改的');
  await two.note('原来的').getByRole('button', { name: '删除' }).click();
  await two.expectNotes([]);
  // The field is gone with the note, and what was typed is not.
  await expect(one.edited).toHaveCount(0);
  await expect(one.field).toHaveValue('甲改的');
  await one.save();
  await expectEverywhere(['甲改的']);
});

for (const [name, first, second, kept] of [
  [
    'write different notes',
    (notes) => notes.write('甲写的'),
    (notes) => notes.write('乙写的'),
    ['甲写的', '乙写的', '原来的'],
  ],
  ['change the same note', change('甲改的'), change('乙改的'), ['甲改的', '乙改的']],
  ['change and delete the same note', change('甲改的'), remove, ['甲改的']],
  ['delete and change the same note', remove, change('乙改的'), ['乙改的']],
  ['delete a note and write another', remove, (notes) => notes.write('乙写的'), ['乙写的']],
  [
    'change a note and write another',
    change('甲改的'),
    (notes) => notes.write('乙写的'),
    ['甲改的', '乙写的'],
  ],
]) {
  test(`promise 10: two pages that hear nothing of each other ${name}: nothing is lost`, async () => {
    await deafen(one);
    await deafen(two);
    await first(one);
    await second(two);
    for (const notes of [one, two, one]) await showAgain(notes);
    await expectEverywhere(kept);
  });
}

function change(text) {
  return async (notes) => {
    await notes.edit('原来的');
    await notes.edited.fill(text);
    await notes.saveEdited();
  };
}

async function remove(notes) {
  await notes.note('原来的').getByRole('button', { name: '删除' }).click();
}

test('promise 10: a page that was in the background shows what was written meanwhile', async () => {
  await deafen(one);
  await two.write('乙写的');
  await two.setStatus('进行中');
  await two.expectSaved();
  await one.expectNotes(['原来的']);
  await showAgain(one);
  await one.expectNotes(['乙写的', '原来的']);
  await one.expectStatus('进行中');
});

test('promise 10: what one page takes back is taken back in the other, and what the other wrote stays', async () => {
  await one.write('甲写的');
  await two.expectNotes(['甲写的', '原来的']);
  await two.write('乙写的');
  await one.expectNotesInAnyOrder(['乙写的', '甲写的', '原来的']);
  await one.page.getByRole('button', { name: '撤销' }).click();
  await expectEverywhere(['乙写的', '原来的']);
});

test('promise 10: without localStorage two pages find each other in the database', async ({ app }) => {
  const blocked = (page) =>
    page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
  const three = await another(app, 's2-1', blocked);
  const four = await another(app, 's2-1', blocked);
  await three.write('丙写的');
  await three.expectSaved();
  await four.write('丁写的');
  await four.expectSaved();
  await four.expectNotesInAnyOrder(['丙写的', '丁写的']);
  await showAgain(three);
  await three.expectNotesInAnyOrder(['丙写的', '丁写的']);
});
