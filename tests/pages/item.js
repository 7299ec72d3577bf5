// An item: beside the page it was opened from, or on a page of its own.
import { expect } from '@playwright/test';

export class Item {
  constructor(page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: '事项' });
    this.title = page.locator('#item-title');
    // The line that says what was done can be closed too.
    this.close = this.panel.getByRole('button', { name: '关闭' });
    this.previous = page.getByRole('button', { name: '上一项' });
    this.next = page.getByRole('button', { name: '下一项' });
    this.copy = page.getByRole('button', { name: '复制链接' });
    this.article = page.getByRole('article').filter({ has: this.title });
  }

  /** What the item says under one heading of its facts. */
  fact(term) {
    return this.article.locator(`dt:text-is("${term}") + dd`);
  }

  async expectOpen(title) {
    await expect(this.title).toBeVisible();
    await expect.poll(() => this.title.textContent()).toBe(title);
  }

  async expectClosed() {
    await expect(this.panel).toHaveCount(0);
  }
}
