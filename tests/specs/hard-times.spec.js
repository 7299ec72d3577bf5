// What happens to an office's files and fields on the way: dropped beside, saved again, sealed elsewhere, shared too late;
// typed and never left, cleared under the page, changed in two pages.
import { Data } from '../pages/data.js';
import { Meeting } from '../pages/meeting.js';
import { Notes } from '../pages/notes.js';
import { noted } from '../support/foreign.js';
import { another } from '../support/pages.js';
import { seal } from '../support/seal.js';
import { dump, own, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const FILE = noted('b2', '李强', '李强的记录');

/** Drops a file on an element as a user would. */
async function drop(page, locator, name, text) {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'application/json' }));
      return transfer;
    },
    [name, text],
  );
  const over = await locator.evaluate((at, dataTransfer) => {
    const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
    at.dispatchEvent(event);
    return event.defaultPrevented;
  }, files);
  const taken = await locator.evaluate((at, dataTransfer) => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    at.dispatchEvent(event);
    return event.defaultPrevented;
  }, files);
  // Otherwise the browser opens the file in the page's place.
  expect([over, taken]).toEqual([true, true]);
}

for (const [where, hash, heading, target] of [
  ['a heading', '#/units', '工委', (app) => app.heading],
  ['the rail', '#/calendar', '日历 · 年历', (app) => app.rail],
  ['the bar', '#/categories', '类别', (app) => app.search],
  ['the field of a note', '#/?item=s4-1', '总览', (app) => app.record.note],
  ['the page about the data', '#/data', '数据', (app) => app.heading],
]) {
  test(`a file dropped on ${where} is taken, and what is half written stays`, async ({ app, page }) => {
    const notes = new Notes(app);
    const data = new Data(app);
    await notes.open('s4-1');
    await notes.field.fill('写了一半');
    await app.paste(hash);
    // What of the page before is still there would be gone when the file arrives.
    await expect(app.heading).toHaveText(heading);
    await drop(page, target(app), '李强.json', FILE);
    await expect(data.preview).toContainText('李强');
    await data.mergeOne();
    await notes.show('s4-1');
    await expect(notes.field).toHaveValue('写了一半');
    await notes.expectNotes(['李强的记录']);
  });
}

test('a file that took too long to be shared waits for one more tap, and nothing is made twice', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    window.shared = [];
    let asked = 0;
    Object.defineProperty(navigator, 'share', {
      value: async ({ files }) => {
        asked += 1;
        if (asked === 1) throw new DOMException('too late', 'NotAllowedError');
        window.shared.push(await files[0].text());
      },
    });
  });
  const notes = new Notes(app);
  const data = new Data(app);
  await notes.open();
  await notes.write('要发出去的');
  await data.show();
  await data.button('用其他应用发送').click();
  await expect(data.told).toContainText('已经备好');
  expect(await page.evaluate(() => window.shared.length)).toBe(0);
  await data.told.getByRole('button', { name: '发送' }).click();
  await expect(data.told).toContainText('已交给所选的应用');
  const shared = await page.evaluate(() => window.shared);
  expect(shared).toHaveLength(1);
  expect(shared[0]).toContain('要发出去的');
});

for (const [how, sealedWith, typed] of [
  ['with composed letters', 'Zoë2023', 'Zoe\u03082023'],
  ['with decomposed letters', 'Zoe\u03082023', 'Zoë2023'],
  ['with full-width digits', '山高２０２３', '山高2023'],
  ['with narrow digits', '山高2023', '山高２０２３'],
]) {
  test(`a file that was sealed ${how} opens with the same passphrase in other bytes`, async ({ app }) => {
    const data = new Data(app);
    await data.open();
    await data.give(['李强.json', await seal(FILE, sealedWith)]);
    await data.passphrase.fill(typed);
    await data.passphrase.press('Enter');
    await data.mergeOne();
  });
}

test('a blank at the end of a passphrase is hinted at', async ({ app }) => {
  const data = new Data(app);
  await data.open();
  await data.give(['李强.json', await seal(FILE, '山高水长')]);
  await data.passphrase.fill('山高水长 ');
  await data.passphrase.press('Enter');
  await expect(app.main).toContainText('开头或末尾有空格');
});

for (const [how, bytes, said] of [
  ['as UTF-16', Buffer.from(`\ufeff${FILE}`, 'utf16le'), ''],
  ['as UTF-16 of the other order', Buffer.from(`\ufeff${FILE}`, 'utf16le').swap16(), ''],
  // 李强的记录 in GB18030.
  [
    'as ANSI',
    Buffer.concat(
      FILE.split(/(李强的记录|李强)/).map((part) =>
        part === '李强的记录'
          ? Buffer.from('c0eec7bfb5c4bcc7c2bc', 'hex')
          : part === '李强'
            ? Buffer.from('c0eec7bf', 'hex')
            : Buffer.from(part, 'latin1'),
      ),
    ),
    'ANSI',
  ],
]) {
  test(`a backup that was saved again ${how} is read`, async ({ app }) => {
    const data = new Data(app);
    const notes = new Notes(app);
    await data.open();
    await data.give(['李强.json', bytes]);
    await expect(data.preview).toContainText('李强');
    if (said) await expect(app.main).toContainText(said);
    await data.mergeOne();
    await notes.show('s4-1');
    await notes.expectNotes(['李强的记录']);
  });
}

