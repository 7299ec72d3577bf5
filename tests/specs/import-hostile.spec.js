// What a document says is text, all the way: read, put into use, on every page, in every file that goes out, and in the
// page as one file.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Import } from '../pages/import.js';
import { OfficeFiles, names } from '../pages/office.js';
import { docx } from '../support/office.js';
import { settling } from '../support/storage.js';
import { expect, JULY, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));
test.use({ today: JULY.replace('2023', '2027') });

const HURT = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">';
const TITLES = [
  `${HURT}</script><!-- 甲的调研`,
  '=cmd|calc!A1 的调研',
  '+1+1 的调研',
  '甲\u2028乙\u202e丙\u200f丁的调研',
  `关于${'长'.repeat(4990)}的调研`,
];
/** A unit whose name goes into the names of files. */
const UNIT = `../..\\${HURT}:*?"|\u202e工委`;
const KINDS = ['类别', '序号', '项目名称', '组织实施部门', '时间', '提交会议'];
const PAGES = [
  '',
  'calendar',
  'calendar/list',
  'units',
  'categories',
  'meetings',
  'points',
  'progress',
  'data',
  'search?q=调研',
];

function file() {
  const rows = TITLES.map((title, at) => [
    `</style>${HURT}类`,
    `${at + 1}`,
    title,
    UNIT,
    '3月',
    '常委会会议',
  ]);
  const head = [
    `江源市人大常委会2027年${HURT}工作要点`,
    '一、监督工作',
    `1．加强${HURT}监督。=1+1。`,
    '附件1',
    '安排表',
  ];
  return {
    name: '../<b>要点</b>.docx',
    mimeType: 'application/octet-stream',
    buffer: docx(head, [KINDS, ...rows]),
  };
}

/** Formulas of a workbook, and cells that a program would take for one. */
async function formulas(bytes) {
  const { files } = await JSZip.loadAsync(bytes);
  const sheets = Object.keys(files).filter((name) => /worksheets\/.*\.xml$/.test(name));
  const texts = await Promise.all(sheets.map((name) => files[name].async('string')));
  return texts.flatMap((xml) => [...xml.matchAll(/<f[ >][^<]*cmd[^<]*<\/f>/g)]);
}

test('promise 31: what a document says is text through import, use, pages, files and the page as one file', async ({
  app,
  page,
  context,
}, info) => {
  const review = new Import(app);
  await review.open();
  await review.read(file());
  await expect(review.rows).toHaveCount(TITLES.length);
  const shown = await review.titles();
  for (const title of [TITLES[0], TITLES[1], TITLES[2], TITLES[4]]) expect(shown).toContain(title);
  await review.use.click();
  const anyway = review.useAnyway;
  const used = expect(page).toHaveURL(/#\/@/);
  if ((await review.left.textContent()) !== '没有待核对的提示') await anyway.click();
  await used;
  await app.ready();
  const [, key] = /#\/@([^/]+)/.exec(page.url());
  expect(key).toMatch(/^[a-z0-9-]+$/);
  for (const hash of PAGES) {
    await app.open(`#/@${key}/${hash}`);
    expect(await page.evaluate(() => window.hurt), hash).toBeUndefined();
    // However long a word is, no page is wider than the screen.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, hash).toBeLessThanOrEqual(page.viewportSize().width);
  }
  await app.open(`#/@${key}/calendar/list`);
  await expect(app.main.getByRole('link', { name: TITLES[0] }).first()).toBeVisible();
  await expect(app.main.getByRole('link', { name: TITLES[4] }).first()).toBeVisible();

  const files = new OfficeFiles(app);
  await app.open(`#/@${key}/data`);
  const table = (await files.download(files.wholeTable)).bytes.toString('utf8');
  expect(table).toContain('</script><!-- 甲的调研');
  expect(table).toContain(TITLES[4]);
  expect(table).not.toMatch(/(^|[\n,"])[=+]/);
  const calendar = (await files.download(files.wholeCalendar)).bytes;
  for (const line of calendar.toString('utf8').split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\n\u2028]/);
  }
  const ledger = await files.workbook(files.ledger);
  expect(ledger.shared).toContain(TITLES[1]);
  expect(ledger.shared).toContain(TITLES[4]);
  expect(await formulas(ledger.bytes)).toEqual([]);
  const word = await files.document(files.plan);
  expect(word.paragraphs.some((text) => text.endsWith(TITLES[1]))).toBe(true);
  expect(word.paragraphs.some((text) => text.endsWith(TITLES[4]))).toBe(true);
  const forms = await files.download(files.forms);
  expect(forms.name).toMatch(/^要点-[a-z0-9-]+-填报表-全部-20270715\.zip$/);
  const inside = await names(forms.bytes);
  expect(inside.length).toBeGreaterThan(0);
  for (const name of inside) expect(name).toMatch(/^填报表-[^/\\:*?"<>|\p{C}\p{Zl}\p{Zp}]+\.xlsx$/u);

  const data = new Data(app);
  await data.ready();
  const one = await data.download(data.button('不带登记内容'));
  expect(one.name).toBe(`yaodian-${key}.html`);
  const place = info.outputPath('hostile.html');
  await writeFile(place, one.text);
  const there = new App(await context.newPage(), pathToFileURL(place).href);
  await there.page.goto(`${there.root}#/calendar/list`);
  await there.ready();
  await expect(there.main.getByRole('link', { name: TITLES[0] }).first()).toBeVisible();
  await expect(there.main.getByRole('link', { name: TITLES[4] }).first()).toBeVisible();
  expect(await there.page.evaluate(() => window.hurt)).toBeUndefined();
});
