// What is recorded about an item, and whether the app says that it is safe.
import { expect } from '@playwright/test';

export class Notes {
  constructor(app) {
    const { page } = app;
    this.app = app;
    this.page = page;
    this.form = page.getByRole('group', { name: '登记进展' });
    this.field = page.getByRole('textbox', { name: '写一条记录' });
    this.edited = page.getByRole('textbox', { name: '修改记录' });
    this.texts = this.form.getByRole('listitem').locator('.text');
    this.sign = app.bar.locator('.saved');
    this.trouble = page.getByRole('alert');
    this.retry = this.trouble.getByRole('button', { name: '再试一次' });
  }

  /** Loads the page anew with an item open. */
  async open(item = 's4-1') {
    await this.app.open(`#/?item=${item}`);
    await this.ready();
  }

  /** Shows another item. */
  async show(item) {
    await this.app.paste(`#/?item=${item}`);
    await this.ready();
  }

  /** The stores have been read. */
  async ready() {
    await expect(this.form).toBeVisible();
    await expect(this.sign).not.toHaveText('正在读取');
  }

  async write(text) {
    await this.field.fill(text);
    await this.save();
  }

  /** Never leaves the field. */
  async writeByKeys(text) {
    await this.field.fill(text);
    await this.field.press('Control+Enter');
    await expect(this.field).toHaveValue('');
  }

  async save() {
    await this.form.getByRole('button', { name: '保存记录' }).first().click();
    await expect(this.field).toHaveValue('');
  }

  /** Begins to change a note. */
  async edit(text) {
    await this.note(text).getByRole('button', { name: '修改' }).click();
    await expect(this.edited).toBeFocused();
  }

  async saveEdited() {
    await this.edited.press('Control+Enter');
    await expect(this.edited).toHaveCount(0);
  }

  note(text) {
    return this.form.getByRole('listitem').filter({ hasText: text });
  }

  status(name) {
    return this.form.getByRole('button', { name, exact: true });
  }

  async setStatus(name) {
    await this.status(name).click();
    await this.expectStatus(name);
  }

  async expectStatus(name) {
    await expect(this.status(name)).toHaveAttribute('aria-pressed', 'true');
  }

  async expectSaved() {
    await expect(this.sign).toHaveText('已保存');
    await expect(this.trouble).toHaveCount(0);
  }

  /** The sign and the words of what is wrong. */
  async expectTrouble(sign, words) {
    await expect(this.sign).toHaveText(sign);
    await expect(this.trouble).toContainText(words);
  }

  /** Exactly these notes are on screen, the newest first. */
  async expectNotes(texts) {
    await expect(this.texts).toHaveText(texts);
  }

  /** These notes are on screen, in whatever order, and no others. */
  async expectNotesInAnyOrder(texts) {
    await expect.poll(async () => (await this.texts.allTextContents()).sort()).toEqual([...texts].sort());
  }
}
