// The filter bar of the pages that list items.
import { expect } from '@playwright/test';

export class Filters {
  constructor(main) {
    this.bar = main.getByRole('search', { name: '筛选' });
    this.text = this.bar.getByRole('searchbox', { name: '在本页中查找' });
    this.shown = this.bar.locator('output');
    this.chips = this.bar.getByRole('button', { name: '取消筛选' });
    this.clear = this.bar.getByRole('button', { name: '全部清除' });
  }

  facet(name) {
    return this.bar.getByRole('combobox', { name });
  }

  async choose(facet, choice) {
    await this.facet(facet).selectOption({ label: choice });
  }

  chip(label) {
    return this.bar.getByRole('button', { name: `取消筛选：${label}` });
  }

  async expectShown(shown, all) {
    await expect(this.shown).toHaveText(`显示 ${shown} / ${all} 件`);
  }
}
