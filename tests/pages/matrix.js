// 全年一览: units by months, a mark per item.
export class Matrix {
  constructor(main) {
    this.table = main.getByRole('table', { name: '全年一览' });
    this.rows = this.table.locator('tbody tr');
    this.stops = this.table.locator('.cell, .mark');
  }

  row(at) {
    return this.rows.nth(at);
  }

  /** Columns are the months 1 to 12, then 13 for what no month holds. */
  cell(row, column) {
    return this.row(row).locator('td').nth(column - 1);
  }

  marks(part) {
    return part.locator('a.mark');
  }

  /** The mark of an item in a cell, by its title. */
  mark(part, title) {
    return part.locator(`a.mark[aria-label^="${title}（"]`);
  }
}
