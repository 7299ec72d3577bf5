// The page about the data: backups, imports, restore points.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

export class Data {
  constructor(app) {
    const { page } = app;
    this.app = app;
    this.page = page;
    this.files = page.locator('input[type=file]');
    this.preview = app.main.locator('.preview');
    this.merge = this.preview.getByRole('button', { name: '合并', exact: true });
    this.refusal = app.main.getByRole('alert');
    /** A file about another plan, as it stands in the list. */
    this.other = app.main.locator('.waiting').getByRole('group').filter({ hasText: '不会并入本计划' });
    this.leave = this.other.getByRole('button', { name: '留给那份计划' });
    /** What is said about files that were left for this plan. */
    this.left = app.main.getByRole('status').filter({ hasText: '留给这份计划' });
    this.see = this.left.getByRole('button', { name: '查看' });
    this.decline = this.left.getByRole('button', { name: '不用了' });
    this.points = app.main.locator('.points').first().getByRole('listitem');
    this.passphrase = page.locator('#unseal');
    this.told = app.told;
    this.reminder = page.getByText('有登记超过七天没有备份了。');
    this.offer = page.getByText('这份文件带有');
  }

  async open() {
    await this.app.open('#/data');
    await this.ready();
  }

  async show() {
    await this.app.paste('#/data');
    await this.ready();
  }

  async ready() {
    await expect(this.app.heading).toHaveText('数据');
    await expect(this.app.bar.locator('.saved')).toHaveText('已保存');
  }

  button(name) {
    return this.app.main.getByRole('button', { name, exact: true });
  }

  async name(name) {
    const field = this.app.main.getByRole('textbox', { name: '姓名' });
    await field.fill(name);
    await field.press('Tab');
    await this.ready();
  }

  /** What pressing a button downloads: `{ name, text }`. */
  async download(button) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), 'utf8'),
      path: await download.path(),
    };
  }

  backup() {
    return this.download(this.button('下载备份'));
  }

  /** A backup that a passphrase protects. */
  async sealed(passphrase) {
    await this.fillPassphrases(passphrase, passphrase);
    return this.download(this.button('下载加密备份'));
  }

  async fillPassphrases(first, again) {
    const field = (name) => this.app.main.getByRole('textbox', { name, exact: true });
    await this.app.main.getByText('用口令保护').click();
    await field('口令').fill(first);
    await field('再输一遍').fill(again);
  }

  /** Gives the page files; each is `[name, text or bytes]`. */
  give(...files) {
    return this.files.setInputFiles(
      files.map(([name, content]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(content) })),
    );
  }

  /** Gives the page a file about another plan, and leaves it there for that one. */
  async leaveOne(file) {
    await this.give(file);
    await this.leave.click();
    await expect(this.other).toContainText('已经留好');
    await this.other.getByRole('button', { name: '关闭' }).click();
    await expect(this.other).toHaveCount(0);
  }

  async mergeOne() {
    await this.merge.click();
    await expect(this.told).toContainText('已合并');
    await this.ready();
  }

  /** Answers the next question. */
  answer(yes) {
    return new Promise((resolve) =>
      this.page.once('dialog', async (dialog) => {
        await (yes ? dialog.accept() : dialog.dismiss());
        resolve(dialog.message());
      }),
    );
  }
}
