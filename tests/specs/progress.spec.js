// 进展: everything that was recorded is told, can be narrowed, taken back, and goes into a bulletin.
import { Recording, Records } from '../pages/progress.js';
import { note, record, status } from '../support/ledger.js';
import { SIZES } from '../support/sizes.js';
import { readSource } from '../support/source.js';
import { RECORDED, at, notes } from '../support/recorded.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const COURT = '听取区法院关于诉前调解工作情况的报告';
const CARE = '开展养老服务体系建设情况“回头看”';

const title = (id) => source.items.find((item) => item.id === id).title;

test('before anything is recorded the page says how it is done and leads there', async ({ app }) => {
  await app.open('#/progress');
  await expect(app.main).toContainText('还没有登记过进展');
  await app.main.getByRole('link', { name: '去选一件事项' }).click();
  await expect(app.heading).toHaveText('日历 · 列表');
});

test('what is recorded on an item is told newest first, by day, and leads back to the item', async ({
  app,
  page,
}) => {
  const recording = new Recording(page);
  await app.open('#/progress?item=s2-9');
  await at(page, '2023-07-14T16:20');
  await recording.note('已与区法院对接\n第二行');
  await at(page, '2023-07-15T09:05');
  await recording.postponeTo('10月');
  await recording.explain('材料未齐');
  const records = new Records(app);
  await expect(records.days).toHaveText(['2023年7月15日（星期六）', '2023年7月14日（星期五）']);
  await expect
    .poll(() => records.told())
    .toEqual([
      ['09:05', `把“${COURT}”推迟到10月`, '材料未齐', '本机'],
      ['16:20', `为“${COURT}”添加记录`, '已与区法院对接\n第二行', '本机'],
    ]);
  await page.keyboard.press('Escape');
  await app.item.expectClosed();
  await page.reload();
  await records.rows.first().getByRole('link').click();
  await app.item.expectOpen(COURT);
  await app.expectHash('#/progress?item=s2-9');
});

test('records are narrowed by committee, month of writing and kind, and the address says how', async ({
  app,
  page,
}) => {
  await record(page, RECORDED);
  await app.open('#/progress');
  const records = new Records(app);
  await expect(records.summary).toHaveText('共 8 条');
  expect((await records.told()).map(([time, , said, who]) => [time, said, who])).toEqual([
    ['08:30', '尚欠两个镇街的数据', '李红（法制工委）'],
    ['08:31', '与省人大调研合并', '李红（法制工委）'],
    ['10:00', '已印发', '李红（法制工委）'],
    ['15:30', '已收到材料\n共三份', '李红（法制工委）'],
    ['16:00', '', '李红（法制工委）'],
    ['17:00', '等上级文件', '李红（法制工委）'],
    ['09:05', '已对接', '李红（法制工委）'],
    ['08:00', '', '李红（法制工委）'],
  ]);

  await records.choice('工委').focus();
  await records.choice('工委').selectOption('法制工委');
  const court = `为“${COURT}”添加记录`;
  const done = `把“${COURT}”标为已完成`;
  await records.expectTold([`为“${CARE}”添加记录`, done, court, court]);
  await app.expectHash('#/progress?about=law');
  await expect(records.choice('工委')).toBeFocused();
  await records.choice('登记月份').selectOption('2023年6月');
  await records.expectTold([court]);
  await records.choice('登记月份').selectOption('2023年7月');
  await records.choice('种类').selectOption('记录');
  await app.expectHash('#/progress?about=law&written=2023-7&kind=note');
  await expect(records.summary).toHaveText('法制工委 · 2023年7月 · 记录 · 共 2 条');

  // The address alone brings the same back, and Back goes through what was chosen.
  await page.reload();
  await records.expectTold([`为“${CARE}”添加记录`, court]);
  await expect(records.choice('种类')).toHaveValue('note');
  await page.goBack();
  await records.expectTold([`为“${CARE}”添加记录`, done, court]);

  await records.clear.click();
  await expect(records.summary).toHaveText('共 8 条');
  await expect(records.choice('工委')).toBeFocused();
  await records.choice('种类').selectOption('填报人');
  await records.expectTold(['把填报人设为“李红（法制工委）”']);
  await records.choice('种类').selectOption('日期');
  await expect(records.rows).toHaveCount(1);
  await records.choice('种类').selectOption('会次');
  await expect(app.main).toContainText('没有符合条件的登记');
});

test('of 5,000 notes the first hundred are shown, and a hundred more when asked', async ({ app, page }) => {
  const many = Array.from({ length: 5000 }, (_, at) => note(`第 ${at} 条`, '2023-07-01T08:00', at));
  await record(page, { items: { 's2-9': { notes: notes(...many) } } });
  await app.open('#/progress');
  const records = new Records(app);
  await expect(records.summary).toHaveText('共 5000 条');
  await expect(records.rows).toHaveCount(100);
  await expect(records.rows.first().locator('.said')).toHaveText('第 4999 条');
  await records.more.click();
  await expect(records.rows).toHaveCount(200);
  // One reads on where the new ones begin.
  await expect(records.rows.nth(100)).toBeFocused();
  await expect(records.rows.nth(199).locator('.said')).toHaveText('第 4800 条');
});

