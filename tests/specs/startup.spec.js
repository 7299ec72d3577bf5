// A page whose plan is missing, damaged or too new says so in plain words. It is never blank.
import { expect, test } from '../support/test.js';

const PLAN = /(<script type="application\/json" id="plan">)([\s\S]*?)(<\/script>)/;

/** Serves the release with another plan in its page. */
async function serveWith(page, change) {
  await page.route(
    (url) => url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const changed = html.replace(PLAN, (_, start, json, end) => change(start, json, end));
      if (changed === html) throw new Error('the page holds no plan to change');
      await route.fulfill({ response, body: changed });
    },
  );
}

const FAILURES = [
  {
    name: 'a plan that was cut off is called damaged',
    change: (start, json, end) => start + json.slice(0, json.length / 2) + end,
    said: '页面里的计划数据已经损坏',
    detail: true,
  },
  {
    name: 'a plan with a fault in it is called damaged, and the fault is named',
    change: (start, json, end) => start + json.replace('"lead":["law"]', '"lead":["nobody"]') + end,
    said: '页面里的计划数据已经损坏',
    detail: true,
  },
  {
    name: 'a page without its plan says that the file may be incomplete',
    change: () => '',
    said: '页面里没有找到计划数据，文件可能不完整',
  },
  {
    name: 'an empty plan counts as missing',
    change: (start, json, end) => `${start}  ${end}`,
    said: '页面里没有找到计划数据，文件可能不完整',
  },
  {
    name: 'a plan of a newer version asks for a newer version',
    change: (start, json, end) => start + json.replace(/"format":(\d+)/, (_, format) => `"format":${Number(format) + 1}`) + end,
    said: '这份计划由更新版本的“要点”制作，请换用新版本打开',
  },
];

for (const { name, change, said, detail } of FAILURES) {
  test(name, async ({ app, page }) => {
    await serveWith(page, change);
    await page.goto(`${app.root}#/calendar`);
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading', { name: '计划没有能够打开' })).toBeVisible();
    await expect(alert).toContainText(said);
    if (detail) {
      await alert.getByText('技术细节').click();
      await expect(alert.locator('pre')).toBeVisible();
      await expect(alert.locator('pre')).not.toBeEmpty();
    }
    await expect(app.rail).toHaveCount(0);
  });
}

test('a page without the sounds of its characters still opens and finds characters', async ({ app, page }) => {
  await page.route(
    (url) => url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const changed = html.replace(/(<script type="text\/plain" id="pinyin">)[\s\S]*?(<\/script>)/, '$1?$2');
      expect(changed).not.toBe(html);
      await route.fulfill({ response, body: changed });
    },
  );
  await app.open();
  await app.search.fill('未成年人');
  await expect(app.main.locator('mark').first()).toHaveText('未成年人');
});
