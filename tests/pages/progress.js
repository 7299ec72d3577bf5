// What was recorded, as people see it and record it: 进展, 进展通报, and the part of an item where one records.
import { expect } from '@playwright/test';

/** 登记进展, on an open item. */
export class Recording {
  constructor(page) {
    this.group = page.getByRole('group', { name: '登记进展' });
    this.reason = this.group.getByLabel('原因或说明');
    this.month = this.group.getByLabel('推迟到');
    this.day = this.group.getByLabel('实际日期');
    this.text = this.group.getByRole('textbox', { name: '写一条记录' });
    this.save = this.group.getByRole('button', { name: '保存记录' });
    this.notes = this.group.getByRole('listitem');
  }

  status(name) {
    return this.group.getByRole('button', { name, exact: true });
  }

  /** Presses a status and waits until it is the one that is pressed. */
  async set(name) {
    await this.status(name).click();
    await expect(this.status(name)).toHaveAttribute('aria-pressed', 'true');
  }

  /** Puts the item off to a month. */
  async postponeTo(month) {
    await this.status('已推迟').click();
    await this.month.selectOption(month);
    await this.group.getByRole('button', { name: '确定推迟' }).click();
    await expect(this.status('已推迟')).toHaveAttribute('aria-pressed', 'true');
  }

  /** Gives the reason of a status that has one. */
  async explain(reason) {
    await this.reason.fill(reason);
    await this.reason.blur();
  }

  async note(text) {
    const before = await this.notes.count();
    await this.text.fill(text);
    await this.save.click();
    await expect(this.notes).toHaveCount(before + 1);
  }
}

/** 进展: the records. */
export class Records {
  constructor(app) {
    this.app = app;
    this.list = app.main.getByRole('region', { name: '登记记录' });
    this.days = this.list.getByRole('heading', { level: 2 });
    this.rows = this.list.getByRole('listitem');
    this.narrowing = app.main.getByRole('search', { name: '筛选' });
    this.summary = this.narrowing.getByRole('status');
    this.clear = this.narrowing.getByRole('link', { name: '全部清除' });
    this.more = app.main.getByRole('button', { name: /^再显示/ });
    this.undo = app.main.getByRole('button', { name: '撤销' });
    this.redo = app.main.getByRole('button', { name: '重做' });
    this.toast = app.page.locator('.toast');
  }

  choice(name) {
    return this.narrowing.getByRole('combobox', { name });
  }

  /** Every row as [time, what, said, who], top to bottom. */
  async told() {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) =>
        ['.when', '.what', '.said', 'small'].map((part) => row.querySelector(part)?.textContent ?? ''),
      ),
    );
  }

  async expectTold(what) {
    await expect.poll(async () => (await this.told()).map((row) => row[1])).toEqual(what);
  }
}

/** 进展通报. */
export class Bulletin {
  constructor(app) {
    this.app = app;
    this.paper = app.main.getByRole('article');
    this.figures = this.paper.locator('.figs');
    this.spans = app.main.getByRole('navigation', { name: '通报月份' });
    this.copy = app.main.getByRole('button', { name: '复制文本' });
    this.said = app.main.locator('.copying output');
    this.text = app.main.getByRole('textbox', { name: '通报文本' });
  }

  /** Figures by name. */
  async counted() {
    const pairs = await this.figures
      .locator('.fig')
      .evaluateAll((figs) =>
        figs.map((fig) => [fig.querySelector('dt').textContent, fig.querySelector('dd').textContent]),
      );
    return Object.fromEntries(pairs.map(([name, number]) => [name, Number(number)]));
  }

  /** What every unit's part lists: `{ unit: { standing: [line, …] } }`. */
  async parts() {
    return this.paper
      .locator('section')
      .evaluateAll((sections) =>
        Object.fromEntries(
          sections.map((section) => [
            section.querySelector('h2 .unit').textContent,
            Object.fromEntries(
              [...section.querySelectorAll('div')].map((group) => [
                group.querySelector('.st').textContent,
                [...group.querySelectorAll('li')].map((line) => line.textContent),
              ]),
            ),
          ]),
        ),
      );
  }
}