test('a preview says nothing of what there is none of, and that another file waits', async ({ app }) => {
  const data = new Data(app);
  await data.open();
  await data.give(['李强.json', FILE], ['王芳.json', noted('a1', '王芳', '王芳的记录', { item: 's2-1' })]);
  await expect(app.main).toContainText('第 1 份，共 2 份');
  const text = await data.preview.first().innerText();
  expect(text).not.toMatch(/(^|[^0-9])0 ?[处条件次个]|（0）/);
});

test.describe('typed, and the field never left', () => {
  test.beforeEach(({ page }) => page.addInitScript(settling));

  for (const [what, hash, field] of [
    ['the name of a meeting', '#/meetings/standing-7', (app) => Meeting.alone(app).name],
    ['the place of a meeting', '#/meetings/standing-7', (app) => Meeting.alone(app).place],
    ['a reason', '#/?item=m3-1', (app) => app.record.reason],
    ['the name of a step', '#/meetings/standing-7', (app) => Meeting.alone(app).step(0).name],
    [
      'what is to be added to an agenda',
      '#/meetings/standing-7',
      (app) => app.main.getByLabel('计划以外的议程', { exact: true }).last(),
    ],
    ['姓名', '#/data', (app) => app.main.getByRole('textbox', { name: '姓名' })],
  ]) {
    test(`${what} is on the disk once 已保存 is said, and in the next page`, async ({ app, page }) => {
      await app.open(hash);
      await app.expectSaved();
      await field(app).press('End');
      await field(app).pressSequentially('没离开的字');
      await expect(app.saved).not.toHaveText('已保存');
      await app.expectSaved();
      const { entries } = await dump(page);
      expect(Object.values(entries).join('\n')).toContain('没离开的字');
      const next = await page.context().newPage();
      await next.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
      await page.close({ runBeforeUnload: false });
      const { App } = await import('../pages/app.js');
      const there = new App(next, app.root);
      await there.open(hash);
      await expect(field(there)).toHaveValue(/没离开的字$/);
    });
  }
});

test.describe('cleared under the page', () => {
  test.beforeEach(({ page }) => page.addInitScript(settling));

  test('what the page still has is written again, and that is said', async ({ app, page }) => {
    const notes = new Notes(app);
    await notes.open();
    await notes.write('不能丢的记录');
    await notes.expectSaved();
    const other = await page.context().newPage();
    await other.addInitScript(settling);
    await other.route(`${app.root}nothing`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
    );
    await other.goto(`${app.root}nothing`);
    await other.evaluate(async () => {
      localStorage.clear();
      await window.settled(indexedDB.deleteDatabase('yaodian.nanhai-2023'));
    });
    await expect(app.told).toContainText('重新');
    await expect
      .poll(async () => {
        const { local, entries } = await dump(other);
        return [Object.values(entries).join('\n'), Object.values(own(local)).join('\n')].map((all) =>
          all.includes('不能丢的记录'),
        );
      })
      .toEqual([true, true]);
    await notes.expectSaved();
  });
});

test('two pages in the same field of a meeting: neither text is lost, nothing is repeated', async ({
  app,
  page,
}) => {
  await app.open('#/meetings/standing-7');
  await app.expectSaved();
  const seen = await another(app);
  await seen.app.paste('#/meetings/standing-7');
  const [here, there] = [Meeting.alone(app), Meeting.alone(seen.app)];
  await expect(there.place).toBeEnabled();
  await here.place.fill('三楼会议室');
  await there.place.fill('五楼会议厅');
  await here.place.blur();
  await there.place.blur();
  for (const meeting of [here, there]) {
    await expect(meeting.place).toHaveValue(/三楼会议室/);
    await expect(meeting.place).toHaveValue(/五楼会议厅/);
  }
  const value = await here.place.inputValue();
  expect(value.match(/三楼会议室/g)).toHaveLength(1);
  expect(value.match(/五楼会议厅/g)).toHaveLength(1);
  expect(await there.place.inputValue()).toBe(value);
  await page.reload();
  await expect(here.place).toHaveValue(value);
});

test('the day follows a clock that was set, while the page is open', async ({ app, page }) => {
  await app.open('#/calendar/month/7');
  const today = app.main.locator('.days .today');
  await expect(today).toContainText('15');
  await page.clock.setFixedTime(new Date('2023-07-20T09:00:00+08:00'));
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(today).toContainText('20');
});

test('a transaction that never ends is said to have no answer, and not to go on for ever', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, ...rest) {
      const made = transaction.call(this, stores, mode, ...rest);
      if (window.stuck && mode === 'readwrite') {
        // Asked for more for ever, it never completes.
        const store = made.objectStore(made.objectStoreNames[0]);
        const again = () => {
          store.count().onsuccess = again;
        };
        again();
      }
      return made;
    };
  });
  const notes = new Notes(app);
  await notes.open();
  await notes.expectSaved();
  await page.evaluate(() => (window.stuck = true));
  await notes.field.fill('等着的记录');
  await notes.field.press('Control+Enter');
  await expect(notes.sign).toHaveText('未能保存');
  await expect(notes.trouble).toContainText('数据库没有回答');
});
