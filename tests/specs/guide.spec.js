// 使用说明: all that users are told, inside the app.
import { readFile } from 'node:fs/promises';
import { Notes } from '../pages/notes.js';
import { print } from '../support/paper.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

const TITLES = [
  '登记进展',
  '备份、移交、合并',
  '导出表格和日历',
  '离线使用和安装',
  '搜索',
  '筛选',
  '键盘',
  '打印',
];

for (const { name, use } of [SIZES.desktop, SIZES.phone]) {
  test.describe(name, () => {
    test.use(use);

    test('the guide is one click away, with headings and the table of keys', async ({ app, page }) => {
      await app.open('#/');
      await page.getByRole('link', { name: '使用说明' }).locator('visible=true').click();
      await app.expectHash('#/guide');
      await expect(app.heading).toHaveText('使用说明');
      await expect(app.heading).toBeFocused();
      for (const title of TITLES) {
        await expect(app.main.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
      }
      await expect(app.main.getByRole('article')).toContainText('Ctrl+Shift+Z');
      await app.main.getByRole('link', { name: '打印', exact: true }).click();
      await app.expectHash('#/guide/print');
      await expect(app.main.getByRole('heading', { name: '打印', exact: true })).toBeInViewport();
    });
  });
}

test('the search finds what the guide says, by characters and by sound', async ({ app }) => {
  await app.open('#/');
  for (const [query, title, says] of [
    ['离线', '离线使用和安装', ''],
    ['dayin', '打印', ''],
    ['dccbg', '', ''],
    ['恢复点', '备份、移交、合并', '自动留下恢复点'],
    ['U 盘', '怎样把单文件发给同事', 'U 盘'],
    ['Ctrl+Y', '登记进展', 'Ctrl+Y'],
  ]) {
    await app.search.fill(query);
    await app.expectHash(`#/search?q=${query}`);
    const card = app.card('使用说明');
    if (!title) {
      await expect(card).toHaveCount(0);
      continue;
    }
    const row = card
      .getByRole('listitem')
      .filter({ has: app.page.getByRole('link', { name: title, exact: true }) });
    await expect(row).toBeVisible();
    if (says) await expect(row).toContainText(says);
  }
  await app.search.fill('恢复点');
  await expect(app.status).not.toContainText('没有找到');
  await app.card('使用说明').getByRole('link', { name: '备份、移交、合并' }).click();
  await app.expectHash('#/guide/backup');
  await expect(app.main.getByRole('heading', { name: '备份、移交、合并' })).toBeInViewport();
});

test('the guide goes on paper as a whole, with its headings and nothing to press', async ({ app, page }) => {
  await app.open('#/guide');
  const text = (await print(page)).map((sheet) => sheet.text).join('');
  for (const title of TITLES) expect(text).toContain(title.normalize('NFKC'));
  expect(text).toContain('Ctrl+Shift+Z');
  expect(text).not.toContain('点标题可以直接到那一段');
});

test('a part that there is not is a link that leads nowhere', async ({ app }) => {
  await app.open('#/guide/nothing');
  await expect(app.heading).toHaveText('没有这一页');
});

test('the keys lead to the guide as well, and the README to it', async ({ app, page }) => {
  const notes = new Notes(app);
  await notes.open();
  await page.keyboard.press('?');
  await app.help.getByRole('link', { name: '使用说明' }).click();
  await expect(app.heading).toHaveText('使用说明');
  await expect(app.help).toBeHidden();
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const chinese = readme.split('## ').find((part) => part.startsWith('给使用者'));
  expect(chinese).toContain('#/guide');
  expect(chinese.trim().split('\n').length).toBeLessThan(10);
});
