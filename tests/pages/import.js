// The page that makes a plan of a document.
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

/** Where the office files of all tests lie. */
const OFFICE = fileURLToPath(new URL('../../crates/reading/tests/cases/office/', import.meta.url));

export class Import {
  constructor(app) {
    const { page } = app;
    this.app = app;
    this.page = page;
    this.files = app.main.getByLabel('选择文件');
    this.paste = app.main.getByRole('textbox', { name: '或者粘贴文字' });
    this.example = app.main.getByRole('button', { name: '用范例试一试' });
    this.title = app.main.getByRole('textbox', { name: '标题', exact: true });
    this.year = app.main.getByRole('textbox', { name: '年份', exact: true });
    /** What is being done, where it takes longer than a moment. */
    this.work = app.work.text;
    this.progress = app.work.bar;
    this.cancel = app.work.cancel;
    this.refused = app.main.locator('.refused');
    this.drafts = app.main.locator('.drafts li');
    this.left = app.main.locator('.review-bar .left');
    this.kept = app.main.locator('.review-bar .kept');
    this.only = app.main.getByRole('checkbox', { name: '只看有提示的' });
    this.undo = app.main.locator('.review-bar').getByRole('button', { name: '撤销' });
    this.redo = app.main.locator('.review-bar').getByRole('button', { name: '重做' });
    this.use = app.main.locator('.review-bar').getByRole('button', { name: '启用' });
    this.useAnyway = app.main.getByRole('button', { name: '仍然启用' });
    /** What stands before the use of the plan. */
    this.asked = app.main.locator('.asked');
    this.useCorrection = this.asked.getByRole('button', { name: '启用这些改动' });
    this.rows = app.main.locator('.rows article');
    this.earlierRows = app.main.locator('.read-rows').getByRole('button', { name: '再显示前面的' });
    this.notes = app.main.locator('#hints');
    this.document = app.main.getByRole('region', { name: '原文' });
    this.earlierLines = this.document.getByRole('button', { name: '再显示前面的' });
    /** What another tab has deleted. */
    this.gone = app.main.locator('.review-bar .gone');
    this.matrix = app.main.getByRole('region', { name: '各部门各月的事项' });
  }

  async open() {
    await this.app.open('#/import');
    await expect(this.app.heading).toHaveText('导入计划');
  }

  /** Chooses files of the folder of examples, or files that are made for the occasion. */
  async choose(...files) {
    await this.files.setInputFiles(files.map((file) => (typeof file === 'string' ? OFFICE + file : file)));
  }

  /** Chooses files and waits for what was read. */
  async read(...files) {
    await this.choose(...files);
    await this.shown();
  }

  async shown() {
    await expect(this.left).toBeVisible();
    await expect(this.kept).toHaveText('已存到这个浏览器');
    await this.made();
  }

  /** Waits until all is made that is to be on screen. */
  async made() {
    await expect(this.app.main.locator('.rows')).toHaveAttribute('aria-busy', 'false');
    await expect(this.app.main.locator('[aria-busy=true]')).toHaveCount(0);
  }

  /** Puts the corrected plan into use: the page is loaded anew. */
  async putCorrection() {
    const loaded = this.page.waitForEvent('load');
    await this.useCorrection.click();
    await loaded;
    await this.app.ready();
  }

  /** A figure of what was read. */
  figure(name) {
    return this.app.main.locator('.figs .fig').filter({ hasText: name }).locator('dd');
  }

  /** How far the reading is. */
  share() {
    return this.progress.evaluate((bar) => bar.value);
  }

  /** A row by its key: rows that were read are counted from 0, wherever they are now. */
  row(key) {
    return this.app.main.locator(`#row-${key}`);
  }

  /** A value of the row at a place. */
  cell(at, column) {
    return this.rows.nth(at).locator(`[data-column=${column}]`).first();
  }

  /** Types a value into a row, as somebody does who goes on to the next field. */
  async type(at, column, value) {
    const cell = this.cell(at, column);
    await cell.fill(value);
    await cell.press('Tab');
  }

  /** What was said for a cause, while it is open. */
  noted(cause) {
    return this.notes.locator(`.note-group[data-cause=${cause}]`);
  }

  titles() {
    return this.rows
      .locator('[data-column=title]')
      .evaluateAll((fields) => fields.map((field) => field.value));
  }
}

/** A small plan as a document says it: three rows, of which the time of the second one is not known. */
export const SMALL_PLAN = `江源市人大常委会2027年工作要点
一、监督工作
1．加强财政监督。听取预算执行情况报告。
附件1
工作安排表
类别\t序号\t项目名称\t组织实施部门\t时间\t提交会议
专题调研（3项）\t1\t关于预算执行情况的调研\t财经工委\t3月\t常委会会议
专题调研（3项）\t2\t关于环境保护情况的调研\t城建环资工委\t看情况再说\t主任会议
执法检查（1项）\t1\t检查环境保护法实施情况\t城建环资工委、财经委\t5-6月\t常委会会议
`;

/** A text file with a plan. */
export function textFile(name, text) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}
