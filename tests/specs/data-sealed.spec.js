// Backups that only a passphrase opens: what the file is, and what can go wrong with it.
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { noted } from '../support/foreign.js';
import { seal, unseal } from '../support/seal.js';
import { expect, test } from '../support/test.js';

const PASSPHRASE = '山高水长';

test('a sealed backup is what its format says, and no slip of the finger locks it', async ({ app }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  const backups = app.card('备份与移交');
  await notes.open();
  await notes.write('一句话 😀');
  await data.show();
  await data.fillPassphrases(PASSPHRASE, '山高水常');
  await data.button('下载加密备份').click();
  await expect(data.told).toContainText('两次输入的口令不一样');
  await expect(backups).toContainText('还没有下载过备份');
  const again = app.main.getByRole('textbox', { name: '再输一遍' });
  await expect(again).toBeFocused();
  await again.fill(PASSPHRASE);
  const sealed = await data.download(data.button('下载加密备份'));
  await expect(backups).toContainText('上次备份');
  const { rounds, text } = await unseal(sealed.text, PASSPHRASE);
  expect(rounds).toBeGreaterThanOrEqual(600_000);
  expect(text).toContain('一句话 😀');
});

test('a sealed file opens whoever sealed it; one of a later version is refused in words', async ({ app }) => {
  const data = new Data(app);
  const notes = new Notes(app);
  const sealed = await seal(noted('b2', '李强', '封好的记录'), PASSPHRASE);
  await data.open();
  await data.give(['新.json', sealed.replace('"version":1', '"version":2')]);
  await expect(data.refusal).toContainText('更新的版本');
  await data.refusal.getByRole('button', { name: '关闭' }).click();
  await data.give(['李强.json', `\ufeff${sealed}`]);
  await data.passphrase.fill(PASSPHRASE);
  await data.passphrase.press('Enter');
  await data.mergeOne();
  await notes.show('s4-1');
  await notes.expectNotes(['封好的记录']);
});

test('a sealed file that was changed is not opened, and one that holds no progress is refused', async ({
  app,
}) => {
  const data = new Data(app);
  const sealed = JSON.parse(await seal(noted('b2', '李强', '封好的记录'), PASSPHRASE));
  const damaged = Buffer.from(sealed.data, 'base64');
  damaged[3] ^= 1;
  await data.open();
  await data.give(['李强.json', JSON.stringify({ ...sealed, data: damaged.toString('base64') })]);
  await data.passphrase.fill(PASSPHRASE);
  await data.passphrase.press('Enter');
  await expect(app.main.getByText('口令不对，或者文件被改动过。')).toBeVisible();
  await app.main.getByRole('button', { name: '关闭', exact: true }).click();
  await data.give(['别的.json', await seal('{"a": 1}', PASSPHRASE)]);
  await data.passphrase.fill(PASSPHRASE);
  await data.passphrase.press('Enter');
  await expect(data.refusal).toContainText('不是进展文件');
});

test('a file that is closed while it is being opened does not take the place of the next', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    if (!window.isSecureContext) return;
    const { decrypt } = SubtleCrypto.prototype;
    const held = new Promise((resolve) => (window.release = resolve));
    SubtleCrypto.prototype.decrypt = async function (...given) {
      // At once: it takes the bytes as they are now, and the app may use their place for others afterwards.
      const opened = await decrypt.apply(this, given);
      window.asked = true;
      await held;
      // After whatever the app does with it.
      setTimeout(() => (window.opened = true));
      return opened;
    };
  });
  const data = new Data(app);
  await data.open();
  await data.give(['李强.json', await seal(noted('b2', '李强', '封好的记录'), PASSPHRASE)]);
  await data.passphrase.fill(PASSPHRASE);
  await data.give(['赵敏.json', noted('c3', '赵敏', '丙的记录')]);
  await data.passphrase.press('Enter');
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(true);
  await app.main.getByRole('button', { name: '关闭', exact: true }).click();
  await expect(data.preview).toContainText('赵敏');
  await page.evaluate(() => window.release());
  await expect.poll(() => page.evaluate(() => window.opened)).toBe(true);
  await expect(data.preview).toContainText('赵敏');
});

test('where the browser has no cryptography the page says so', async ({ app, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  const data = new Data(app);
  await data.open();
  await app.main.getByText('用口令保护').click();
  await expect(app.card('备份与移交')).toContainText('不是通过加密连接（https）打开的');
  await data.give(['李强.json', await seal(noted('b2', '李强', '一条'), PASSPHRASE)]);
  await data.passphrase.fill(PASSPHRASE);
  await data.passphrase.press('Enter');
  await expect(app.main.getByRole('alert')).toContainText('不提供加密');
});
