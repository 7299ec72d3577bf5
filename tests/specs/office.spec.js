// Files for Word and Excel, and forms that come back: journeys 3 and 4 with what offices really send each other.
import { Data } from '../pages/data.js';
import { Meeting } from '../pages/meeting.js';
import { Notes } from '../pages/notes.js';
import { OfficeFiles, fillIn, names, refill } from '../pages/office.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();
const title = (id) => source.items.find((item) => item.id === id).title;
const agenda = source.items.filter((item) => item.last === 7 && item.meetings.includes('常委会会议'));

test('every file for Word and Excel is on 数据, named for people', async ({ app }) => {
  const data = new Data(app);
  await data.open();
  const files = new OfficeFiles(app);
  const ledger = await files.workbook(files.ledger);
  expect(ledger.name).toBe('要点-nanhai-2023-工作台账-20230715.xlsx');
  expect(ledger.sheets).toEqual(['安排表', '台账', '月度任务', '会议', '记录', '汇总']);
  for (const item of source.items) expect(ledger.shared, item.id).toContain(item.title);
  await files.expectSaid('工作台账（Excel）已交给浏览器下载。可用 Excel、WPS 打开。');

  const forms = await files.download(files.forms);
  expect(forms.name).toBe('要点-nanhai-2023-填报表-全部-20230715.zip');
  expect(await names(forms.bytes)).toContain('填报表-财经工委.xlsx');

  const plan = await files.document(files.plan);
  expect(plan.name).toBe('要点-nanhai-2023-计划全文-20230715.docx');
  expect(plan.paragraphs[0]).toBe('佛山市南海区人大常委会 2023 年工作要点');
  for (const item of source.items)
    expect(
      plan.paragraphs.some((text) => text.endsWith(item.title)),
      item.id,
    ).toBe(true);
  for (const [button, name] of [
    [files.schedule, '安排表-印发稿'],
    [files.scheduleProgress, '安排表'],
    [files.monthly, '月度计划-印发稿'],
    [files.monthlyProgress, '月度计划'],
    [files.supervision, /督办单-\d+件/],
  ]) {
    const document = await files.document(button);
    expect(document.name).toMatch(name);
    expect(document.paragraphs.length).toBeGreaterThan(20);
  }
});

test('the filter of a page applies, and an item and the bulletin have their documents', async ({ app }) => {
  await app.open('#/calendar/list?unit=finance&group=2');
  const files = new OfficeFiles(app);
  const some = source.items.filter((item) => item.category === 2).length;
  const ledger = await files.workbook(files.excel);
  expect(ledger.name).toMatch(/^要点-nanhai-2023-工作台账-\d+件-20230715\.xlsx$/);
  const told = ledger.shared.filter((text) => source.items.some((item) => item.title === text));
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(some);
  const tables = await files.document(files.word);
  expect(tables.paragraphs.filter((text) => told.includes(text)).sort()).toEqual([...told].sort());

  await app.paste('#/item/s2-1');
  const form = await files.document(files.supervise);
  expect(form.name).toBe('要点-nanhai-2023-督办单-s2-1-20230715.docx');
  expect(form.paragraphs).toContain(title('s2-1'));

  await app.paste('#/progress/bulletin/4-6');
  const bulletin = await files.document(files.bulletin);
  expect(bulletin.paragraphs[1]).toBe('2023年4—6月进展通报');
});

test('a session gets its day and its agenda, which goes out as a document', async ({ app, page }) => {
  await app.open('#/meetings/standing-7');
  const meeting = Meeting.alone(app);
  await meeting.fill(meeting.date, '2023-07-26');
  await meeting.fill(meeting.place, '三楼会议室');
  // What the plan does not know, put first.
  await app.main.getByLabel('计划以外的议程').last().fill('人事任免');
  await page.keyboard.press('Enter');
  await app.main.getByRole('button', { name: '移动（拖动，或按上下方向键）：人事任免' }).focus();
  await page.keyboard.press('Home');
  await expect(app.main.getByText('“人事任免”现在是第 1 项，共 5 项')).toBeVisible();
  const files = new OfficeFiles(app);
  const { name, paragraphs } = await files.document(files.agenda);
  expect(name).toBe('要点-nanhai-2023-会议议程-7月常委会会议-20230715.docx');
  expect(paragraphs.slice(0, 4)).toEqual([
    '7月常委会会议议程',
    '时间：2023年7月26日',
    '地点：三楼会议室',
    '议题：',
  ]);
  const plain = (line) => line.replace(/（[^（]*）$/, '');
  // An inspection is held apart from the meeting.
  const dealtWith = agenda.filter(({ id }) => id !== 's7-2').map((item) => item.title);
  const expected = ['人事任免', ...dealtWith].map((line, at) => `${at + 1}. ${line}`);
  expect(paragraphs.slice(4).map(plain)).toEqual(
    [...expected, '另行安排：', `1. ${title('s7-2')}`].map(plain),
  );
});

