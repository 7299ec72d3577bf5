// The data page where things go wrong or come in an unlucky order: nothing is promised that did not happen, nothing is
// asked too often, and what was typed or chosen stays.
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { AT, judged, noted } from '../support/foreign.js';
import { expect, test } from '../support/test.js';

const clockAt = (page, time) => page.clock.setFixedTime(new Date(`${time}+08:00`));

test('promise 14: a reminder that was put off comes back the next day, also on a page that stays open', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await notes.expectSaved();
  await clockAt(page, '2023-07-23T22:00:00');
  await app.open();
  await app.main.getByRole('button', { name: '今天不再提醒' }).click();
  await expect(data.reminder).toHaveCount(0);
  await expect(app.heading).toBeFocused();
  await clockAt(page, '2023-07-23T23:58:00');
  await app.open();
  await app.expectSaved();
  await expect(data.reminder).toHaveCount(0);
  await clockAt(page, '2023-07-24T08:00:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(data.reminder).toBeVisible();
});

test('promise 14: what was imported after the last backup is not in it, however old it is', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const backups = app.card('备份与移交');
  await data.open();
  await data.name('王芳');
  await data.backup();
  await expect(backups).toContainText('之后没有改动');
  await data.give(['李强.json', noted('b2', '李强', '早就写好的')]);
  await data.mergeOne();
  await expect(backups).toContainText('之后有 2 处改动');
  await clockAt(page, '2023-07-22T08:00:00');
  await app.open();
  await app.expectSaved();
  await expect(data.reminder).toHaveCount(0);
  await clockAt(page, '2023-07-22T09:00:00');
  await app.open();
  await expect(data.reminder).toBeVisible();
});

test('a backup is named after the day on which it is made', async ({ app, page }) => {
  const data = new Data(app);
  await data.open();
  await data.name('王/芳');
  await clockAt(page, '2023-07-18T09:00:00');
  expect((await data.backup()).name).toBe('要点备份-nanhai-2023-20230718-王芳.json');
});

test('what is being typed stays when an import is taken back', async ({ app, page }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await data.open();
  await data.give(['李强.json', noted('b2', '李强', '乙的记录')]);
  await data.mergeOne();
  await notes.show('s4-2');
  await notes.field.fill('还没有写完');
  await data.told.getByRole('button', { name: '撤销' }).click();
  await expect(data.told).toContainText('已撤销');
  await notes.expectSaved();
  await page.reload();
  await notes.ready();
  await expect(notes.field).toHaveValue('还没有写完');
  await notes.show('s4-1');
  await notes.expectNotes([]);
});

test('what was chosen for one file stays while others arrive, and all have their turn', async ({ app }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await data.open();
  await data.give(['王芳.json', judged('a1', '王芳', 'done')]);
  await data.mergeOne();
  await data.give(['李强.json', judged('b2', '李强', 'doing', AT + 1)]);
  const mine = data.preview.getByRole('button', { name: '保留本机' });
  await expect(mine).toHaveAttribute('aria-pressed', 'false');
  await mine.click();
  await data.give(['赵敏.json', noted('c3', '赵敏', '丙的记录')]);
  await data.give(['坏.json', '{']);
  await expect(mine).toHaveAttribute('aria-pressed', 'true');
  await data.mergeOne();
  await expect(data.preview).toContainText('赵敏');
  await data.mergeOne();
  await expect(data.refusal).toContainText('坏.json');
  await data.refusal.getByRole('button', { name: '关闭' }).click();
  await expect(data.files).toBeFocused();
  await notes.show('s4-1');
  await notes.expectStatus('已完成');
  await notes.expectNotes(['丙的记录']);
});

test('of two texts of one note both can be kept', async ({ app }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await data.open();
  await data.give(['王芳.json', noted('a1', '王芳', '王芳改的', { first: 'd4', at: AT + 1 })]);
  await data.mergeOne();
  await data.give(['李强.json', noted('b2', '李强', '李强改的', { first: 'd4', at: AT + 2 })]);
  await data.preview.getByRole('button', { name: '两者都留' }).click();
  await data.mergeOne();
  await notes.show('s4-1');
  await notes.expectNotesInAnyOrder(['王芳改的', '李强改的']);
});

test('a file that brings nothing new says so, also where it names items that the plan does not have', async ({
  app,
}) => {
  const data = new Data(app);
  const same = ['李强.json', noted('b2', '李强', '别的计划里的', { item: 's9-99' })];
  await data.open();
  await data.give(same);
  await data.mergeOne();
  await data.give(same);
  await expect(data.preview).toContainText('不需要导入');
  await expect(data.preview).toContainText('另有 2 处两边相同');
  await expect(data.merge).toHaveCount(0);
});

test('going back leaves the focus beside the list that changes', async ({ app, page }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await data.show();
  await data.button('现在留一个恢复点').click();
  const asked = data.answer(true);
  await data.points.first().getByRole('button').press('Enter');
  await asked;
  await expect(data.told).toContainText('已恢复');
  await expect(data.button('现在留一个恢复点')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(data.button('清空全部登记')).toBeFocused();
});

const DROPPED = {
  'an app on the home screen': () => Object.defineProperty(navigator, 'standalone', { value: true }),
  WeChat: () =>
    Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.40` }),
};
for (const [where, becomes] of Object.entries(DROPPED)) {
  test(`promise 30: in ${where}, which drops downloads, none is offered and none is taken for made`, async ({
    app,
    page,
  }) => {
    await page.addInitScript(becomes);
    await page.addInitScript(() => {
      // As in Chromium, which hands on text but no JSON; and somebody who calls it off at first.
      Object.defineProperty(navigator, 'canShare', {
        value: ({ files }) => files.every((file) => file.name.endsWith('.txt')),
      });
      Object.defineProperty(navigator, 'share', {
        value: async ({ files }) => {
          if (!window.willing) throw new DOMException('called off', 'AbortError');
          window.shared = { name: files[0].name, text: await files[0].text() };
        },
      });
    });
    const data = new Data(app);
    const notes = new Notes(app);
    await notes.open();
    await notes.write('要发出去的');
    await notes.expectSaved();
    await clockAt(page, '2023-07-23T09:00:00');
    await app.open();
    await expect(data.reminder).toBeVisible();
    await app.main.getByRole('button', { name: '现在备份' }).click();
    await data.ready();
    await expect(app.card('备份与移交')).toContainText('不能下载文件');
    await expect(data.button('下载备份')).toHaveCount(0);
    await data.button('用其他应用发送').click();
    await expect(data.told).toContainText('没有发送');
    await expect(data.reminder).toBeVisible();
    await page.evaluate(() => (window.willing = true));
    await data.button('用其他应用发送').click();
    await expect(data.told).toContainText('已交给所选的应用');
    await expect(data.reminder).toHaveCount(0);
    const shared = await page.evaluate(() => window.shared);
    // What arrives so can be read again.
    await data.give([shared.name, shared.text]);
    await expect(data.preview).toContainText('不需要导入');
  });
}
