// What the page promises where less is there than the app needs, and how little it lets in. Both forms of the release
// promise the same: the page on a server, and the single file opened from the disk.
import { PLACES } from '../support/places.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();

/** The whole document stands in the page. Typesetting may break its lines. */
async function expectDocument(page) {
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(source.title);
  const text = (await main.textContent()).replace(/\s/g, '');
  const missing = source.items.filter((item) => !text.includes(item.title.replace(/\s/g, '')));
  expect(missing.map((item) => item.id)).toEqual([]);
  await expect(main.locator('.point')).toHaveCount(source.points.length);
}

for (const [form, single] of [
  ['on a server', false],
  ['as a single file', true],
]) {
  test.describe(form, () => {
    test.use({ single });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test(`promise 22: the plan is readable without JavaScript, ${form}`, async ({ app, page, watch }) => {
        await page.goto(`${app.root}#/points/10`);
        await expectDocument(page);
        // Playwright finds no text in a <noscript>, so the note is found by its id.
        await expect(page.locator('#before-no-script')).toBeVisible();
        await expect(page.locator('#before-no-script')).toContainText('没有启用 JavaScript，以下是计划全文');
        await expect(page.getByRole('alert')).toBeHidden();
        // A link into the app leads to the same thing in the plan.
        await expect(page.locator('[id="/points/10"]')).toBeInViewport();
        await page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '月度任务' }).click();
        await expect(page.locator('[id="/categories/monthly"]')).toBeInViewport();
        // Chromium preloads the hosted script and drops it, for want of anything that would run it.
        const other = watch.trouble.filter((trouble) => !/^failed: .*\.js$/.test(trouble));
        expect(other).toEqual([]);
        if (!single) watch.trouble.length = 0;
      });
    });

    test(`promise 23: without WebAssembly the page says so and shows the plan, ${form}`, async ({
      app,
      page,
      watch,
    }) => {
      await page.addInitScript(() => delete window.WebAssembly);
      await page.goto(app.root);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('这个浏览器版本太旧，或者关闭了 WebAssembly');
      await expect(alert).toContainText('Chrome 或 Edge 109 以上');
      await expectDocument(page);
      await expect(app.rail).toHaveCount(0);
      // On a server Trunk's script tries all the same, and the browser complains of what was taken away.
      const other = watch.trouble.filter((trouble) => !/WebAssembly is not defined/.test(trouble));
      expect(other).toEqual([]);
      if (single) expect(watch.trouble).toEqual([]);
      watch.trouble.length = 0;
    });

    test(`promise 24: a whole session breaks no policy, ${form}`, async ({ app, page }) => {
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await app.open();
      for (const place of PLACES) await app.paste(place.hash);
      await app.search.fill('wcnr');
      await expect(app.main.locator('mark').first()).toBeVisible();
      expect(await page.evaluate(() => window.violations)).toEqual([]);
    });

    test(`promise 24: the policy lets in no script and no request that is not the page's own, ${form}`, async ({
      app,
      page,
      watch,
    }) => {
      await app.open();
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval')|https?:/);
      if (single) expect(policy).not.toContain("'self'");
      const refused = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.textContent = 'window.slipped = true';
        document.body.append(script);
        // Another port is another server, and no request leaves this machine should the policy fail.
        const fetched = await fetch('http://127.0.0.1:9/').then(
          () => true,
          () => false,
        );
        return { slipped: window.slipped === true, fetched };
      });
      expect(refused).toEqual({ slipped: false, fetched: false });
      // All of it was meant to happen, and the watch of the other tests would have seen it.
      await expect.poll(() => watch.trouble.filter((one) => one.startsWith('policy:')).length).toBe(2);
      watch.trouble.length = 0;
    });
  });
}
