// Recording on an item by keyboard, and what of it is there the next day.
import { App } from '../pages/app.js';
import { BESIDE, COURT, openCourt } from '../support/recording.js';
import { expect, test } from '../support/test.js';

/** Closes the tab in the middle of something, and opens the item in a new one. */
async function closeAndOpen({ page, root }) {
  await page.close({ runBeforeUnload: true });
  const again = new App(await page.context().newPage(), root);
  await again.open(BESIDE);
  return again;
}

/** Presses Tab until an element has the focus. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${locator}`);
}

test.describe('a clerk with a keyboard', () => {
  test('sets status, reason and day, and finds them after a reload', async ({ app, page }) => {
    await openCourt(app);
    await expect(app.item.title).toBeVisible();
    await app.item.title.focus();
    await tabTo(page, app.record.status('未开始'));
    await tabTo(page, app.record.status('已取消'));
    await page.keyboard.press('Enter');
    await app.record.expectStatus('已取消');
    await tabTo(page, app.record.reason);
    await page.keyboard.type('与专题询问合并');
    await tabTo(page, app.record.day);
    await page.keyboard.type('07142023');
    await page.keyboard.press('Tab');
    await expect(app.record.day).toHaveValue('2023-07-14');
    await app.expectSaved();
    await page.reload();
    await app.record.expectStatus('已取消');
    await expect(app.record.reason).toHaveValue('与专题询问合并');
    await expect(app.record.day).toHaveValue('2023-07-14');
    await expect(app.item.fact('进展')).toContainText('已取消');
    await app.signs.expectSaid(COURT, '已取消');
  });

  test('postpones to a month, takes it back, does it again, and clears it', async ({ app, page }) => {
    await openCourt(app);
    await app.record.status('已推迟').focus();
    await page.keyboard.press('Space');
    // It is asked for first; nothing is recorded that nobody chose.
    await expect(app.record.month).toHaveValue('9');
    await expect(app.record.month).toBeFocused();
    await app.record.expectStatus(null);
    await expect(app.told).toBeEmpty();
    await app.record.postpone.focus();
    await page.keyboard.press('Enter');
    await app.record.expectStatus('已推迟');
    await expect(app.record.month).toBeFocused();
    await app.record.month.selectOption({ label: '11月' });
    await app.record.status('已推迟').focus();
    await page.keyboard.press('Control+z');
    await expect(app.record.month).toHaveValue('9');
    await expect(app.told).toContainText('已撤销');
    await page.keyboard.press('Control+Shift+z');
    await expect(app.record.month).toHaveValue('11');
    await expect(app.told).toContainText('已重做');
    await app.record.clear.click();
    await app.record.expectStatus(null);
    await expect(app.record.clear).toBeHidden();
  });

  test('writes a note with Ctrl+Enter, changes it, deletes it and takes that back', async ({ app, page }) => {
    await openCourt(app);
    await expect(app.record.part).toContainText('还没有记录');
    await app.record.note.focus();
    await page.keyboard.type('已与区法院沟通');
    await page.keyboard.press('Enter');
    await page.keyboard.type('材料下周送来');
    await page.keyboard.press('Control+Enter');
    await app.record.expectNotes(['已与区法院沟通\n材料下周送来']);
    // Ready for the next one.
    await expect(app.record.note).toHaveValue('');
    await expect(app.record.note).toBeFocused();
    await page.keyboard.type('材料已收到');
    await page.keyboard.press('Control+Enter');
    await app.record.expectNotes(['材料已收到', '已与区法院沟通\n材料下周送来']);
    await app.record.button(0, '修改').focus();
    await page.keyboard.press('Enter');
    await expect(app.record.edited).toBeFocused();
    await expect(app.record.edited).toHaveValue('材料已收到');
    await app.record.edited.fill('材料已收到，共三份');
    await page.keyboard.press('Control+Enter');
    await app.record.expectNotes(['材料已收到，共三份', '已与区法院沟通\n材料下周送来']);
    // The field is gone, and the focus is where it was opened from.
    await expect(app.record.button(0, '修改')).toBeFocused();
    await app.record.button(1, '删除').focus();
    await page.keyboard.press('Enter');
    await app.record.expectNotes(['材料已收到，共三份']);
    // The way to take it back is where the focus is.
    await expect(app.undo).toBeFocused();
    await page.keyboard.press('Enter');
    await app.record.expectNotes(['材料已收到，共三份', '已与区法院沟通\n材料下周送来']);
    await app.expectSaved();
    await page.reload();
    await app.record.expectNotes(['材料已收到，共三份', '已与区法院沟通\n材料下周送来']);
  });

  test('leaves a change to a note with 取消, and nothing has changed', async ({ app, page }) => {
    await openCourt(app);
    await app.record.note.fill('原来的话');
    await app.record.save.click();
    await app.record.button(0, '修改').click();
    await app.record.edited.fill('别的话');
    await app.record.part.getByRole('button', { name: '取消', exact: true }).click();
    await app.record.expectNotes(['原来的话']);
    await app.record.button(0, '修改').click();
    await expect(app.record.edited).toHaveValue('原来的话');
    await page.reload();
    await app.record.expectNotes(['原来的话']);
  });

  test('closes the tab over a half-written note and finds it in the next one', async ({ app, page }) => {
    await openCourt(app);
    await app.record.note.fill('写到一半');
    // At once, and not only when typing has paused.
    const again = await closeAndOpen(app);
    await expect(again.record.note).toHaveValue('写到一半');
    await again.record.note.press('Control+Enter');
    await again.record.expectNotes(['写到一半']);
    await again.page.reload();
    await again.record.expectNotes(['写到一半']);
    await expect(again.record.note).toHaveValue('');
  });

  test('closes the tab over a half-written reason and finds it in the next one', async ({ app, page }) => {
    await openCourt(app);
    await app.record.status('已取消').click();
    await app.record.reason.pressSequentially('与另一件事');
    const again = await closeAndOpen(app);
    await expect(again.record.reason).toHaveValue('与另一件事');
  });

  test('a blank note is no note', async ({ app }) => {
    await openCourt(app);
    await app.record.note.fill('  \n ');
    await app.record.note.press('Control+Enter');
    await expect(app.record.notes).toHaveCount(0);
    await expect(app.told).toBeEmpty();
  });
});
