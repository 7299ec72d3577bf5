// Recording on an item: by keyboard, by touch on a tablet, and what of it is there the next day.
import { App } from '../pages/app.js';
import { serve } from '../support/server.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

const TITLE = '听取区法院关于诉前调解工作情况的报告';
const HERE = '#/units/law?item=s2-9';

/** Opens the item, ready to record. */
async function open(app) {
  await app.open(HERE);
  await app.item.expectOpen(TITLE);
  await app.expectSaved();
}

/** Closes the tab in the middle of something, and opens the item in a new one. */
async function closeAndOpen({ page, root }) {
  await page.close({ runBeforeUnload: true });
  const again = new App(await page.context().newPage(), root);
  await again.open(HERE);
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
    await open(app);
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
    await app.signs.expectSaid(TITLE, '已取消');
  });

  test('postpones to a month, takes it back, does it again, and clears it', async ({ app, page }) => {
    await open(app);
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
    await open(app);
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
    await open(app);
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
    await open(app);
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
    await open(app);
    await app.record.status('已取消').click();
    await app.record.reason.pressSequentially('与另一件事');
    const again = await closeAndOpen(app);
    await expect(again.record.reason).toHaveValue('与另一件事');
  });

  test('a blank note is no note', async ({ app }) => {
    await open(app);
    await app.record.note.fill('  \n ');
    await app.record.note.press('Control+Enter');
    await expect(app.record.notes).toHaveCount(0);
    await expect(app.told).toBeEmpty();
  });
});

/** Marks the item done, writes a note and closes it, with a finger. */
async function recordByTouch(app) {
  await app.rail.getByRole('link', { name: '工委' }).tap();
  await app.main.getByRole('heading', { name: '法制工委' }).getByRole('link').tap();
  await expect(app.heading).toHaveText('法制工委');
  await app.main.getByRole('link', { name: TITLE }).last().tap();
  await app.item.expectOpen(TITLE);
  await app.record.status('已完成').tap();
  await app.record.expectStatus('已完成');
  await app.record.note.tap();
  await app.record.note.fill('已听取，审议意见月底前交办');
  await app.record.save.tap();
  await app.record.expectNotes(['已听取，审议意见月底前交办']);
  await app.item.close.tap();
  await app.item.expectClosed();
  await app.signs.expectSaid(TITLE, '已完成');
}

async function expectThere(app) {
  await expect(app.heading).toHaveText('法制工委');
  await app.signs.expectSaid(TITLE, '已完成');
  await app.main.getByRole('link', { name: TITLE }).last().tap();
  await app.item.expectOpen(TITLE);
  await app.record.expectStatus('已完成');
  await app.record.expectNotes(['已听取，审议意见月底前交办']);
}

/** It is there after a reload, and tomorrow in another page. */
async function expectKept(app, page) {
  await app.expectSaved();
  await page.reload();
  await expectThere(app);
  const tomorrow = await page.context().newPage();
  await page.close();
  const again = new App(tomorrow, app.root);
  await again.open('#/units/law');
  await expectThere(again);
}

test.describe('a committee’s clerk on a tablet', () => {
  test.use(SIZES.tablet.use);

  test('marks an item done, writes a note, closes; tomorrow it is there', async ({ app, page }) => {
    await app.open();
    await app.expectSaved();
    await recordByTouch(app);
    await expectKept(app, page);
  });

  test.describe('without a network', () => {
    test.use({ serviceWorkers: 'allow' });

    test('does the same', async ({ app, page, watch }) => {
      const site = await serve();
      watch.origin = site.origin;
      app.root = `${site.origin}/`;
      await app.open();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.context().setOffline(true);
      await site.stop();
      await page.reload();
      await app.expectSaved();
      await recordByTouch(app);
      await expectKept(app, page);
    });
  });
});

/** What a keyboard on screen does: less of the page is seen, and only the visual viewport says so. */
async function showKeyboard(page, height) {
  await page.evaluate((height) => {
    Object.defineProperty(VisualViewport.prototype, 'height', {
      configurable: true,
      get: () => innerHeight - height,
    });
    visualViewport.dispatchEvent(new Event('resize'));
  }, height);
}

for (const size of [SIZES.tablet, SIZES.phone]) {
  test.describe(size.name, () => {
    test.use(size.use);
    const { width, height } = size.use.viewport;
    const keyboard = 380;

    const expectAbove = async (part, edge) => {
      const box = await part.boundingBox();
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(edge);
    };

    test('the keyboard on screen does not hide what one types into', async ({ app, page }) => {
      await open(app);
      for (const text of ['一', '二', '三', '四', '五', '六']) {
        await app.record.note.fill(text);
        await app.record.save.tap();
      }
      // The note at the very end is changed, where the keyboard would be.
      await app.record.button(5, '修改').tap();
      await app.record.edited.evaluate((field) => field.scrollIntoView({ block: 'end' }));
      await expect(app.record.edited).toBeFocused();
      await showKeyboard(page, keyboard);
      await expectAbove(app.record.edited, height - keyboard);
      // It goes away again, and the item has all its room back.
      const panel = await app.item.panel.boundingBox();
      await showKeyboard(page, 0);
      const whole = await app.item.panel.boundingBox();
      expect(whole.height).toBeGreaterThan(panel.height);
      // The dialog of the lists.
      await app.item.close.tap();
      await app.signs.of(TITLE).tap();
      await app.signs.reason.tap();
      await showKeyboard(page, keyboard);
      await expectAbove(app.signs.reason, height - keyboard);
    });

    test('a window that shrinks under the keyboard keeps the field in view', async ({ app, page }) => {
      await open(app);
      await app.record.note.tap();
      await page.setViewportSize({ width, height: height - keyboard });
      await expect(app.record.note).toBeInViewport({ ratio: 0.9 });
      await expect(app.record.note).toBeFocused();
      const box = await app.record.note.boundingBox();
      const rail = await app.rail.boundingBox();
      expect(box.y + box.height).toBeLessThanOrEqual(rail.y);
    });
  });
}

for (const size of Object.values(SIZES)) {
  test.describe(size.name, () => {
    test.use(size.use);

    test('what was done is told beside the field and the navigation, not over them', async ({
      app,
      page,
    }, info) => {
      await open(app);
      await app.record.status('进行中').click();
      await app.record.note.fill('一条记录');
      await app.record.save.click();
      await expect(app.undo).toBeVisible();
      await app.record.note.scrollIntoViewIfNeeded();
      const parts = {
        told: app.told,
        note: app.record.note,
        rail: app.rail,
        close: app.item.close,
        panel: app.item.panel,
      };
      const boxes = {};
      for (const [name, part] of Object.entries(parts)) boxes[name] = await part.boundingBox();
      const { told } = boxes;
      for (const name of ['note', 'rail', 'close', 'panel']) {
        const box = boxes[name];
        const apart =
          told.x >= box.x + box.width ||
          box.x >= told.x + told.width ||
          told.y >= box.y + box.height ||
          box.y >= told.y + told.height;
        expect.soft(apart, `${name} ${JSON.stringify({ told, box })}`).toBe(true);
      }
      for (const button of await app.told.getByRole('button').all()) {
        const { width, height } = await button.boundingBox();
        expect.soft(Math.min(width, height)).toBeGreaterThanOrEqual(size.least - 0.5);
      }
      await page.screenshot({ path: info.outputPath('told.png') });
    });
  });
}
