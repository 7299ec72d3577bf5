// Where items stand, in lists, and what pressing such a sign opens.
import { expect } from '@playwright/test';

export class Signs {
  constructor(page) {
    this.page = page;
    this.main = page.getByRole('main');
    /** Those that the filter lets through. */
    this.all = this.main.locator('button[data-of]:visible');
    this.dialog = page.locator('#status');
    this.title = this.dialog.getByRole('heading');
    this.month = this.dialog.getByRole('combobox', { name: '推迟到' });
    this.reason = this.dialog.getByRole('textbox', { name: '原因或说明' });
    this.confirm = this.dialog.getByRole('button', { name: '确定' });
    this.clear = this.dialog.getByRole('button', { name: '清除登记' });
    this.cancel = this.dialog.getByRole('button', { name: '取消' });
    this.several = this.dialog.getByRole('button', { name: '选择多项…' });
    this.bar = page.getByRole('group', { name: '选择多项' });
    this.count = this.bar.locator('output');
    this.set = this.bar.getByRole('button', { name: '设为…' });
    this.whole = this.bar.getByRole('button', { name: '全选本页' });
    this.stop = this.bar.getByRole('button', { name: '取消' });
    this.picked = this.main.locator('button[data-of][aria-pressed="true"]:visible');
  }

  /** The first sign of an item. */
  of(title) {
    const literal = title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return this.main.getByRole('button', { name: new RegExp(`：${literal}$`) }).first();
  }

  status(name) {
    return this.dialog.getByRole('radio', { name });
  }

  /** The sign says this, to everybody. */
  async expectSaid(title, said) {
    await expect(this.of(title)).toHaveText(said);
    await expect(this.of(title)).toHaveAccessibleName(`${said}：${title}`);
  }

  async expectClosed() {
    await expect(this.dialog).toBeHidden();
  }
}
