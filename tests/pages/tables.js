// 类别: the two annexes as tables.
export class Tables {
  constructor(main) {
    this.navigation = main.getByRole('navigation', { name: '类别' });
    this.schedule = main.locator('table.schedule');
    this.monthly = main.locator('table.monthly');
    this.groups = this.schedule.locator('tbody');
  }

  /** Cells of the rows that are shown, exactly as they stand there. */
  async rows(table) {
    return table.locator('tbody tr:visible').evaluateAll((rows) =>
      rows.filter((row) => row.querySelector('td')).map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
  }

  sorter(name) {
    // The column that sorts has an arrow behind its name.
    return this.schedule.getByRole('link', { name: new RegExp(`^${name}( ↓)?$`) });
  }
}