for (const single of [false, true]) {
  test.describe(single ? 'from the disk' : 'from a server', () => {
    test.use({ single });

    test('a committee fills in its form, the office merges it, and can undo it', async ({ app }) => {
      const data = new Data(app);
      await data.open();
      const files = new OfficeFiles(app);
      await files.unit.selectOption('财经工委');
      const form = await files.workbook(files.form);
      expect(form.name).toBe('要点-nanhai-2023-填报表-财经工委-20230715.xlsx');
      const filled = await fillIn(form.bytes, {
        's1-2': { 本次进展: '进行中', 本次记录: '材料已收齐' },
        'm1-1': { 本次进展: '办结', 实际日期: '7月14日' },
        's1-3': { 实际日期: '下旬' },
      });
      await data.give(['财经工委.xlsx', filled]);
      await expect(data.preview).toContainText('填报表 财经工委.xlsx（财经工委）');
      const remarks = app.main
        .locator('.waiting > details')
        .filter({ hasText: '读取情况' })
        .getByRole('listitem');
      await expect(remarks).toHaveCount(4);
      await expect(remarks.nth(0)).toHaveText(/填写了 3 行/);
      await expect(remarks.nth(1)).toContainText('“办结”按“已完成”读入');
      await expect(remarks.nth(3)).toContainText('“下旬”无法识别，写入了记录');
      await data.mergeOne();

      // The merge can be taken back, and be done once more.
      const notes = new Notes(app);
      await app.undo.click();
      await expect(app.told).toContainText('已撤销，恢复到之前的内容');
      await notes.show('s1-2');
      await notes.expectNotes([]);
      await data.show();
      await data.give(['财经工委.xlsx', filled]);
      await data.mergeOne();
      await notes.show('s1-2');
      await notes.expectNotes(['材料已收齐']);
      await notes.show('m1-1');
      await expect(app.record.day).toHaveValue('2023-07-14');
      await notes.show('s1-3');
      await notes.expectNotes(['（“实际日期”一栏填的是：下旬）']);

      // The same file again brings nothing.
      await data.show();
      await data.give(['财经工委.xlsx', filled]);
      await expect(data.preview).toContainText('本机都已经有了');
      await data.preview.getByRole('button', { name: '关闭' }).click();
      // What is no form is refused with the reason.
      const ledger = await files.workbook(files.ledger);
      await data.give(['工作台账.xlsx', ledger.bytes]);
      await expect(data.refusal).toContainText('这个表格不是填报表');
    });
  });
}

test('forms that come back in one zip file are merged one after the other', async ({ app }) => {
  const data = new Data(app);
  await data.open();
  const files = new OfficeFiles(app);
  const forms = await files.download(files.forms);
  const back = await refill(forms.bytes, {
    '填报表-财经工委.xlsx': { 's1-2': { 本次记录: '材料已收齐' } },
    '填报表-教科文卫工委.xlsx': { 's2-2': { 本次进展: '进行中' } },
  });
  await data.give(['填报.zip', back]);
  await expect(data.preview).toContainText('填报表-财经工委.xlsx（财经工委）');
  await data.mergeOne();
  await expect(data.preview).toContainText('填报表-教科文卫工委.xlsx（教科文卫工委）');
  await data.mergeOne();
  const notes = new Notes(app);
  await notes.show('s1-2');
  await notes.expectNotes(['材料已收齐']);
  await notes.show('s2-2');
  await expect(app.record.status('进行中')).toHaveAttribute('aria-pressed', 'true');
});

test('a form that is dropped somewhere is merged, and is not taken for a plan', async ({ app, page }) => {
  await new Data(app).open();
  const files = new OfficeFiles(app);
  await files.unit.selectOption('财经工委');
  const form = await files.workbook(files.form);
  const filled = await fillIn(form.bytes, { 's1-2': { 本次记录: '材料已收齐' } });
  await app.paste('#/');
  await page.evaluate(
    (bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], '财经工委.xlsx'));
      const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector('h1').dispatchEvent(event);
    },
    [...filled],
  );
  await expect(new Data(app).preview).toContainText('填报表 财经工委.xlsx（财经工委）');
  await app.expectHash('#/data');
});

test('promise 30: where downloads do not work the share sheet gets workbooks and documents, at the second tap if it has to be', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'standalone', { value: true });
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    let taps = 0;
    Object.defineProperty(navigator, 'share', {
      value: async ({ files: [file] }) => {
        taps += 1;
        // A file that took long to make comes too late after the tap.
        if (taps === 1) throw new DOMException('too late', 'NotAllowedError');
        window.shared = {
          name: file.name,
          type: file.type,
          bytes: [...new Uint8Array(await file.arrayBuffer())],
        };
      },
    });
  });
  await new Data(app).open();
  const files = new OfficeFiles(app);
  await files.ledger.click();
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await files.expectSaid('工作台账（Excel）已交给所选的应用');
  const shared = () => page.evaluate(() => window.shared);
  const ledger = await shared();
  expect(ledger.name).toMatch(/\.xlsx$/);
  expect(ledger.type).toMatch(/spreadsheetml/);
  expect(await names(Buffer.from(ledger.bytes))).toContain('xl/workbook.xml');
  await files.plan.click();
  await files.expectSaid('计划全文（Word）已交给所选的应用');
  expect((await shared()).name).toMatch(/\.docx$/);
});
