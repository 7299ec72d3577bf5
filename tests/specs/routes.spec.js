// Everything on screen has an address, and every address brings it back.
import { PLACES } from '../support/places.js';
import { BELOW } from '../support/server.js';
import { expect, test } from '../support/test.js';

async function expectPlace(app, place) {
  if (place.heading) await expect(app.heading).toHaveText(place.heading);
  if (place.item) await app.item.expectOpen(place.item);
}

for (const path of ['/', BELOW]) {
  test.describe(`served at ${path}`, () => {
    test.use({ path });

    test('a link from elsewhere opens the page it names, and so does one pasted into an open tab', async ({
      app,
    }) => {
      for (const place of PLACES) {
        await app.open(place.hash);
        await expectPlace(app, place);
      }
      for (const place of [...PLACES].reverse()) {
        await app.paste(place.hash);
        await expectPlace(app, place);
        await app.expectHash(place.hash);
      }
    });

    test('a copied link leads to the item on a page of its own', async ({ app, context, page, server }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
      await app.open('#/calendar/list?unit=law&item=s2-3');
      await app.item.copy.click();
      await expect(page.getByText('链接已复制')).toBeVisible();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(`${app.root}#/item/s2-3`);
      await page.goto('about:blank');
      await page.goto(link);
      await app.item.expectOpen('听取和审议区检察院关于未成年人检察工作报告');
    });
  });
}

test('the window is named after the page and the document', async ({ app, page }) => {
  await app.open('#/units/law');
  await expect(page).toHaveTitle('法制工委 · 佛山市南海区人大常委会 2023 年工作要点');
  await app.paste('#/item/m5-1');
  await expect(page).toHaveTitle('开展交通拥堵综合治理情况专题调研 · 佛山市南海区人大常委会 2023 年工作要点');
});

test('Back and Forward lead to where one had scrolled, and a link to the top of its page', async ({
  app,
  page,
}) => {
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const scroll = async (to) => {
    await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), to);
    // Written down once the browser says that it has come to rest.
    await expect.poll(() => page.evaluate(() => history.state)).toBe(to);
  };
  await app.open('#/units');
  await scroll(1500);
  await app.main
    .getByRole('link', { name: '法制工委', exact: true })
    .first()
    .evaluate((link) => link.click());
  await expect(app.heading).toHaveText('法制工委');
  await expect.poll(scrolled).toBe(0);
  await scroll(400);
  await app.rail.getByRole('link', { name: '日历' }).click();
  await expect(app.heading).toHaveText('日历 · 年历');
  await expect.poll(scrolled).toBe(0);
  await page.goBack();
  await expect(app.heading).toHaveText('法制工委');
  await expect.poll(scrolled).toBe(400);
  await page.goBack();
  await expect(app.heading).toHaveText('工委');
  await expect.poll(scrolled).toBe(1500);
  await page.goForward();
  await expect.poll(scrolled).toBe(400);
  // Also where the page was loaded anew in between.
  await page.reload();
  await app.ready();
  await page.goBack();
  await expect(app.heading).toHaveText('工委');
  await expect.poll(scrolled).toBe(1500);
});

test('every page can be reached by clicking', async ({ app, page }) => {
  await app.open();
  const go = async (link, hash, heading) => {
    await link.click();
    await app.expectHash(hash);
    if (heading) await expect(app.heading).toHaveText(heading);
  };
  const inMain = (name) => app.main.getByRole('link', { name, exact: true });
  await go(app.rail.getByRole('link', { name: '日历' }), '#/calendar', '日历 · 年历');
  await go(inMain('时间轴'), '#/calendar/timeline', '日历 · 时间轴');
  await go(inMain('按类别'), '#/calendar/timeline?by=category', '日历 · 时间轴');
  await go(inMain('按会议'), '#/calendar/timeline?by=meeting', '日历 · 时间轴');
  await go(inMain('按工委'), '#/calendar/timeline', '日历 · 时间轴');
  await go(inMain('月历'), '#/calendar/month/7', '2023年7月');
  await go(
    app.main.getByRole('navigation', { name: '各月' }).getByRole('link', { name: '8月' }).first(),
    '#/calendar/month/8',
    '2023年8月',
  );
  await go(inMain('列表'), '#/calendar/list', '日历 · 列表');
  await go(app.rail.getByRole('link', { name: '工委' }), '#/units', '工委');
  await go(
    app.main.getByRole('navigation', { name: '工委' }).getByRole('link', { name: '选联工委' }),
    '#/units/deputy',
    '选联工委',
  );
  await go(app.rail.getByRole('link', { name: '类别' }), '#/categories', '类别');
  await go(app.main.getByRole('link', { name: '时间', exact: true }), '#/categories?sort=time', '类别');
  await go(
    app.main.getByRole('navigation', { name: '类别' }).getByRole('link', { name: '专题询问' }),
    '#/categories/6?sort=time',
    '专题询问',
  );
  await go(app.rail.getByRole('link', { name: '会议' }), '#/meetings', '会议');
  await go(inMain('打印议程').first(), '#/meetings/standing-3', '3月常委会会议');
  await go(inMain('‹ 全部会议'), '#/meetings', '会议');
  await go(app.rail.getByRole('link', { name: '要点' }), '#/points', '要点');
  await go(inMain('对照'), '#/points/coverage', '要点 · 对照');
  await go(app.main.getByRole('link', { name: /^16．/ }), '#/points/16', '要点');
  await expect(app.main.locator('#point-16')).toBeInViewport();
  await app.bar.locator('.plans-menu > summary').click();
  await go(page.getByRole('link', { name: '佛山市南海区人大常委会 2023 年工作要点' }), '#/', '总览');
});

