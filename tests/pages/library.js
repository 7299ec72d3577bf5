// 计划库: the plans of this browser.
import { expect } from '@playwright/test';

export class Library {
  constructor(app) {
    this.app = app;
    this.page = app.page;
    this.plans = app.main.locator('.library > section > .plans > li');
    this.archived = app.main.getByText(/^已归档（/);
    this.deleted = app.main.getByText(/^最近删除（/);
    /** The plans below the title in the bar. */
    this.menu = app.bar.getByRole('navigation', { name: '这个浏览器里的计划' });
    /** Files with another version of a plan that is here. */
    this.versions = app.main.locator('.version');
    this.files = app.main.locator('.library input[type=file]');
    /** What came of a file. */
    this.told = app.main.locator('.taken').getByRole('status');
    this.opens = app.main.locator('.taken').getByRole('link', { name: '打开这份计划' });
    /** What stands in place of the app where its plan is not to be had. */
    this.refusal = app.page.getByRole('alert');
  }

  async open() {
    await this.app.open('#/library');
    await this.ready();
  }

  async show() {
    await this.app.rail.getByRole('link', { name: '计划库' }).click();
    await this.ready();
  }

  /** Unfolds the plans below the title in the bar. */
  async unfold() {
    await this.app.bar.locator('.plans-menu > summary').click();
    await expect(this.menu.getByRole('listitem').first()).toBeVisible();
  }

  async ready() {
    await expect(this.app.heading).toHaveText('计划库');
    await expect(this.plans.first()).toBeVisible();
  }

  /** Gives the page files; each is `[name, text]`. */
  give(...files) {
    return this.files.setInputFiles(
      files.map(([name, text]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
    );
  }

  /** The row of a plan. */
  plan(title) {
    return this.app.main.locator('.plans > li').filter({ hasText: title });
  }

  link(title) {
    return this.plan(title).getByRole('link', { name: title });
  }

  button(title, name) {
    return this.plan(title).getByRole('button', { name, exact: true });
  }

  /** Goes to a plan by its link: the page is loaded anew. */
  async goTo(title) {
    await this.link(title).click();
    await expect(this.app.bar.locator('.brand')).toHaveText(title);
    await this.app.ready();
  }

  /** Puts the plan that this page ships with into the library. */
  async keep() {
    await this.app.main.getByRole('button', { name: '收入计划库' }).click();
    await expect(this.app.told).toContainText('已收入计划库');
    await expect(this.app.main.getByRole('button', { name: '收入计划库' })).toHaveCount(0);
  }
}
