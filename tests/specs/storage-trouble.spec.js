// A store that is full, closed or lying: the app says so in words, keeps what it was told, and saves it once that
// is possible again.
import { Notes } from '../pages/notes.js';
import { dump, fullDatabase, leave, own, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const ITEM = 'item/s4-1';
/** The database has it, the primary store has not. */
const DATABASE_ONLY = '只存入数据库';
const FULL = '存储空间已满';

test.beforeEach(({ page }) => page.addInitScript(settling));

/** Fills `localStorage` with what is somebody else's, to the last character. */
function fill(page) {
  return page.evaluate(() => {
    let size = 1 << 22;
    for (let at = 0; size >= 1; at += 1) {
      try {
        localStorage.setItem(`other.${at}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
    return Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0);
  });
}

function clearOthers(page) {
  return page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other.')) localStorage.removeItem(key);
  });
}

/** Makes writing to `localStorage` fail in a way while `window.failing` is true. */
function failing(page, how, from = 'start') {
  return page.addInitScript(
    ([how, from]) => {
      window.failing = from === 'start';
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (!window.failing) return write.call(this, key, value);
        if (how === 'throws') throw new DOMException('full', 'QuotaExceededError');
        if (how === 'refuses') throw new DOMException('no', 'SecurityError');
        if (how === 'spoils') write.call(this, key, value.slice(0, -1));
        return undefined;
      };
    },
    [how, from],
  );
}

test('promise 7: the real disk quota is used up: it is said, nothing is lost, and it is saved when there is room', async ({
  page,
  app,
  context,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await notes.write('写在满之前');
  await notes.expectSaved();
  expect(await fill(page)).toBeGreaterThan(5_000_000);

  await notes.write('写在满之后');
  await notes.setStatus('进行中');
  await notes.expectTrouble(DATABASE_ONLY, FULL);
  await notes.expectNotes(['写在满之后', '写在满之前']);
  // The old text is still there, and so is everything that is not ours.
  expect(own((await dump(page)).local)[ITEM]).toContain('写在满之前');

  // In vain as long as there is no room.
  await notes.retry.click();
  await notes.expectTrouble(DATABASE_ONLY, FULL);

  await clearOthers(page);
  await notes.retry.click();
  await notes.expectSaved();
  expect(own((await dump(page)).local)[ITEM]).toContain('写在满之后');
  await notes.open();
  await notes.expectNotes(['写在满之后', '写在满之前']);
  await notes.expectStatus('进行中');
  expect(context.pages()).toHaveLength(1);
});

test('promise 7: what was written on a full disk is there after a reload, because the database had room', async ({
  page,
  app,
}) => {
  const notes = new Notes(app);
  await notes.open();
  await fill(page);
  await notes.write('只有数据库装得下');
  await notes.expectTrouble(DATABASE_ONLY, FULL);
  await expect.poll(async () => (await dump(page)).entries[ITEM] ?? '').toContain('只有数据库装得下');
  await leave(page, app);
  await notes.open();
  await notes.expectNotes(['只有数据库装得下']);
  await notes.expectTrouble(DATABASE_ONLY, FULL);
});

test('promise 7: every write is refused for want of room: it is said at once, and the next change tries again', async ({
  page,
  app,
}) => {
  await failing(page, 'throws', 'later');
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一');
  await notes.expectSaved();
  await page.evaluate(() => (window.failing = true));
  await notes.write('二');
  await notes.expectTrouble(DATABASE_ONLY, FULL);
  await page.evaluate(() => (window.failing = false));
  await notes.write('三');
  await notes.expectSaved();
  await notes.open();
  await notes.expectNotes(['三', '二', '一']);
});

test('promise 7: leaving the page with something unsaved asks first', async ({ page, app }) => {
  await failing(page, 'throws');
  await page.addInitScript(fullDatabase);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('还没保存');
  await notes.expectTrouble('未能保存', FULL);
  const asked = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => location.reload());
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await notes.expectNotes(['还没保存']);
  await page.evaluate(() => (window.failing = false));
  await notes.retry.click();
  await notes.expectSaved();
});

for (const how of ['drops', 'spoils']) {
  test(`promise 9: a write ${how} without an error: it is noticed, and not called saved`, async ({
    page,
    app,
  }) => {
    await failing(page, how, 'later');
    const notes = new Notes(app);
    await notes.open();
    await notes.write('一');
    await notes.expectSaved();
    await page.evaluate(() => {
      window.failing = true;
      window.signs = [];
      const sign = document.querySelector('.saved');
      new MutationObserver(() => window.signs.push(sign.textContent)).observe(sign, {
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
    await notes.write('二');
    await notes.expectTrouble(DATABASE_ONLY, '写入浏览器的内容与读出的不一致');
    await notes.expectNotes(['二', '一']);
    // It was never said in between either.
    expect(await page.evaluate(() => window.signs)).not.toContain('已保存');
    await page.evaluate(() => (window.failing = false));
    await notes.retry.click();
    await notes.expectSaved();
    await notes.open();
    await notes.expectNotes(['二', '一']);
  });
}

test('promise 8: in a frame that may store nothing the app works, and says that it is only in memory', async ({
  page,
  app,
}) => {
  await page.route(`${app.root}frame`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" style="width:1300px;height:850px"
src="${app.root}#/?item=s4-1"></iframe>`,
    }),
  );
  // The frame's origin is nobody's; only a server that allows all of them gets the app into it.
  await page.route(/\.(wasm|js|txt)$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' } });
  });
  await page.goto(`${app.root}frame`);
  const frame = page.frameLocator('iframe');
  const sign = frame.locator('.saved');
  await expect(sign).toHaveText('仅在内存');
  await expect(frame.getByRole('alert')).toContainText('关闭页面后记录就会丢失');
  await frame.getByRole('textbox', { name: '写一条记录' }).fill('只在内存里');
  await frame.getByRole('button', { name: '保存记录' }).click();
  await frame.getByRole('button', { name: '进行中', exact: true }).click();
  await expect(frame.locator('.notes .text')).toHaveText(['只在内存里']);
  await expect(sign).toHaveText('仅在内存');
  await frame.getByRole('button', { name: '撤销' }).click();
  await expect(frame.getByRole('button', { name: '进行中', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await frame.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '类别' }).click();
  await expect(frame.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('类别');
});

test('promise 8: both stores throw when they are touched: the app works, and says that it is only in memory', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    for (const store of ['localStorage', 'indexedDB']) {
      Object.defineProperty(window, store, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  const notes = new Notes(app);
  await notes.open();
  await notes.expectTrouble('仅在内存', '关闭页面后记录就会丢失');
  await notes.write('只在内存里');
  await notes.setStatus('进行中');
  await notes.show('s2-1');
  await notes.write('另一项');
  await notes.show('s4-1');
  await notes.expectNotes(['只在内存里']);
  await notes.expectStatus('进行中');
  await notes.expectTrouble('仅在内存', '关闭页面后记录就会丢失');
  const asked = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => location.reload());
  await (await asked).dismiss();
  await leaving;
  await notes.expectNotes(['只在内存里']);
});

test('promise 8: localStorage is blocked and the database is not: notes are kept there', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const notes = new Notes(app);
  await notes.open();
  await notes.write('数据库里的');
  await notes.expectSaved();
  await notes.open();
  await notes.expectNotes(['数据库里的']);
  await notes.expectSaved();
});
