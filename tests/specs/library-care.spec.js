// What must hold while plans come in: no other plan is touched, a full disk is said, a killed browser loses no draft, and
// whatever a plan says is text.
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Exports } from '../pages/exports.js';
import { Import, textFile } from '../pages/import.js';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { launch, profile } from '../support/browser.js';
import { SINGLE } from '../support/server.js';
import { dumpAll, fullDatabase, ofPlan, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const OWN = 'nanhai-2023';
const TEXT = readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8');
const MOU = { id: 'mou-2024', title: '某区人大常委会 2024 年工作要点' };
const DOCUMENT = textFile(
  '2027年工作要点.txt',
  `江源市人大常委会2027年工作要点
一、监督工作
1．加强财政监督。听取预算执行情况报告。
附件1
工作安排表
类别\t序号\t项目名称\t组织实施部门\t时间\t提交会议
专题调研（1项）\t1\t关于预算执行情况的调研\t财经工委\t3月\t常委会会议
`,
);

function plan(names, change = () => {}) {
  const plan = Object.assign(JSON.parse(TEXT), names);
  change(plan);
  return JSON.stringify(plan);
}

async function noted(app, hash, text) {
  const notes = new Notes(app);
  await app.open(hash);
  await notes.write(text);
  await app.expectSaved();
}

test('promise 31: reading a document and using it leaves every byte of the other plans as it was', async ({
  app,
  page,
}) => {
  await noted(app, '#/item/s2-9', '南海的记录');
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', plan(MOU)]);
  await expect(library.told).toContainText('已把');
  await noted(app, `#/@${MOU.id}/item/s2-9`, '某区的记录');
  await app.open('#/import');
  const before = await dumpAll(page);
  for (const id of [OWN, MOU.id]) expect(JSON.stringify(ofPlan(before, id))).toContain('的记录');
  const review = new Import(app);
  await review.read(DOCUMENT);
  await review.type(0, 'time', '4月');
  await review.use.click();
  await expect(app.bar.locator('.brand')).toHaveText('江源市人大常委会2027年工作要点');
  await app.ready();
  await noted(app, `${app.hash().replace(/[^/]*$/, '')}item/s1-1`, '江源的记录');
  const after = await dumpAll(page);
  for (const id of [OWN, MOU.id]) expect(ofPlan(after, id)).toEqual(ofPlan(before, id));
});

test('two tabs show two plans, and each records about its own', async ({ app, context }) => {
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', plan(MOU)]);
  await expect(library.told).toContainText('已把');
  const second = new App(await context.newPage(), app.root);
  await app.open('#/item/s2-9');
  await second.open(`#/@${MOU.id}/item/s2-9`);
  const [here, there] = [new Notes(app), new Notes(second)];
  await here.write('南海的记录');
  await there.write('某区的记录');
  await app.expectSaved();
  await second.expectSaved();
  await app.open('#/item/s2-9');
  await expect(here.texts).toHaveText(['南海的记录']);
  await second.open(`#/@${MOU.id}/item/s2-9`);
  await expect(there.texts).toHaveText(['某区的记录']);
});

test('promise 33: a browser that is killed in the middle of a review has the draft when it is started again', async ({
  server,
  launchOptions,
}) => {
  const disk = await profile();
  const first = await launch(disk.folder, launchOptions, `${server.origin}/`);
  const review = new Import(first.app);
  await review.open();
  await review.read(DOCUMENT);
  await review.type(0, 'time', '8月');
  await expect(review.undo).toBeEnabled();
  await expect(review.kept).toHaveText('已存到这个浏览器');
  await first.kill();
  const second = await launch(disk.folder, launchOptions, `${server.origin}/`);
  const again = new Import(second.app);
  await again.open();
  await expect(again.drafts).toHaveCount(1);
  await again.drafts.getByRole('button', { name: '接着核对' }).click();
  await expect(again.cell(0, 'time')).toHaveValue('8月');
  await second.context.close();
  await disk.remove();
});

test.describe('a full disk', () => {
  test.beforeEach(({ context }) => context.addInitScript(fullDatabase));
  const fill = (page, full) => page.evaluate((full) => (window.failing = full), full);

  test('is said of a draft, of a plan that is to be used and of one from a file, and nothing is lost', async ({
    app,
    page,
  }) => {
    const review = new Import(app);
    await review.open();
    await review.read(DOCUMENT);
    await fill(page, true);
    await review.type(0, 'time', '8月');
    await expect(review.kept).toContainText('没有存下');
    await review.use.click();
    await expect(app.told).toContainText('没有存下，原有的都还在');
    await expect(review.cell(0, 'time')).toHaveValue('8月');
    await fill(page, false);
    await review.type(0, 'time', '9月');
    await expect(review.kept).toHaveText('已存到这个浏览器');
    await app.open('#/library');
    const library = new Library(app);
    await library.ready();
    await expect(library.plans).toHaveCount(1);
    await fill(page, true);
    await library.give(['mou.json', plan(MOU)]);
    await expect(library.told).toContainText('没有存下，原有的都还在');
    await expect(library.plans).toHaveCount(1);
  });
});

test('promise 31: whatever a plan says is text: on the page, in exports, in the page as one file', async ({
  app,
  page,
  context,
}, info) => {
  const hurt = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">';
  const titles = [
    `${hurt}</script><!-- 甲`,
    '=cmd|calc!A1 的调研',
    '甲\u2028乙\u202e丙\u0000丁\u200f',
    '长'.repeat(5000),
  ];
  const hostile = plan({ ...MOU, title: `${hurt}</script><!-- 计划` }, (plan) => {
    // The words of links and misprints are not there any more.
    [plan.links, plan.corrections] = [[], []];
    titles.forEach((title, at) => (plan.items[at].title = title));
    plan.units[0].name = `${hurt}办公室`;
    plan.categories[0].name = `</style>${hurt}`;
  });
  const library = new Library(app);
  await library.open();
  await library.give(['mou.json', hostile]);
  await expect(library.told).toContainText('已把');
  for (const hash of ['', 'calendar/list', 'units', 'categories', 'library', 'points', 'data']) {
    await app.open(`#/@${MOU.id}/${hash}`);
    expect(await page.evaluate(() => window.hurt), hash).toBeUndefined();
  }
  await app.open(`#/@${MOU.id}/calendar/list`);
  await expect(app.main.getByRole('link', { name: titles[0] }).first()).toBeVisible();
  const exports = new Exports(app);
  const { bytes } = await exports.download(exports.table);
  const table = bytes.toString('utf8');
  expect(table).toContain('</script><!-- 甲');
  expect(table).not.toMatch(/(^|[\n,"])=cmd/);
  if (!existsSync(fileURLToPath(SINGLE))) return;
  const data = new Data(app);
  await app.open(`#/@${MOU.id}/data`);
  await data.ready();
  const file = await data.download(data.button('不带登记内容'));
  const place = info.outputPath('hostile.html');
  await writeFile(place, file.text);
  const there = new App(await context.newPage(), pathToFileURL(place).href);
  await there.page.goto(`${there.root}#/calendar/list`);
  await there.ready();
  await expect(there.main.getByRole('link', { name: titles[0] }).first()).toBeVisible();
  expect(await there.page.evaluate(() => window.hurt)).toBeUndefined();
  const plain = await context.browser().newContext({ javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(there.root);
  await expect(reader.locator('.brand')).toContainText('</script><!-- 计划');
  await plain.close();
});
