// A whole session asks for nothing but the app's own files, once each. That nothing else is asked for, that no policy is
// broken and that nothing complains is watched in every test, see support/test.js.
import { PLACES } from '../support/places.js';
import { expect, test } from '../support/test.js';

test('promise 17: a whole session asks for the page, its script and the chunks of its program, once each, and for nothing else', async ({
  app,
  page,
  watch,
}) => {
  await page.goto(app.root);
  await app.ready();
  for (const place of PLACES) await app.paste(place.hash);
  await app.search.fill('wcnr');
  await expect(app.main.locator('mark').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const files = watch.requests.filter((url) => url.startsWith('http')).map((url) => new URL(url).pathname);
  const kinds = files.map((file) => /\.[a-z]+$/.exec(file)?.[0] ?? file);
  const chunks = files.filter((file) => /^\/chunks\/.*wasm$/.test(file));
  // The readings of characters come with the search.
  expect(kinds.filter((kind) => kind !== '.wasm').sort()).toEqual(['.js', '.txt', '/']);
  expect(files.length).toBe(new Set(files).size);
  expect(chunks.length).toBe(files.filter((file) => file.endsWith('.wasm')).length - 1);
});

test('the page states a policy that allows no other server and no script but its own', async ({
  app,
  page,
}) => {
  await app.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self' ('sha256-[^']+' )*'wasm-unsafe-eval'/);
  expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval')/);
  expect(policy).not.toMatch(/https?:/);
});

test('the policy bites: a script that is slipped in does not run', async ({ page, app, watch }) => {
  await app.open();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.slipped = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => window.slipped)).toBeUndefined();
  // The watch of all the other tests has seen it. Here it was meant to happen.
  await expect
    .poll(() => watch.trouble.filter((trouble) => trouble.startsWith('policy: script-src')).length)
    .toBe(1);
  watch.trouble.length = 0;
});
