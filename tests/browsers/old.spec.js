// A browser that cannot run the app has the plan and plain words.
import { SINGLE } from '../support/server.js';
import { expect, test } from './test.js';

test.use({ wasm: false });

for (const [form, address] of [
  ['on a server', (site) => site.address],
  ['as a single file', () => SINGLE],
]) {
  test(`without WebAssembly the plan is there and the page says why, ${form}`, async ({
    browsing,
    page,
    site,
  }) => {
    await page.open(address(site));
    expect(await page.run(() => typeof WebAssembly)).toBe('undefined');
    await page.expectState('unsupported');
    await page.expectPlan();
    const [said] = await page.texts('[role=alert]');
    expect(said).toContain('这个浏览器版本太旧');
    expect(said).toContain('Firefox 115 以上');
    // On a server the app's script tries all the same, and misses what was taken away.
    browsing.expected = /WebAssembly/;
  });
}