test('Back and Forward bring back the view, its filter, the open item and the search', async ({
  app,
  page,
}) => {
  await app.open();
  await app.rail.getByRole('link', { name: '日历' }).click();
  await app.main.getByRole('link', { name: '列表', exact: true }).click();
  // Until its part is there, a choice would still be one for the page that is shown.
  await expect(app.heading).toHaveText('日历 · 列表');
  await app.filters.choose('工委', '法制工委');
  await app.expectHash('#/calendar/list?unit=law');
  const shown = await app.filters.shown.textContent();
  await app.main.getByRole('link', { name: '听取区法院关于诉前调解工作情况的报告' }).click();
  await app.item.expectOpen('听取区法院关于诉前调解工作情况的报告');
  await app.search.fill('断头路');
  await app.expectHash('#/search?q=断头路');
  await expect(app.main.locator('mark').first()).toHaveText('断头路');

  await page.goBack();
  await app.expectHash('#/calendar/list?unit=law&item=s2-9');
  await app.item.expectOpen('听取区法院关于诉前调解工作情况的报告');
  await expect(app.filters.shown).toHaveText(shown);
  await expect(app.search).toHaveValue('');
  await page.goBack();
  await app.item.expectClosed();
  await expect(app.filters.chip('法制工委')).toBeVisible();
  await page.goBack();
  await expect(app.filters.chips).toHaveCount(0);
  await app.filters.expectShown(82, 82);
  await page.goBack();
  await expect(app.heading).toHaveText('日历 · 年历');
  await page.goBack();
  await expect(app.heading).toHaveText('总览');

  for (let step = 0; step < 5; step += 1) await page.goForward();
  await app.expectHash('#/search?q=断头路');
  await expect(app.search).toHaveValue('断头路');
  await expect(app.main.locator('mark').first()).toHaveText('断头路');
});

const UNKNOWN = [
  '#/nowhere',
  '#/没有/这里',
  '#/units/nobody',
  '#/categories/10',
  '#/categories/0',
  '#/calendar/month/13',
  '#/meetings/standing-1',
  '#/meetings/standing-07',
  '#/meetings/plenary-7',
  '#/calendar/list?progress=never',
  '#/calendar/list?colour=red',
  '#/points/zero',
];

test('a link that leads nowhere says so and offers the way home', async ({ app }) => {
  await app.open();
  for (const hash of UNKNOWN) {
    await app.paste(hash);
    await expect(app.heading, hash).toHaveText('没有这一页');
    await app.main.getByRole('link', { name: '回到总览' }).click();
    await expect(app.heading, hash).toHaveText('总览');
  }
});

test('an item that the plan does not have says so, beside a page and on its own', async ({ app, page }) => {
  await app.open('#/item/s9-99');
  await expect(app.main.getByText('这份计划里没有这一事项')).toBeVisible();
  await app.main.getByRole('link', { name: '回到总览' }).click();
  await expect(app.heading).toHaveText('总览');
  await app.open('#/calendar?item=m1-9');
  await expect(app.item.panel.getByText('这份计划里没有这一事项')).toBeVisible();
  await app.item.close.click();
  await app.item.expectClosed();
  await expect(page).toHaveTitle(/^日历/);
});

test('a point that the plan does not have says so', async ({ app }) => {
  await app.open('#/points/21');
  await expect(app.heading).toHaveText('没有这一页');
});

test('a new page starts at its top with the focus on its heading', async ({ app, page }) => {
  await app.open('#/units');
  await app.main.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await app.main.getByRole('heading', { name: '法制工委' }).getByRole('link').click();
  await expect(app.heading).toHaveText('法制工委');
  await expect(app.heading).toBeFocused();
  await expect(app.heading).toBeInViewport();
});
