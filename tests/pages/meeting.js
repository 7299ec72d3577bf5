// A meeting: what is arranged for it and its steps, on the page of all meetings or on its own.
import { expect } from '@playwright/test';

export class Meeting {
  constructor(page, part) {
    this.page = page;
    /** The part of the page that the meeting is in. */
    this.part = part;
    this.said = part.locator('.arranged');
    this.edit = part.locator('summary').filter({ hasText: '编辑' });
    this.prepare = part.locator('summary').filter({ hasText: '筹备步骤' });
    this.fields = part.getByRole('group', { name: /的名称、日期和地点$/ });
    this.date = this.fields.getByLabel('日期', { exact: true });
    this.name = this.fields.getByLabel('名称', { exact: true });
    this.place = this.fields.getByLabel('地点', { exact: true });
    this.hint = this.fields.getByRole('status');
    this.print = part.getByRole('link', { name: '打印议程' });
    this.items = part.locator('.row a[data-item]');
    this.steps = part.getByRole('group', { name: /筹备步骤$/ });
    this.rows = this.steps.locator('tbody tr');
    this.addStep = this.steps.getByRole('button', { name: '添加步骤' });
    this.resetSteps = this.steps.getByRole('button', { name: '恢复常用步骤' });
  }

  /** One kind of meeting of a month on the page of all meetings. */
  static among(app, month, kind) {
    const of = (level, name) => app.page.getByRole('heading', { level, name });
    const card = app.main.locator('section.card').filter({ has: of(2, new RegExp(`^${month}月$`)) });
    return new Meeting(app.page, card.locator('section').filter({ has: of(3, kind) }));
  }

  /** The meeting that has a page of its own. */
  static alone(app) {
    return new Meeting(app.page, app.main);
  }

  /** Fills a field and leaves it, which saves it. */
  async fill(field, value) {
    await expect(field).toBeEnabled();
    await field.fill(value);
    await field.blur();
  }

  step(at) {
    return new Step(this.rows.nth(at));
  }

  /** Each step as it can be read: name, side, days, due, whether it is done. */
  async readSteps() {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const [name, days, tick] = row.querySelectorAll('input');
        const side = row.querySelector('select').selectedOptions[0].label;
        return `${name.value} ${side}${days.value}${tick.checked ? ' ✓' : ''}`;
      }),
    );
  }
}

class Step {
  constructor(row) {
    this.row = row;
    this.name = row.getByRole('textbox', { name: '步骤' });
    this.days = row.getByRole('spinbutton', { name: '天数' });
    this.side = row.getByRole('combobox', { name: '会前或会后' });
    this.done = row.getByRole('checkbox', { name: '完成' });
    this.due = row.locator('.due');
    this.late = row.getByText('已逾期');
    this.remove = row.getByRole('button', { name: /^删除步骤/ });
  }
}

/** What was done is on the disk. */
async function expectSaved(app) {
  await expect(app.bar.getByText('已保存')).toBeVisible();
}

/** Opens the page anew once everything is saved. */
export async function reload(app) {
  await expectSaved(app);
  await app.page.reload();
  await app.ready();
}

/** Goes to the page of the Standing Committee's meeting in July and gives it a day. */
export async function dated(app, day) {
  await app.open('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  await meeting.fill(meeting.date, day);
  await expectSaved(app);
  return meeting;
}
