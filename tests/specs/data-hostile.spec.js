// Files that are damaged, foreign or made to do harm: they are refused in words, and nothing changes.
import { writeFile } from 'node:fs/promises';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { dump, settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

const PLAN = 'nanhai-2023';

test.beforeEach(({ page }) => page.addInitScript(settling));

const progress = (part) => JSON.stringify({ format: 'yaodian-progress', version: 1, plan: PLAN, ...part });

/** The file's own object is one level more. */
const deep = (depth) => '['.repeat(depth) + ']'.repeat(depth);
const HOSTILE = {
  'more than 20 MB': [' '.repeat(20 * 1024 * 1024 + 1), '超过'],
  'nested too deep': [`{"format":"yaodian-progress","version":1,"plan":"${PLAN}","items":${deep(32)}}`, '层'],
  truncated: [progress({}).slice(0, -5), '不完整'],
  empty: ['', '空的'],
  'no JSON': ['你好', '错误'],
  'somebody else’s JSON': ['{"a": 1}', '不是进展文件'],
  // Neither UTF-8 nor UTF-16 nor what Chinese editors call ANSI.
  'in no encoding of texts': [Buffer.from([0x7b, 0xff, 0xff, 0x80, 0x7d]), 'UTF-8'],
  'of what can be no plan': [
    JSON.stringify({ format: 'yaodian-progress', version: 1, plan: '../other', plan_title: '另一份计划' }),
    '看不出',
  ],
  'a later version’s': [progress({ version: 99 }), '更新的版本'],
};
for (const [what, [content, words]] of Object.entries(HOSTILE)) {
  test(`promise 16: a file that is ${what} is refused in words, and changes nothing`, async ({
    app,
    page,
  }, info) => {
    const data = new Data(app);
    const notes = new Notes(app);
    await notes.open();
    await notes.write('一条');
    await data.show();
    const before = (await dump(page)).local;
    // From the disk: 20 MB through the browser's debugging channel take longer than anybody waits.
    const place = info.outputPath('x.json');
    await writeFile(place, content);
    await data.files.setInputFiles(place);
    await expect(data.refusal).toContainText(words);
    await data.refusal.getByRole('button', { name: '关闭' }).click();
    await expect(data.refusal).toHaveCount(0);
    expect((await dump(page)).local).toEqual(before);
  });
}

test('promise 16: wrong types are set aside and told; a mark of byte order and unknown items are taken as they are', async ({
  app,
}) => {
  const data = new Data(app);
  const stamp = '1689300000000-0-k3f9x2';
  const file = progress({
    items: {
      's4-1': { status: 7, notes: { [`${stamp}-00000000`]: { value: '好的一条', stamp } } },
      's9-99': { notes: { [`${stamp}-00000001`]: { value: '计划里没有的', stamp } } },
    },
  });
  await data.open();
  await data.give(['x.json', `\ufeff${file}`]);
  await expect(data.preview).toContainText('s9-99');
  await expect(data.preview).toContainText('无法识别、原样保留的内容（1）');
  await data.mergeOne();
  expect((await data.backup()).text).toContain('计划里没有的');
  const notes = new Notes(app);
  await notes.show('s4-1');
  await notes.expectNotes(['好的一条']);
});
