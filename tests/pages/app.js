// The frame around every page: bar, rail, open item, help. Tests speak through it and name no selectors of their own
// for what it holds.
import { expect } from '@playwright/test';
import { Filters } from './filters.js';
import { Item } from './item.js';
import { Record } from './record.js';
import { Signs } from './signs.js';

export class App {
  constructor(page, root) {
    this.page = page;
    /** The address of the page, without what follows `#`. */
    this.root = root;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.rail = page.getByRole('navigation', { name: '主要页面' });
    this.bar = page.getByRole('banner');
    this.search = this.bar.getByRole('searchbox', { name: '搜索' });
    this.asOf = this.bar.getByRole('combobox', { name: '截至' });
    this.help = page.getByRole('dialog', { name: '键盘操作' });
    this.status = this.main.getByRole('status');
    this.notice = page.getByRole('status').filter({ hasText: '有新版本' });
    this.update = this.notice.getByRole('button', { name: '更新' });
    this.filters = new Filters(this.main);
    this.item = new Item(page);
    this.record = new Record(this.item);
    this.signs = new Signs(page);
    /** Whether what was recorded is saved; it leads to 数据. */
    this.saved = this.bar.getByTitle('保存情况');
    /** What was just done. */
    this.told = page.locator('.toast');
    const work = page.locator('.underway');
    /** Work that takes longer than a moment. */
    this.work = {
      text: work,
      bar: work.getByRole('progressbar'),
      cancel: work.getByRole('button', { name: '取消' }),
    };
    this.undo = this.told.getByRole('button', { name: '撤销' });
  }

  /** Loads the page anew at an address, as a link from elsewhere does. */
  async open(hash = '') {
    await this.page.goto('about:blank');
    await this.page.goto(this.root + hash);
    await this.ready();
  }

  /**
   * Changes the address of the page that is there, as a link pasted into its tab does, and waits until what the address
   * shows is there: a test may read it at once.
   */
  async paste(hash) {
    await this.page.evaluate(
      (hash) =>
        new Promise((done) => {
          const before = location.href;
          // The app listens, too, and was first; what follows from it has happened by the next task.
          addEventListener('hashchange', () => setTimeout(done), { once: true });
          location.assign(hash);
          if (location.href === before) done();
        }),
      hash,
    );
    await this.settled();
  }

  /** Changes the address to one of another plan, for which the page is loaded anew. */
  async pasteForOtherPlan(hash) {
    await this.page.evaluate((hash) => location.assign(hash), hash);
  }

  /** The app is on screen, with what the address shows, and not only what was in the page before it. */
  async ready() {
    await expect(this.rail).toBeVisible();
    await this.settled();
  }

  /** No chunk is on its way. */
  async settled() {
    await expect(this.main).not.toHaveAttribute('aria-busy');
  }

  /** What was recorded is in both stores. */
  async expectSaved() {
    await expect(this.saved).toHaveText('已保存');
  }

  /** What follows the page's own address. */
  hash() {
    return decodeURIComponent(new URL(this.page.url()).hash);
  }

  async expectHash(hash) {
    await expect.poll(() => this.hash()).toBe(hash);
  }

  /** A titled part of the page. */
  card(title) {
    const heading = this.page.getByRole('heading', { name: title });
    return this.main.locator('section').filter({ has: heading }).last();
  }

  /** Titles of the items that a part of the page lists, exactly as they stand there. */
  async titles(part = this.main) {
    return part.locator('.row:visible a[data-item]').allTextContents();
  }

  /** What has the focus: its accessible name or its text. */
  focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const label = element.labels?.[0]?.textContent;
      return element.getAttribute('aria-label') ?? label ?? element.textContent;
    });
  }
}
