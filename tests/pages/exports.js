// The ways to hand items and meetings over to other programs, wherever they stand.
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';

export class Exports {
  constructor(app) {
    this.app = app;
    this.page = app.page;
    const button = (part, name) => part.getByRole('button', { name, exact: true });
    /** In the filter bar. */
    this.table = button(app.filters.bar, '导出表格');
    this.calendar = button(app.filters.bar, '导出日历');
    /** On 数据. */
    this.wholeTable = button(app.main, '导出表格（CSV）');
    this.wholeCalendar = button(app.main, '导出日历（ICS）');
    /** On 进展通报. */
    this.toldTable = button(app.main, '导出表格');
    /** On an item and on a meeting. */
    this.add = this.page.getByRole('button', { name: '加入日历' });
  }

  /** What pressing a button downloads: `{ name, bytes }`. */
  async download(button, press = () => button.click()) {
    await expect(button).toBeVisible();
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async expectSaid(text) {
    await expect(this.app.told).toContainText(text);
  }
}
