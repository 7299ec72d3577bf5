// Filters: any choice within a facet, all facets together, in the address, with the right numbers.
import { Tables } from '../pages/tables.js';
import { covers, readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const sorted = (list) => [...list].sort();
const titles = (items) => items.map((item) => item.title);

async function expectItems(app, items) {
  await app.filters.expectShown(items.length, 82);
  expect(sorted(await app.titles())).toEqual(sorted(titles(items)));
}

test('each facet counts what the document says, choice by choice', async ({ app }) => {
  await app.open('#/calendar/list');
  const choices = [
    ['工委', '办公室', (item) => item.units.includes('办公室')],
    ['工委', '各工委（室）', (item) => item.lead === '各工委（室）'],
    ['类别', '专题调研', (item) => item.category === 4],
    ['类别', '月度任务', (item) => item.month !== undefined],
    ['会议', '常委会会议', (item) => item.meetings.includes('常委会会议')],
    ['会议', '主任会议', (item) => item.meetings.includes('主任会议')],
    ['时间', '7月', (item) => covers(item, 7)],
    ['时间', '全年', (item) => Boolean(item.wholeYear)],
    ['时间', '时间未定', (item) => item.first === null && !item.wholeYear],
    ['进展', '已完成', (item) => standing(item, 7) === '已完成'],
    ['进展', '已逾期', (item) => standing(item, 7) === '已逾期'],
    ['进展', '未开始', (item) => standing(item, 7) === '未开始'],
  ];
  for (const [facet, choice, passes] of choices) {
    await app.filters.choose(facet, choice);
    await expect(app.filters.chip(choice)).toBeVisible();
    await expectItems(app, source.items.filter(passes));
    await app.filters.chip(choice).click();
    await expect(app.filters.chips).toHaveCount(0);
    await app.filters.expectShown(82, 82);
  }
});

test('choices within a facet add up, facets narrow each other, and chips take them back one by one', async ({
  app,
}) => {
  await app.open('#/calendar/list');
  const law = (item) => item.units.includes('法制工委');
  const finance = (item) => item.units.includes('财经工委');
  const standingCommittee = (item) => item.meetings.includes('常委会会议');
  const july = (item) => covers(item, 7);
  await app.filters.choose('工委', '法制工委');
  await expectItems(app, source.items.filter(law));
  await app.filters.choose('工委', '财经工委');
  await expectItems(app, source.items.filter((item) => law(item) || finance(item)));
  await app.filters.choose('会议', '常委会会议');
  await expectItems(app, source.items.filter((item) => (law(item) || finance(item)) && standingCommittee(item)));
  await app.filters.choose('时间', '7月');
  const all = source.items.filter((item) => (law(item) || finance(item)) && standingCommittee(item) && july(item));
  expect(all.length).toBeGreaterThan(0);
  await expectItems(app, all);
  await expect(app.filters.chips).toHaveCount(4);
  await app.filters.chip('法制工委').click();
  await expectItems(app, source.items.filter((item) => finance(item) && standingCommittee(item) && july(item)));
  await app.filters.chip('7月').click();
  await expectItems(app, source.items.filter((item) => finance(item) && standingCommittee(item)));
  await app.filters.clear.click();
  await expect(app.filters.chips).toHaveCount(0);
  await expectItems(app, source.items);
});

test('the text filter works by characters and by sound, together with the facets', async ({ app }) => {
  await app.open('#/calendar/list');
  const matching = source.items.filter((item) => item.title.includes('民生实'));
  await app.filters.text.fill('民生实');
  await expectItems(app, matching);
  const minors = source.items.filter((item) => item.title.includes('未成年人'));
  await app.filters.text.fill('wcnr');
  await expectItems(app, minors);
  await app.filters.text.fill('民生实');
  await app.filters.choose('类别', '视察活动');
  await expectItems(app, matching.filter((item) => item.category === 7));
});

test('a filter is in the address and survives a reload', async ({ app, page }) => {
  await app.open('#/calendar/list');
  await app.filters.choose('工委', '教科文卫工委');
  await app.filters.choose('时间', '4月');
  await app.filters.text.fill('调研');
  const passes = (item) => item.units.includes('教科文卫工委') && covers(item, 4) && item.title.includes('调研');
  const items = source.items.filter(passes);
  expect(items.length).toBeGreaterThan(0);
  await expectItems(app, items);
  await app.expectHash('#/calendar/list?when=4&unit=edu&text=调研');
  await page.reload();
  await app.ready();
  await expectItems(app, items);
  await expect(app.filters.text).toHaveValue('调研');
  await expect(app.filters.chips).toHaveCount(2);
});

test('a filter stays while one looks at the same items in another form', async ({ app }) => {
  await app.open('#/calendar/list?unit=law');
  const items = source.items.filter((item) => item.units.includes('法制工委'));
  await expectItems(app, items);
  await app.main.getByRole('link', { name: '时间轴', exact: true }).click();
  await expect(app.heading).toHaveText('日历 · 时间轴');
  await app.filters.expectShown(items.length, 82);
  await expect(app.main.locator('.tl > li:visible')).toHaveCount(items.length);
  await app.main.getByRole('link', { name: '年历', exact: true }).click();
  await app.filters.expectShown(items.length, 82);
  const may = items.filter((item) => covers(item, 5));
  const card = app.main.locator('.month').nth(4);
  await expect(card.getByRole('heading')).toHaveText(`5月${may.length} 件`);
  await expect(card.getByRole('listitem')).toHaveCount(may.length);
});

test('tables, units and meetings filter the same way, each by its own total', async ({ app }) => {
  const law = source.items.filter((item) => item.units.includes('法制工委'));
  await app.open('#/categories?unit=law');
  await app.filters.expectShown(law.length, 82);
  const tables = new Tables(app.main);
  const rows = [...(await tables.rows(tables.schedule)), ...(await tables.rows(tables.monthly))];
  expect(rows).toHaveLength(law.length);
  await app.open('#/units?progress=late');
  await app.filters.expectShown(source.items.filter((item) => standing(item, 7) === '已逾期').length, 82);
  await app.open('#/meetings?unit=law');
  const sent = source.items.filter((item) => item.meetings.length > 0);
  await app.filters.expectShown(sent.filter((item) => law.includes(item)).length, sent.length);
  await app.open('#/units/law?meeting=chairpersons');
  const own = source.items.filter((item) => law.includes(item));
  const shown = own.filter((item) => item.meetings.includes('主任会议'));
  expect(sorted(await app.titles(app.card('牵头事项')))).toEqual(sorted(titles(shown)));
});

test('a filter that lets nothing through says so', async ({ app }) => {
  await app.open('#/calendar/list');
  await app.filters.text.fill('没有这个词');
  await app.filters.expectShown(0, 82);
  await expect(app.main.getByText('没有符合条件的事项')).toBeVisible();
  await expect(app.main.locator('.row:visible')).toHaveCount(0);
  await app.filters.clear.click();
  await expectItems(app, source.items);
});

test('a table sorts by time, by unit and by progress without losing a row', async ({ app }) => {
  await app.open('#/categories/2');
  const tables = new Tables(app.main);
  const items = source.schedule.filter((item) => item.category === 2);
  await tables.sorter('组织实施部门').click();
  await app.expectHash('#/categories/2?sort=unit');
  const leads = (await tables.rows(tables.schedule)).map((row) => items.find((item) => item.title === row[1]).lead);
  expect(leads).toHaveLength(items.length);
  // Rows of one unit stand together.
  const runs = leads.filter((lead, at) => lead !== leads[at - 1]);
  expect(runs).toHaveLength(new Set(leads).size);
  await tables.sorter('时间').click();
  await app.expectHash('#/categories/2?sort=time');
  const months = (await tables.rows(tables.schedule)).map((row) => items.find((item) => item.title === row[1]).first);
  expect(months).toEqual([...months].sort((a, b) => a - b));
  await tables.sorter('序号').click();
  await app.expectHash('#/categories/2');
  expect((await tables.rows(tables.schedule)).map((row) => row[1])).toEqual(titles(items));
});
