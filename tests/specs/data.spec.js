// Handing everything on and joining what others recorded: nothing is lost on the way, and nothing happens unasked.
import { writeFile } from 'node:fs/promises';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { fileFrom } from '../support/device.js';
import { another } from '../support/pages.js';
import { dump, settling, texts } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const PLAN = 'nanhai-2023';

test.beforeEach(({ page }) => page.addInitScript(settling));

test('promise 6: a restore point precedes an import, and the import can be taken back whole', async ({
  app,
  page,
  browser,
}) => {
  const file = await fileFrom(browser, app, '李强', { note: '乙的记录' });

  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('甲的记录');
  await notes.setStatus('已完成');
  await data.show();
  const before = await texts(page);
  for (const takeBack of [
    () => data.told.getByRole('button', { name: '撤销' }).click(),
    () => page.keyboard.press('Control+z'),
  ]) {
    await data.give([file.name, file.text]);
    await data.mergeOne();
    expect(await texts(page)).not.toEqual(before);
    await expect(data.points.filter({ hasText: '导入' }).first()).toBeVisible();
    await takeBack();
    await expect(data.told).toContainText('已撤销');
    await expect.poll(() => texts(page)).toEqual(before);
  }
  await notes.show('s4-1');
  await notes.expectNotes(['甲的记录']);
});

test('promise 6: another page that is open follows when an import is taken back', async ({
  app,
  browser,
}) => {
  const file = await fileFrom(browser, app, '李强', { note: '乙的记录' });

  const data = new Data(app);
  await data.open();
  const seen = await another(app);
  await data.give([file.name, file.text]);
  await data.mergeOne();
  await seen.expectNotes(['乙的记录']);
  await data.told.getByRole('button', { name: '撤销' }).click();
  await seen.expectNotes([]);
});

test('promise 4: going back asks first, says how many notes it would cost, and can itself be taken back', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('第一条');
  await data.show();
  await data.button('现在留一个恢复点').click();
  await expect(data.points).toHaveCount(1);
  await notes.show('s4-1');
  await notes.write('第二条');
  await notes.write('第三条');
  await data.show();
  const before = await texts(page);

  const refused = data.answer(false);
  await data.points.first().getByRole('button').click();
  expect(await refused).toContain('2 条记录');
  expect(await texts(page)).toEqual(before);

  const agreed = data.answer(true);
  await data.points.first().getByRole('button').click();
  await agreed;
  await expect(data.told).toContainText('已恢复');
  await notes.show('s4-1');
  await notes.expectNotes(['第一条']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => texts(page)).toEqual(before);
});

test('promise 11: importing, restoring and clearing touch nobody else’s keys', async ({ app, page }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await page.evaluate(() => {
    localStorage.setItem('other', '别人的');
    localStorage.setItem('yaodian.nanhai-2024.item/s4-1', 'y1 1 1 0 0 0 =\n明年');
  });
  const foreign = async () => {
    const { local } = await dump(page);
    return Object.entries(local).filter(
      ([key]) => !key.startsWith(`yaodian.${PLAN}.`) && !/^yaodian\.(device|backup)/.test(key),
    );
  };
  const before = await foreign();
  await data.show();
  const file = await data.backup();
  const cleared = data.answer(true);
  await data.button('清空全部登记').click();
  await cleared;
  await expect(data.told).toContainText('已清空');
  await expect.poll(() => texts(page)).toEqual({});
  await data.give([file.name, file.text]);
  await data.mergeOne();
  const back = data.answer(true);
  await data.points.filter({ hasText: '清空之前' }).getByRole('button').click();
  await back;
  await expect(data.told).toContainText('已恢复');
  await notes.show('s4-1');
  await notes.expectNotes(['一条']);
  expect(await foreign()).toEqual(before);
});

test('promise 5: damaged data is listed, and can be taken out as it was found', async ({ app, page }) => {
  const data = new Data(app);
  const raw = 'y1 3 7 2 7 12345 =\n{"format": "yaodian-progress", "ver';
  await page.addInitScript((raw) => {
    if (location.protocol !== 'about:' && localStorage.length === 0)
      localStorage.setItem('yaodian.nanhai-2023.item/s4-1', raw);
  }, raw);
  await data.open();
  const found = app.main.getByRole('listitem').filter({ hasText: 'item/s4-1' });
  const file = await data.download(found.getByRole('button', { name: '下载原样内容' }));
  expect(file.text).toBe(raw);
});

