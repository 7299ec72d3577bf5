// Recording on an item by touch: on a tablet, with its keyboard on screen, and what is told where.
import { App } from '../pages/app.js';
import { serve } from '../support/server.js';
import { SIZES } from '../support/sizes.js';
import { COURT, openCourt } from '../support/recording.js';
import { expect, test } from '../support/test.js';

/** Marks the item done, writes a note and closes it, with a finger. */
async function recordByTouch(app) {
  await app.rail.getByRole('link', { name: '工委' }).tap();
  await app.main.getByRole('heading', { name: '法制工委' }).getByRole('link').tap();
  await expect(app.heading).toHaveText('法制工委');
  await app.main.getByRole('link', { name: COURT }).last().tap();
  await app.item.expectOpen(COURT);
  await app.record.status('已完成').tap();
  await app.record.expectStatus('已完成');
  await app.record.note.tap();
  await app.record.note.fill('已听取，审议意见月底前交办');
  await app.record.save.tap();
  await app.record.expectNotes(['已听取，审议意见月底前交办']);
  await app.item.close.tap();
  await app.item.expectClosed();
  await app.signs.expectSaid(COURT, '已完成');
}

async function expectThere(app) {
  await expect(app.heading).toHaveText('法制工委');
  await app.signs.expectSaid(COURT, '已完成');
  await app.main.getByRole('link', { name: COURT }).last().tap();
  await app.item.expectOpen(COURT);
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
      await openCourt(app);
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
      await app.signs.of(COURT).tap();
      await app.signs.reason.tap();
      await showKeyboard(page, keyboard);
      await expectAbove(app.signs.reason, height - keyboard);
    });

    test('a window that shrinks under the keyboard keeps the field in view', async ({ app, page }) => {
      await openCourt(app);
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
      await openCourt(app);
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
