// From a document to a plan: what was read, what is put right, and what is kept.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expect, test } from '../support/test.js';

const FILE = textFile('2027年工作要点.txt', SMALL_PLAN);

for (const single of [false, true]) {
  test.describe(single ? 'the single file' : 'hosted', () => {
    test.use({ single });

    test('a Word file becomes a plan: read, put right, put into use, and there after a reload', async ({
      app,
      page,
    }) => {
      const review = new Import(app);
      await review.open();
      await review.read('notice.docx');
      await expect(review.title).toHaveValue('江源市人大常委会2026年工作要点');
      await expect(review.rows).toHaveCount(8);
      await review.type(0, 'title', '审议市人大常委会2026年工作要点（讨论稿）');
      await review.type(0, 'time', '1月');
      await expect(review.matrix.getByRole('button', { name: '办公室 1月 1 项' })).toBeVisible();
      await expect(review.kept).toHaveText('已存到这个浏览器');
      await review.use.click();
      await review.useAnyway.click();
      await expect(page).toHaveURL(/#\/@/);
      await expect(app.bar).toContainText('江源市人大常委会2026年工作要点');
      await app.paste(`${app.hash().replace(/[^/]*$/, '')}calendar/list`);
      await expect(
        app.main.getByRole('link', { name: '审议市人大常委会2026年工作要点（讨论稿）' }),
      ).toBeVisible();
      await page.reload();
      await expect(
        app.main.getByRole('link', { name: '审议市人大常委会2026年工作要点（讨论稿）' }),
      ).toBeVisible();

      // The plan that was there before is as it was, and the draft is kept.
      await app.open('#/import');
      await expect(app.bar).toContainText('南海区人大常委会');
      await expect(review.drafts).toContainText('（已启用）');
    });
  });
}

test('promise 33: a draft under review is there when the page is opened again', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  await review.type(0, 'time', '8月');
  await expect(review.kept).toHaveText('已存到这个浏览器');
  const hash = app.hash();

  await app.open(hash);
  await review.shown();
  await expect(review.cell(0, 'time')).toHaveValue('8月');
  await expect(review.undo).toBeEnabled();

  await review.open();
  await expect(review.drafts).toHaveCount(1);
  await review.drafts.getByRole('button', { name: '接着核对' }).click();
  await expect(review.cell(0, 'time')).toHaveValue('8月');
});

test('promise 33: what is being typed when the page is left is there again, too', async ({ app, page }) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  await review.cell(0, 'time').fill('9月');
  // As when another window comes before it.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await expect(review.kept).toHaveText('已存到这个浏览器');
  await expect(review.undo).toBeEnabled();
  await app.open(app.hash());
  await review.shown();
  await expect(review.cell(0, 'time')).toHaveValue('9月');
});

test('promise 32: a doubt is gone once it is put right, accepted, or its names are made one', async ({
  app,
}) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  await expect(review.left).toHaveText('还有 3 处待核对');
  await review.notes.locator('[data-cause=unknown_period]').getByRole('button', { name: '去看' }).click();
  await expect(review.cell(1, 'title')).toBeFocused();
  await review.type(1, 'time', '4月');
  await expect(review.left).toHaveText('还有 2 处待核对');
  await review.notes.getByRole('button', { name: '“财经委”并入“财经工委”' }).click();
  await expect(review.left).toHaveText('还有 1 处待核对');
  await review.notes.locator('[data-cause=count]').getByRole('button', { name: '这样对' }).click();
  await expect(review.left).toHaveText('没有待核对的提示');
  await review.undo.click();
  await expect(review.left).toHaveText('还有 1 处待核对');
  await review.redo.click();
  await expect(review.left).toHaveText('没有待核对的提示');
});

test('as in a spreadsheet: Enter goes down, Ctrl+D fills, several lines are pasted into a column', async ({
  app,
  page,
}) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  await review.cell(0, 'time').focus();
  await page.keyboard.press('Enter');
  await expect(review.cell(1, 'time')).toBeFocused();
  await page.keyboard.press('Control+D');
  await expect(review.cell(1, 'time')).toHaveValue('3月');
  await page.keyboard.press('ArrowUp');
  await expect(review.cell(0, 'time')).toBeFocused();
  await review.cell(0, 'time').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '7月\n8月\n9-10月');
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  await expect(review.cell(0, 'time')).toHaveValue('7月');
  await expect(review.cell(1, 'time')).toHaveValue('8月');
  await expect(review.cell(2, 'time')).toHaveValue('9-10月');
  await review.undo.click();
  await expect(review.cell(0, 'time')).toHaveValue('3月');
});

test('rows are added, split, joined and deleted', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  const tool = (at, name) => review.rows.nth(at).getByRole('button', { name });
  await review.rows.nth(0).getByText('更多').click();
  await tool(0, '在下面添一项').click();
  await expect(review.rows).toHaveCount(4);
  await expect(review.cell(1, 'title')).toBeFocused();
  await review.type(1, 'title', '关于民生实事的调研');
  await expect(review.noted('count')).toHaveCount(0);
  await tool(0, '与下一项合并').click();
  await expect(review.rows).toHaveCount(3);
  await expect(review.cell(0, 'title')).toHaveValue('关于预算执行情况的调研关于民生实事的调研');
  await review.cell(0, 'title').evaluate((field) => field.setSelectionRange(11, 11));
  await tool(0, '在光标处分成两项').click();
  await expect(review.cell(1, 'title')).toHaveValue('关于民生实事的调研');
  await tool(0, '删去').click();
  await expect(review.cell(0, 'title')).toHaveValue('关于民生实事的调研');
});

