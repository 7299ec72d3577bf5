// 登记进展: what is recorded about the open item.
import { expect } from '@playwright/test';

export class Record {
  constructor(item) {
    this.item = item;
    this.part = item.article.getByRole('group', { name: '登记进展' });
    this.statuses = this.part.getByRole('group', { name: '进展' });
    this.clear = this.statuses.getByRole('button', { name: '清除登记' });
    this.month = this.part.getByRole('combobox', { name: '推迟到' });
    this.postpone = this.part.getByRole('button', { name: '确定推迟' });
    this.reason = this.part.getByRole('textbox', { name: '原因或说明' });
    this.day = this.part.getByLabel(/^(实际|预定)日期$/);
    this.note = this.part.getByRole('textbox', { name: '写一条记录' });
    this.save = this.part.getByRole('button', { name: '保存记录' });
    this.edited = this.part.getByRole('textbox', { name: '修改记录' });
    this.notes = this.part.locator('.notes li');
  }

  status(name) {
    return this.statuses.getByRole('button', { name });
  }

  /** Puts the item off: the month is asked for, and nothing is recorded before it is confirmed. */
  async postponeTo(month) {
    await this.status('已推迟').click();
    await this.month.selectOption({ label: month });
    await this.postpone.click();
    await this.expectStatus('已推迟');
  }

  /** Which status is recorded; `null` where none is. */
  async expectStatus(name) {
    const pressed = this.statuses.locator('button[aria-pressed="true"]');
    if (name) await expect(pressed).toHaveText(name);
    else await expect(pressed).toHaveCount(0);
  }

  /** The notes, the newest first. */
  async expectNotes(texts) {
    await expect(this.notes.locator('.text')).toHaveText(texts);
  }

  button(at, name) {
    return this.notes.nth(at).getByRole('button', { name });
  }
}
