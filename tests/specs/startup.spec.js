// A page whose plan is missing, damaged or too new says so in plain words. It is never blank.
import { expect, test } from '../support/test.js';

/** The element of the page with an id that holds data: its start tag, its text, its end tag. */
const data = (id) => new RegExp(`(<script[^>]* id="${id}">)([\\s\\S]*?)(</script>)`);

/** Serves the release with other data in its page. */
async function serveWith(page, id, change) {
  await page.route(
    (url) => url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(data(id), (_, start, text, end) => change(text, start, end));
      // A change that changes nothing would make the test pass for the wrong reason.
      if (body === html) throw new Error(`nothing was changed in #${id}`);
      await route.fulfill({ response, body });
    },
  );
}

const FAILURES = [
  {
    name: 'a plan that was cut off is called damaged',
    change: (plan, start, end) => start + plan.slice(0, plan.length / 2) + end,
    said: '页面里的计划数据已经损坏',
  },
  {
    name: 'a plan in which a single character was changed is called damaged',
    change: (plan, start, end) => start + plan.replace('断头路', '断头跑') + end,
    said: '页面里的计划数据已经损坏',
  },
  {
    name: 'something else in the place of the plan is called damaged',
    change: (_, start, end) => `${start}{"format":1}${end}`,
    said: '页面里的计划数据已经损坏',
  },
  {
    name: 'a page without its plan says that the file may be incomplete',
    change: () => '',
    said: '页面里没有找到计划数据，文件可能不完整',
  },
  {
    name: 'an empty plan counts as missing',
    change: (_, start, end) => `${start} \n ${end}`,
    said: '页面里没有找到计划数据，文件可能不完整',
  },
  {
    name: 'a plan of a newer version asks for a newer version',
    change: (plan, start, end) => start + plan.replace(/^yaodian-plan \d+/, 'yaodian-plan 99') + end,
    said: '这份计划由更新版本的“要点”制作，请换用新版本打开',
  },
];

for (const { name, change, said } of FAILURES) {
  test(name, async ({ app, page }) => {
    await serveWith(page, 'plan', change);
    await page.goto(`${app.root}#/calendar`);
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading', { name: '计划没有能够打开' })).toBeVisible();
    await expect(alert).toContainText(said);
    await expect(app.rail).toHaveCount(0);
    // The plan itself is still there to be read.
    await expect(page.getByRole('main')).toContainText('开展打通“断头路”工作情况专题调研');
  });
}

test('a page with damaged readings of its characters still finds characters', async ({ app, page }) => {
  await page.route('**/chunks/pinyin-*', (route) => route.fulfill({ body: '?' }));
  await app.open();
  await app.search.fill('未成年人');
  await expect(app.main.locator('mark').first()).toHaveText('未成年人');
  await app.search.fill('wcnr');
  await expect(app.status).toContainText('没有找到');
});

test('readings that could not be fetched are said to be missing, and found by once there is a network', async ({
  app,
  page,
}) => {
  await page.route('**/chunks/pinyin-*', (route) => route.abort('internetdisconnected'));
  await app.open();
  await app.search.fill('wcnr');
  await expect(app.main).toContainText('这一部分没有取到');
  await page.unroute('**/chunks/pinyin-*');
  await app.main.getByRole('button', { name: '再试一次' }).click();
  await expect(app.main.locator('mark').first()).toHaveText('未成年人');
});

test('while the app is on its way the plan is held back for a moment, then shown where a link led', async ({
  app,
  page,
}) => {
  await page.clock.install({ time: new Date('2023-07-15T09:00:00+08:00') });
  await page.clock.pauseAt(new Date('2023-07-15T09:00:01+08:00'));
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`${app.root}#/points/10`, { waitUntil: 'commit' });
  const plan = page.getByRole('main');
  // Its bar is the app's, and is there from the start.
  await expect(app.bar).toContainText('2023 年工作要点');
  await expect(page.locator('[id="/categories/monthly"]')).toBeAttached();
  await expect(plan).toBeHidden();
  await page.clock.runFor(200);
  await expect(plan).toBeVisible();
  await expect(page.locator('[id="/points/10"]')).toBeInViewport();
  await page.clock.resume();
  arrive();
  await app.ready();
  await expect(app.heading).toHaveText('要点');
  await expect(page.locator('#before')).toHaveCount(0);
});

test('a server may call WebAssembly what it likes', async ({ app, page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await app.open('#/calendar');
  // One of the page's own, and one of a part's.
  await app.paste('#/progress');
  await expect(app.heading).toHaveText('进展');
});