test('promise 14: after a week without a backup the page says so, until there is one', async ({
  app,
  page,
}) => {
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('一条');
  await notes.expectSaved();
  await expect(data.reminder).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2023-07-22T08:00:00+08:00'));
  await data.open();
  await expect(data.reminder).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2023-07-23T09:00:00+08:00'));
  await app.open();
  await expect(data.reminder).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.main.getByRole('button', { name: '下载备份' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^要点备份-nanhai-2023-20230723.*\.json$/);
  await expect(data.reminder).toHaveCount(0);
  await app.open();
  await expect(data.reminder).toHaveCount(0);
});

test('a sealed backup tells nothing without its passphrase, and everything with it', async ({
  app,
  page,
  browser,
}) => {
  const take = (data) => data.sealed('山高水长 2023');
  const file = await fileFrom(browser, app, '李强', { note: '机密的一句话', take });
  expect(file.text).not.toContain('机密');
  const data = new Data(app);
  await data.open();
  await data.give([file.name, file.text]);
  const passphrase = page.locator('#unseal');
  await passphrase.fill('山高水长');
  await passphrase.press('Enter');
  await expect(app.main.getByText('口令不对')).toBeVisible();
  await passphrase.fill('山高水长 2023');
  await passphrase.press('Enter');
  await data.mergeOne();
  const notes = new Notes(app);
  await notes.show('s4-1');
  await notes.expectNotes(['机密的一句话']);
});

test('at the month’s end the office joins its committees’ files, knows who wrote what, and decides what both changed', async ({
  app,
  page,
  browser,
}) => {
  const files = [];
  for (const [name, status, note] of [
    ['王芳', '已完成', '财经：已报主任会议'],
    ['李强', '进行中', '教科文卫：还差一次座谈'],
  ]) {
    const file = await fileFrom(browser, app, name, { status, note });
    expect(file.name).toContain(name);
    files.push([file.name, file.text]);
  }
  const data = new Data(app);
  await data.open();
  await data.give(...files);
  await data.mergeOne();
  const conflict = data.preview.getByRole('listitem').filter({ hasText: '进展' }).first();
  await expect(conflict).toContainText('王芳');
  await expect(conflict).toContainText('李强');
  await expectNoViolations(page, 'a conflict');
  await conflict.getByRole('button', { name: '保留本机' }).click();
  await data.mergeOne();
  const notes = new Notes(app);
  await notes.show('s4-1');
  await notes.expectStatus('已完成');
  await notes.expectNotesInAnyOrder(['财经：已报主任会议', '教科文卫：还差一次座谈']);
  await app.paste('#/progress');
  for (const name of ['王芳', '李强']) await expect(app.main).toContainText(name);
  await app.paste('#/progress/bulletin/3-6');
  await expect(app.main).toContainText('关于推动金融与科技资源更好服务制造业当家专题调研');
});

test('promise 25: a page that carries hostile notes runs none of them, merges them exactly, and can be saved again', async ({
  app,
  browser,
  server,
}, info) => {
  const hostile = '</script><!-- <script>window.hacked = 1</script>\u2028<img src=x onerror="hacked=1">&amp;';
  const notes = new Notes(app);
  const data = new Data(app);
  await notes.open();
  await notes.write(hostile);
  await data.show();
  const file = await data.download(app.main.getByRole('button', { name: /^带上登记内容/ }));
  let whole = file.text;
  for (const round of [1, 2]) {
    const place = info.outputPath(`saved-${round}.html`);
    await writeFile(place, whole);
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const saved = new App(page, `file://${place}`);
    const there = new Data(saved);
    const read = new Notes(saved);
    await saved.open();
    await expect(there.offer).toBeVisible();
    await page.getByRole('button', { name: '查看并合并' }).click();
    await there.mergeOne();
    await read.show('s4-1');
    await expect.poll(() => read.texts.allTextContents()).toEqual([hostile]);
    await read.setStatus('已完成');
    expect(await page.evaluate(() => window.hacked)).toBeUndefined();
    await there.show();
    whole = (await there.download(saved.main.getByRole('button', { name: /^带上登记内容/ }))).text;
    expect(whole).not.toContain('window.hacked = 1</script>');
    expect(complaints).toEqual([]);
    await context.close();
  }
  expect(server.origin).toBeTruthy();
});

test('a page that carries notes is a file to merge like any other; one without says so', async ({
  app,
  browser,
}) => {
  const context = await browser.newContext({ acceptDownloads: true });
  const theirs = new App(await context.newPage(), app.root);
  const notes = new Notes(theirs);
  const there = new Data(theirs);
  await notes.open();
  await notes.write('乙的记录：</script>');
  await there.show();
  const [full, plain] = [/^带上登记内容/, '不带登记内容'].map((name) =>
    theirs.main.getByRole('button', { name }),
  );
  const files = [await there.download(full), await there.download(plain)];
  await context.close();

  const data = new Data(app);
  const mine = new Notes(app);
  await mine.open();
  await mine.write('甲的记录');
  await data.show();
  await data.give([files[1].name, files[1].text]);
  const alert = app.main.getByRole('alert');
  await expect(alert).toContainText('这份单文件没有带登记内容');
  await alert.getByRole('button', { name: '关闭' }).click();
  await data.give([files[0].name, files[0].text]);
  await data.mergeOne();
  await mine.show('s4-1');
  await mine.expectNotesInAnyOrder(['甲的记录', '乙的记录：</script>']);
});

test('promise 30: where downloads do not work, everything can be sent on or copied as text', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
    // As Chromium does, which refuses JSON.
    const text = (data) => data.files.every((file) => file.type === 'text/plain');
    Object.defineProperty(navigator, 'canShare', { value: text });
    Object.defineProperty(navigator, 'share', {
      value: async (data) => {
        if (!text(data)) throw new Error('refused');
        window.shared = { name: data.files[0].name, text: await data.files[0].text() };
      },
    });
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
  });
  const data = new Data(app);
  const notes = new Notes(app);
  await notes.open();
  await notes.write('要发出去的');
  await data.show();
  await data.button('用其他应用发送').click();
  await expect.poll(() => page.evaluate(() => window.shared?.text)).toContain('要发出去的');
  expect(await page.evaluate(() => window.shared.name)).toMatch(/\.json\.txt$/);
  await data.button('复制为文本').click();
  await expect(app.main.getByRole('textbox', { name: '备份文本' })).toHaveValue(/要发出去的/);
});
