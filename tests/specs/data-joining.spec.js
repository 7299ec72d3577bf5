// Joining what others recorded, and handing on where downloads do not work.
import { writeFile } from 'node:fs/promises';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { fileFrom } from '../support/device.js';
import { settling, texts } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ page }) => page.addInitScript(settling));

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