test.describe('taking back', () => {
  test('Ctrl+Z and Ctrl+Shift+Z take back and do again, and a line names what', async ({ app, page }) => {
    const recording = new Recording(page);
    const records = new Records(app);
    await app.open('#/calendar/list?item=s2-9');
    await recording.set('已完成');
    await recording.note('已对接');
    await app.item.title.focus();
    await page.keyboard.press('Control+z');
    await expect(records.toast).toContainText(`已撤销：为“${COURT}”添加记录`);
    await expect(recording.notes).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(records.toast).toContainText(`已撤销：把“${COURT}”标为已完成`);
    await expect(recording.status('已完成')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Control+z');
    await expect(records.toast).toContainText('没有可以撤销或重做的操作');
    await page.keyboard.press('Control+Shift+z');
    await expect(records.toast).toContainText(`已重做：把“${COURT}”标为已完成`);
    await expect(recording.status('已完成')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+Shift+z');
    await expect(records.toast).toContainText(`已重做：为“${COURT}”添加记录`);
    await expect(recording.notes).toHaveCount(1);
    // Both stay after the page is loaded anew, which ends the session of changes.
    await page.reload();
    await expect(recording.notes).toHaveCount(1);
    await app.paste('#/progress');
    await expect(records.undo).toBeDisabled();
  });

  test('in a field the keys belong to the field', async ({ app, page }) => {
    const recording = new Recording(page);
    await app.open('#/calendar/list?item=s2-9');
    await recording.set('已完成');
    await recording.text.click();
    await page.keyboard.type('草稿');
    await page.keyboard.press('Control+z');
    await expect(recording.text).not.toHaveValue('草稿');
    await expect(recording.status('已完成')).toHaveAttribute('aria-pressed', 'true');
  });

  test('the table of keys names the keys for both', async ({ app, page }) => {
    await app.open();
    await page.keyboard.press('?');
    for (const key of ['Ctrl+Z', 'Ctrl+Y 或 Ctrl+Shift+Z']) {
      await expect(app.help.getByText(key, { exact: true })).toBeVisible();
    }
  });

  test.describe('by touch', () => {
    test.use(SIZES.tablet.use);

    test('buttons on 进展 do the same, and are barred where there is nothing', async ({ app, page }) => {
      const recording = new Recording(page);
      const records = new Records(app);
      await app.open('#/progress');
      await expect(records.undo).toBeDisabled();
      await expect(records.redo).toBeDisabled();
      await app.paste('#/progress?item=s2-9');
      await recording.status('已完成').tap();
      await app.item.close.tap();
      await records.expectTold([`把“${COURT}”标为已完成`]);
      await expect(records.redo).toBeDisabled();
      await expect(records.undo).toHaveAttribute('title', `把“${COURT}”标为已完成`);
      await records.undo.tap();
      await expect(records.toast).toContainText(`已撤销：把“${COURT}”标为已完成`);
      await records.expectTold([`清除“${COURT}”的进展`]);
      await expect(records.undo).toBeDisabled();
      await expect(records.redo).toBeFocused();
      await records.redo.tap();
      await expect(records.toast).toContainText(`已重做：把“${COURT}”标为已完成`);
      await records.expectTold([`把“${COURT}”标为已完成`]);
      await expect(records.undo).toBeEnabled();
    });
  });
});

test('the overview and a committee show the reason and the latest note below the row, also new ones', async ({
  app,
  page,
}) => {
  await record(page, RECORDED);
  await app.open('#/units/law');
  const line = (id) =>
    app.main
      .locator('.row')
      .filter({ hasText: title(id) })
      .locator('.latest');
  await expect(line('s2-9')).toHaveText('已印发 · 已收到材料\n共三份');
  await expect(line('m6-1')).toHaveText('尚欠两个镇街的数据');
  await expect(app.main.locator('.latest')).toHaveCount(2);
  const [row, shown] = await Promise.all(
    [app.main.locator('.row').filter({ hasText: title('s2-9') }), line('s2-9')].map((part) =>
      part.boundingBox(),
    ),
  );
  expect(shown.height, 'one line').toBeLessThan(30);
  expect(shown.width).toBeLessThanOrEqual(row.width);
  await app.paste('#/units/law?item=m7-1');
  const recording = new Recording(page);
  await recording.note('已约访');
  await expect(line('m7-1')).toHaveText('已约访');
  await page.keyboard.press('Control+Enter');
  await app.item.title.focus();
  await page.keyboard.press('Control+z');
  await expect(line('m7-1')).toHaveCount(0);

  // On the overview what is late says why.
  await app.open('#/?item=m2-1');
  await recording.explain('等区政府批复');
  const attention = app
    .card('需要留意')
    .locator('.row')
    .filter({ hasText: title('m2-1') });
  await expect(attention.locator('.latest')).toHaveText('等区政府批复');
});
