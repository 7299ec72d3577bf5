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

  /** What stands on a day. */
  items(number) {
    return this.day(number).locator('a[data-item]');
  }

  /** Its titles in its order, without the signs of the meetings behind them. */
  titles(number) {
    return this.items(number).evaluateAll((links) =>
      links.map((link) => {
        const parts = [...link.childNodes].filter((part) => part.nodeName !== 'EM');
        return parts.map((part) => part.textContent).join('');
      }),
    );
  }

  meeting(number) {
    return this.day(number).locator('a.held');
  }
}
