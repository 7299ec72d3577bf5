// 月历: the grid of a month's days, and what has no day yet.
export class MonthGrid {
  constructor(app) {
    this.main = app.main;
    this.grid = app.main.getByRole('table', { name: /年\d+月的会议和事项$/ });
    this.heads = this.grid.getByRole('columnheader');
    this.today = this.grid.locator('td.today');
  }

  /** The cell of a day of the month. */
  day(number) {
    const date = this.main.page().locator('.date b').getByText(String(number), { exact: true });
    return this.grid.locator('td').filter({ has: date });
  }

  /** Titles of what stands on a day, in its order. */
  items(number) {
    return this.day(number).locator('a[data-item]');
  }

  meeting(number) {
    return this.day(number).locator('a.held');
  }
}