test('what was read and the document show each other', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read(FILE);
  await review.cell(2, 'time').focus();
  await expect(review.document.locator('.chosen')).toContainText('检查环境保护法实施情况');
  await review.document.getByText('关于预算执行情况的调研').click();
  await expect(review.rows.nth(0)).toHaveClass(/chosen/);
  await review.matrix.getByRole('button', { name: '财经工委 3月 1 项' }).click();
  await expect(review.cell(0, 'title')).toBeFocused();
});

for (const [name, said] of [
  ['old.doc', '另存为 .docx'],
  ['password.docx', '密码'],
  ['image.pdf', 'PDF'],
  ['notazip.docx', '登录'],
  ['truncated.docx', '不完整'],
  ['bomb.docx', '太大'],
  ['empty.docx', '空的'],
]) {
  test(`promise 31: ${name} is refused with the remedy, and nothing changes`, async ({ app }) => {
    const review = new Import(app);
    await review.open();
    await review.choose(name);
    await expect(review.refused).toContainText(name);
    await expect(review.refused).toContainText(said);
    await expect(review.drafts).toHaveCount(0);
  });
}

test('a workbook is read, by a part of the program that only workbooks need', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read('ledger.xlsx');
  await expect(review.rows.first()).toBeVisible();
});

test('promise 31: what a document says is text, whatever it says', async ({ app, page }) => {
  const review = new Import(app);
  await review.open();
  const title = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">的调研';
  await review.read(textFile('要点.txt', SMALL_PLAN.replace('关于预算执行情况的调研', title)));
  await expect(review.cell(0, 'title')).toHaveValue(title);
  await expect(review.document).toContainText('<script>');
  expect(await page.evaluate(() => window.hurt)).toBeUndefined();
});

test('texts are pasted, and files dropped on any page', async ({ app, page }) => {
  const review = new Import(app);
  await review.open();
  await review.paste.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, SMALL_PLAN);
  await review.shown();
  await expect(review.rows).toHaveCount(3);

  await app.paste('#/units');
  await expect(app.heading).toHaveText('工委');
  await app.heading.evaluate(
    (heading, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], '另一份.txt', { type: 'text/plain' }));
      heading.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    },
    SMALL_PLAN.replace('2027', '2028'),
  );
  await review.shown();
  await expect(review.year).toHaveValue('2028');
  await app.paste('#/import');
  await expect(review.drafts).toHaveCount(2);
  page.once('dialog', (dialog) => dialog.accept());
  await review.drafts.first().getByRole('button', { name: '删除' }).click();
  await expect(review.drafts).toHaveCount(1);
});

test('a table that was not understood is read by what somebody says of its columns', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  const odd = `江源市人大常委会2027年工作要点\n甲\t乙\t丙\n红\t关于蓝天的事\t3月\n黄\t关于碧水的事\t4月\n`;
  await review.read(textFile('怪表.txt', odd));
  const column = (name) => app.main.getByRole('combobox', { name, exact: true }).first();
  await column('乙').selectOption({ label: '事项' });
  await column('丙').selectOption({ label: '时间' });
  await expect(review.rows.last().locator('[data-column=time]').first()).toHaveValue('4月');
});

test('a link whose words were edited away is said before the plan is used', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.example.click();
  await review.shown();
  await app.main.getByText('议题脉络').click();
  await app.main.getByRole('button', { name: '全部认可' }).click();
  await app.main.getByText('要点正文').click();
  const text = app.main.getByRole('textbox', { name: '要点 3 的正文' });
  await text.fill('');
  await text.press('Tab');
  await review.use.click();
  await expect(review.asked).toContainText('条认可过的脉络对不上了');
});

test('a document that is the first thing dropped on another page is read', async ({ app }) => {
  await app.open('#/units');
  await app.heading.evaluate((heading, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], '要点.txt', { type: 'text/plain' }));
    heading.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }, SMALL_PLAN);
  const review = new Import(app);
  await review.shown();
  await expect(review.rows).toHaveCount(3);
});

test('a plan that names nobody says so, and its items are not those of all committees', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  await review.read(
    textFile('清单.txt', '白石镇2027年工作要点\n附件：任务清单\n序号\t任务\n1\t引进项目\n2\t安全检查\n'),
  );
  await expect(review.matrix).toContainText('没有写部门');
  await review.use.click();
  await expect(app.heading).toHaveText('总览');
  await app.settled();
  await expect(app.main).toContainText('没有写部门');
  await expect(app.main).not.toContainText('各工委（室）');
  const plan = app.hash().split('/')[1];
  await app.paste(`#/${plan}/item/s1-1`);
  await expect(app.main).toContainText('没有写部门');
  await expect(app.main).not.toContainText('原文写作“”');
});

test('units that are named together are called as the document calls them', async ({ app }) => {
  const review = new Import(app);
  await review.open();
  const text = SMALL_PLAN.replace('城建环资工委\t看', '城建环资工委、各乡镇人大\t看');
  await review.read(textFile('要点.txt', text));
  await expect(review.cell(1, 'lead')).toHaveValue('城建环资工委');
  await expect(review.cell(1, 'joint')).toHaveValue('各乡镇人大');
});

test('the looks of a review do not reach the tables of other pages', async ({ app }) => {
  await app.open('#/categories');
  const table = app.main.locator('table').first();
  const position = () => table.evaluate((element) => getComputedStyle(element).position);
  await expect(table).toBeVisible();
  const before = await position();
  await app.paste('#/import');
  await expect(app.heading).toHaveText('导入计划');
  await app.paste('#/categories');
  await expect(table).toBeVisible();
  expect(await position()).toBe(before);
});
