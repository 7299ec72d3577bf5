// Records what a release stores, exports and shows: `DIST=… node golden/record.js FOLDER`, once for a release whose
// formats are going to change. See README.md.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Meeting } from '../pages/meeting.js';
import { Notes } from '../pages/notes.js';
import { FLAGS } from '../support/chromium.js';
import { noted } from '../support/foreign.js';
import { dumpAll, fill, look, PASSPHRASE } from '../support/golden.js';
import { opened } from '../support/plans.js';
import { serve } from '../support/server.js';
import { leave, settling } from '../support/storage.js';
import { JULY } from '../support/test.js';
import { LINKS } from './addresses.js';

const folder = process.argv[2];
if (!folder) throw new Error('which folder?');

const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: FLAGS,
});

/** A browser of its own. */
async function device() {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1360, height: 900 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: true,
  });
  await context.addInitScript(settling);
  const page = await context.newPage();
  return { context, page, app: new App(page, `${server.origin}/`) };
}

/** A saved page without its program and its looks, which nobody reads who looks for what it carries. */
function withoutProgram(html) {
  const emptied =
    /(<(style|script type="(?:application\/octet-stream|module)")[^>]*>)[^]*?(?=<\/(?:style|script)>)/g;
  return html.replace(emptied, '$1');
}

const { context, page, app } = await device();
const data = new Data(app);
const notes = new Notes(app);
const at = (moment) => page.clock.setFixedTime(new Date(`${moment}+08:00`));
const written = {};

// Who writes here, and how they like it.
await at('2023-07-03T09:30:00');
await data.open();
await data.name('李红');
await app.main.getByRole('combobox', { name: '单位', exact: true }).selectOption({ label: '财经工委' });
await data.ready();
await app.bar.getByRole('combobox', { name: '外观' }).selectOption({ label: '深色' });
await app.heading.click();
await page.keyboard.press('?');
await app.help.getByRole('checkbox').uncheck();
await page.keyboard.press('Escape');

// Every status, with and without a reason; one that was taken back.
await notes.open('s4-1');
await notes.setStatus('已完成');
await app.record.day.fill('2023-07-02');
await app.record.day.blur();
for (const text of [
  '已报主任会议\n第二行：👨‍👩‍👧 😀 𠮷',
  '</script><!-- <b>不是标签</b> &amp; "引号" \\u003c \u2028 完',
  '写错了，要删掉',
  '改之前',
]) {
  await notes.write(text);
}
await notes.note('写错了').getByRole('button', { name: '删除' }).click();
await notes.expectSaved();
await at('2023-07-04T16:05:00');
await notes.edit('改之前');
await notes.edited.fill('改之后');
await notes.saveEdited();
await notes.show('s2-1');
await notes.setStatus('已推迟');
await app.record.month.selectOption({ label: '9月' });
await app.record.reason.fill('等待上级文件');
await app.record.reason.blur();
await notes.show('s1-2');
await notes.setStatus('已取消');
await app.record.reason.fill('与专题询问“合并”');
await app.record.reason.blur();
await notes.show('m7-1');
await notes.setStatus('进行中');
await notes.show('m8-1');
await notes.setStatus('未开始');
await notes.show('m9-2');
await notes.setStatus('进行中');
await app.record.clear.click();
await notes.expectSaved();

// A meeting as a whole, and one of which all was taken back.
await at('2023-07-05T10:00:00');
await app.paste('#/meetings/standing-7');
const meeting = Meeting.alone(app);
await meeting.fill(meeting.date, '2023-07-26');
await meeting.fill(meeting.name, '区十七届人大常委会第十一次会议');
await meeting.fill(meeting.place, '区机关大楼三楼会议室');
await meeting.fill(meeting.step(1).days, '15');
await meeting.fill(meeting.step(2).name, '党组会审定');
await meeting.step(0).done.check();
await meeting.rows.last().getByRole('button', { name: '删除步骤“反馈”' }).click();
await app.paste('#/meetings/chairpersons-8');
const other = Meeting.alone(app);
await other.fill(other.date, '2023-08-25');
await other.fill(other.place, '还没有定');
await other.fill(other.place, '');
await other.fill(other.date, '');
await app.expectSaved();

// What others sent: a note and something that this release cannot read. It leaves a restore point.
await at('2023-07-10T14:00:00');
await data.show();
const file = JSON.parse(noted('b2', '李强', '李强的记录', { item: 's2-9' }));
file.items['s2-9'].mood = { value: '不认识的内容', stamp: '1688950800000-9-b2' };
await data.give(['李强.json', JSON.stringify(file)]);
await data.mergeOne();

// What goes out.
await at(JULY);
await data.open();
const button = app.card('备份与移交').getByRole('button', { name: '下载备份' });
written['backup.json'] = (await data.download(button)).text;
written['sealed.json'] = (await data.sealed(PASSPHRASE)).text;
const single = await data.download(app.main.getByRole('button', { name: /^带上登记内容/ }));
written['single.html'] = withoutProgram(single.text);

// What was not finished: a note, and a change of another.
await notes.open('s4-1');
await notes.edit('改之后');
await notes.edited.fill('改到一半');
await notes.edited.blur();
await notes.show('m7-1');
await notes.field.fill('写到一半\n第二行 ✍️');
await notes.field.blur();
await notes.expectSaved();

// Another plan's page of the same browser keeps a file for this one.
const elsewhere = await opened(app, server);
await elsewhere.data.open();
await elsewhere.data.leaveOne(['王芳.json', noted('c3', '王芳', '王芳的记录', { item: 's2-3' })]);
await elsewhere.there.page.close();

await leave(page, app);
const stores = await dumpAll(page);
written['stores.json'] = `${JSON.stringify(stores, null, 1)}\n`;
await context.close();

// Every link, as this device shows it.
const again = await device();
await again.page.clock.setFixedTime(new Date(`${JULY}+08:00`));
await leave(again.page, again.app);
await fill(again.page, stores);
const links = [];
for (const link of LINKS) {
  await again.app.open(link);
  await again.page.waitForLoadState('networkidle');
  let seen = await look(again.page);
  for (let before = null; JSON.stringify(before) !== JSON.stringify(seen); ) {
    before = seen;
    await again.page.waitForTimeout(300);
    seen = await look(again.page);
  }
  links.push({ link, ...seen });
}
written['links.json'] = `[\n${links.map((one) => ` ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(written)) await writeFile(path.join(folder, name), text);
await browser.close();
await server.stop();
