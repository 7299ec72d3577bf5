// WebAssembly that has trapped does not go on. The page, which looks as before, says so.
import { expect, test } from '../support/test.js';

/** What browsers report when the app traps in an event's handler, or in what it does later. */
const CRASHES = {
  'in a handler': () =>
    dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })),
  'in a task': () =>
    dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', {
        promise: Promise.resolve(),
        reason: new WebAssembly.RuntimeError('unreachable'),
      }),
    ),
};

for (const [where, crash] of Object.entries(CRASHES)) {
  test(`a crash ${where} is told once, and the page can be loaded anew`, async ({ app, page }) => {
    await app.open('#/calendar');
    await page.evaluate(crash);
    await page.evaluate(crash);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('程序出了问题，页面可能不再更新。');
    await expect(app.heading).toBeVisible();
    const loaded = page.waitForEvent('load');
    await alert.getByRole('button', { name: '重新载入' }).click();
    await loaded;
    await app.ready();
    await expect(alert).toHaveCount(0);
    await app.expectHash('#/calendar');
  });
}

test('a crash behind an open dialog is told within reach', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('?');
  await expect(app.help).toBeVisible();
  await page.evaluate(CRASHES['in a handler']);
  await app.help.getByRole('alert').getByRole('button', { name: '重新载入' }).click({ trial: true });
});

test('other errors are no crash', async ({ app, page }) => {
  await app.open();
  await page.evaluate(() => {
    dispatchEvent(new ErrorEvent('error', { error: new Error('an extension of the browser') }));
    dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
  });
  await expect(page.getByRole('alert')).toHaveCount(0);
});
