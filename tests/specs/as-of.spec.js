// A month looked back at: every page and every file as of then. The clock stands in the middle of the plan’s year.
import { Bulletin } from '../pages/progress.js';
import { record, stamp, status } from '../support/ledger.js';
import { readSource, standing } from '../support/source.js';
import { expect, test } from '../support/test.js';

test.use({ today: '2023-07-10T09:00:00' });

const source = readSource();
const of = (id) => source.items.find((item) => item.id === id);
const fig = (app, name) => app.main.locator('.figs').first().locator('.fig').filter({ hasText: name });

test.describe('as of a month', () => {
  /** Finished in May, recorded in July; and one of which nobody said when. */
  const DONE = {
    items: {
      's2-2': {
        status: status('done', '2023-07-03T10:00'),
        date: { value: '2023-05-25', stamp: stamp('2023-07-03T10:01') },
      },
      's2-3': { status: status('done', '2023-07-04T10:00') },
    },
  };
  const reported = source.items.filter((item) => item.remark === '已完成').length;

  test('what was finished on 25 May is not done in January', async ({ app, page }) => {
    await record(page, DONE);
    await app.open('#/');
    await expect(fig(app, '已完成')).toHaveText(`${reported + 2}已完成`);
    for (const [month, done] of [
      ['1月', reported],
      ['4月', reported],
      ['5月', reported + 1],
      ['6月', reported + 1],
      ['7月', reported + 2],
      ['12月', reported + 2],
    ]) {
      await app.asOf.selectOption({ label: month });
      await expect(fig(app, '已完成'), month).toHaveText(`${done}已完成`);
    }
    // Looking back, the item says how it stands now.
    await app.paste('#/item/s2-2?asof=1');
    await expect(app.item.fact('进展')).toHaveText('未开始截至1月的情形，目前已完成');
    await app.paste('#/item/s2-2');
    await expect(app.item.fact('进展')).toHaveText('已完成5月25日完成');
  });

  test('the bulletin of March is that of the end of March, and says why its figures are others', async ({
    app,
    page,
  }) => {
    await record(page, DONE);
    await app.open('#/progress/bulletin/3');
    const bulletin = new Bulletin(app);
    await expect(bulletin.paper.locator('.lead')).toHaveText(
      '截至3月。列入的是3月的事项、此前逾期的事项，以及3月完成或登记过的事项；全年共 82 项。',
    );
    const late = source.items.filter((item) => standing(item, 3) === '已逾期').length;
    await expect.poll(async () => (await bulletin.counted()).已逾期).toBe(late);
    await app.paste('#/?asof=3');
    await expect(fig(app, '已逾期')).toHaveText(`${late}已逾期`);
  });

  test('the bulletin of the year counts what the overview counts, by date, with the days', async ({
    app,
    page,
  }) => {
    await record(page, DONE);
    await app.open('#/progress/bulletin/1-12');
    const bulletin = new Bulletin(app);
    await expect.poll(async () => (await bulletin.counted()).已完成).toBe(reported + 2);
    const counted = await bulletin.counted();
    expect(counted.通报事项).toBe(82);
    await expect(bulletin.paper.getByRole('listitem').filter({ hasText: of('s2-2').title })).toContainText(
      '（5月），5月25日完成',
    );
    await expect(bulletin.paper.getByRole('listitem').filter({ hasText: of('s2-3').title })).toContainText(
      '（5月），7月4日登记完成',
    );
    // Titles are as they were printed.
    const said = await bulletin.paper.textContent();
    const own = source.items.reduce((text, item) => text.replaceAll(item.title, ''), said);
    expect(own).not.toMatch(/\d-\d+月/);
    await app.paste('#/');
    for (const [name, number] of Object.entries(counted).filter(([name]) => name !== '通报事项')) {
      await expect(fig(app, name), name).toHaveText(`${number}${name}`);
    }
  });
});
