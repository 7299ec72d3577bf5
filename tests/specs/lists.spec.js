// Recording from lists: the status of one item, or of several together, without opening them.
import { App } from '../pages/app.js';
import { Tables } from '../pages/tables.js';
import { COURT, LAW, REPORTS, openToRecord } from '../support/recording.js';
import { expect, test } from '../support/test.js';

const [ONE] = REPORTS;

const LISTS = ['#/', '#/calendar/month/7', '#/calendar/list', '#/units/law', '#/categories', '#/meetings'];

for (const hash of [...LISTS, '#/points/coverage', '#/search?q=调研']) {
  test(`${hash}: a sign records its item, and all signs of the item follow`, async ({ app, page }) => {
    await openToRecord(app, hash);
    // What is late leaves the first list of the overview once it is done.
    const month = app.card('本月 · 7月').locator('button[data-of]');
    const sign = (hash === '#/' ? month : app.signs.all).first();
    const at = await sign.getAttribute('data-of');
    const title = (await sign.getAttribute('aria-label')).split('：').slice(1).join('：');
    await sign.click();
    await expect(app.signs.title).toHaveText(title);
    await expect(app.item.panel).toHaveCount(0);
    await app.signs.status('已完成').click();
    await app.signs.expectClosed();
    await app.signs.expectSaid(title, '已完成');
    const said = await page.locator(`main button[data-of="${at}"]`).allTextContents();
    expect(new Set(said)).toEqual(new Set(['已完成']));
    await expect(page.locator('button a, a button')).toHaveCount(0);
    await page.reload();
    await app.signs.expectSaid(title, '已完成');
  });
}

test('by keyboard: arrows choose, Enter records, the focus comes back to the sign', async ({ app, page }) => {
  await openToRecord(app, '#/units/law');
  const sign = app.signs.of(LAW);
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(app.signs.title).toHaveText(LAW);
  // Nothing is recorded yet, so nothing is chosen, and the first choice has the focus.
  await expect(app.signs.dialog.locator(':checked[type=radio]')).toHaveCount(0);
  await expect(app.signs.status('未开始')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(app.signs.status('已完成')).toBeChecked();
  await page.keyboard.press('Enter');
  await app.signs.expectClosed();
  await app.signs.expectSaid(LAW, '已完成');
  await expect(sign).toBeFocused();
  await expect(app.told).toContainText(`已把“${LAW}”标为已完成`);
  // What is recorded is what the dialog starts from.
  await page.keyboard.press('Space');
  await expect(app.signs.status('已完成')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await app.signs.expectClosed();
  await app.signs.expectSaid(LAW, '已完成');
  await expect(sign).toBeFocused();
});

test('Escape closes the dialog alone, not the item that is open', async ({ app, page }) => {
  await openToRecord(app, '#/units/law?item=s2-9');
  await app.signs.of(LAW).click();
  await expect(app.signs.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await app.signs.expectClosed();
  await app.item.expectOpen(COURT);
});

test('Enter without a choice records nothing', async ({ app, page }) => {
  await openToRecord(app, '#/units/law');
  await app.signs.of(LAW).click();
  await app.signs.confirm.click();
  await expect(app.signs.dialog).toBeVisible();
  await app.signs.cancel.click();
  await app.signs.expectClosed();
  await expect(app.told).toBeEmpty();
});

test('postponing asks for the month, and a reason goes with it; clearing takes the status back', async ({
  app,
  page,
}) => {
  await openToRecord(app, '#/units/law');
  await app.signs.of(LAW).click();
  // The month after the planned one is offered; choosing another means to postpone.
  await expect(app.signs.month).toHaveValue('8');
  await app.signs.month.selectOption({ label: '10月' });
  await expect(app.signs.status('已推迟')).toBeChecked();
  await app.signs.reason.fill('等区法院的数据');
  await app.signs.confirm.click();
  await app.signs.expectSaid(LAW, '已推迟');
  await app.main.getByRole('link', { name: LAW }).first().click();
  await app.record.expectStatus('已推迟');
  await expect(app.record.month).toHaveValue('10');
  await expect(app.record.reason).toHaveValue('等区法院的数据');
  await app.item.close.click();
  await app.signs.of(LAW).click();
  await expect(app.signs.reason).toHaveValue('等区法院的数据');
  await app.signs.clear.click();
  await app.signs.expectSaid(LAW, '未开始');
  await page.keyboard.press('Control+z');
  await app.signs.expectSaid(LAW, '已推迟');
});

test('an item that passes the filter no more hands the focus to the next one', async ({ app, page }) => {
  await openToRecord(app, '#/categories/2?progress=late');
  const [first, second] = await app.signs.all.evaluateAll((signs) => signs.map((sign) => sign.ariaLabel));
  await app.signs.all.first().focus();
  await page.keyboard.press('Enter');
  await app.signs.status('已完成').press(' ');
  await page.keyboard.press('Enter');
  await app.signs.expectClosed();
  await expect(page.getByRole('button', { name: first, exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: second, exact: true })).toBeFocused();
});

test('the overview is made anew around the sign, and the focus stays with the item', async ({
  app,
  page,
}) => {
  await openToRecord(app, '#/');
  const sign = app.card('需要留意').locator('button[data-of]').first();
  const at = await sign.getAttribute('data-of');
  await sign.click();
  await app.signs.month.selectOption({ label: '12月' });
  await app.signs.confirm.click();
  await app.signs.expectClosed();
  await expect(app.main.locator('.fig.postponed')).toHaveText('1已推迟');
  await expect.poll(() => page.evaluate(() => document.activeElement.tagName)).not.toBe('BODY');
  await expect(app.card('需要留意').locator(`[data-of="${at}"]`)).toHaveCount(0);
});

test('what another tab recorded is seen on the signs', async ({ app, page }) => {
  await openToRecord(app, '#/categories/2');
  const other = await page.context().newPage();
  await other.clock.setFixedTime(new Date('2023-07-15T09:00:00+08:00'));
  const there = new App(other, app.root);
  await openToRecord(there, '#/categories');
  await there.signs.of(ONE).click();
  await there.signs.status('已完成').click();
  await app.signs.expectSaid(ONE, '已完成');
});

test('where nothing can be recorded, a sign says so and opens nothing', async ({ app, page }) => {
  // What a later version of the app has written.
  await page.addInitScript(() => {
    if (location.protocol !== 'about:')
      localStorage.setItem('yaodian.nanhai-2023.m1-1', 'y2 of a later format');
  });
  await app.open('#/units/law');
  await expect(app.saved).toHaveText('未能保存');
  await app.signs.of(LAW).click();
  await expect(app.told).toContainText('现在还不能登记');
  await app.signs.expectClosed();
  await app.told.getByRole('button', { name: '收起提示' }).click();
  await expect(app.told).toBeEmpty();
});

test('a table prints its signs as words alone', async ({ app, page }) => {
  await openToRecord(app, '#/categories/2');
  await page.emulateMedia({ media: 'print' });
  const after = await app.signs.all.first().evaluate((sign) => getComputedStyle(sign, '::after').content);
  expect(after).toBe('none');
  const tables = new Tables(app.main);
  const rows = await tables.rows(tables.schedule);
  expect(rows.map((row) => row.at(-1)).every((said) => /^(已|未|进)/.test(said))).toBe(true);
});
