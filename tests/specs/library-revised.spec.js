// A corrected version of a plan in use: what changes is shown item by item, and every record stays with its item.
import { readFileSync } from 'node:fs';
import { Library } from '../pages/library.js';
import { Notes } from '../pages/notes.js';
import { expectNoViolations } from '../support/axe.js';
import { settling } from '../support/storage.js';
import { expect, test } from '../support/test.js';

test.beforeEach(({ context }) => context.addInitScript(settling));

const OLD = { id: 'mou-2024', title: '某区人大常委会 2024 年工作要点' };
const NEW = { id: 'mou-2024-b', title: '某区人大常委会 2024 年工作要点（修订稿）' };

function plan(names, change = () => {}) {
  const plan = JSON.parse(
    readFileSync(new URL('../../plans/nanhai-2023/plan.json', import.meta.url), 'utf8'),
  );
  Object.assign(plan, names);
  change(plan);
  return JSON.stringify(plan);
}

/** Counted anew: a row is gone, one is new above others, one is in another month. */
function corrected(plan) {
  const gone = ({ id, item, from, to, a, b, place }) =>
    [id, item, from, to, a, b, place?.item].includes('s4-1');
  for (const part of ['items', 'links', 'corrections']) plan[part] = plan[part].filter((it) => !gone(it));
  const at = plan.items.findIndex(({ id }) => id === 's2-9');
  const row = plan.items[at];
  plan.items.splice(at, 0, { ...row, id: 's2-99', title: '听取区政府关于消防安全工作情况的报告' });
  row.period = { months: { first: 11, last: 11 } };
  row.period_text = '11月';
}

/** 计划库 with the plan that others correct. */
async function withOld(app) {
  const library = new Library(app);
  await library.open();
  await library.give(['old.json', plan(OLD)]);
  await expect(library.plans).toHaveCount(2);
  return library;
}

test('promise 34: a corrected version shows what changes, and takes the place of the plan in use with every record at its item', async ({
  app,
  page,
}) => {
  const library = new Library(app);
  await library.open();
  await library.give(['old.json', plan(OLD)]);
  await expect(library.told).toContainText('已把');
  const notes = new Notes(app);
  const write = async (item, text) => {
    await app.open(`#/@${OLD.id}/item/${item}`);
    await notes.write(text);
    await app.expectSaved();
  };
  await write('s2-9', '留在原来的事项上');
  await write('s4-1', '事项没有了，记录还在');
  await library.open();
  await library.give(['new.json', plan(NEW, corrected)]);
  await expect(library.told).toContainText('修订稿');
  await library.button(NEW.title, '是修订稿…').click();
  const field = app.main.getByRole('combobox', { name: '是哪份计划的修订稿' });
  await field.selectOption(OLD.id);
  await library.button(NEW.title, '看有哪些变化').click();
  const revision = app.main.locator('.revision');
  await expect(revision).toContainText('80 件没有变化，1 件有变化，1 件新增，1 件不再有。');
  await expect(revision).toContainText('→ 11月');
  await expect(revision).toContainText('有登记，留在“进展”页');
  await expectNoViolations(page, 'a revision');
  await library.button(NEW.title, '换上修订稿').click();
  await expect(app.told).toContainText('已换上修订稿');
  await expect(library.plans).toHaveCount(2);
  // The plan that came as the correction, and the version that was in use.
  await expect(library.deleted).toHaveText('最近删除（2）');
  await app.open(`#/@${OLD.id}/item/s2-9`);
  await expect(page).toHaveTitle(new RegExp(`· ${NEW.title}$`));
  await expect(app.main.getByText('留在原来的事项上')).toBeVisible();
  await expect(app.main.getByText('11月').first()).toBeVisible();
  await app.open(`#/@${OLD.id}/progress`);
  await expect(app.main.getByText('事项没有了，记录还在')).toBeVisible();
});

test('plans of one name are told apart in the choice of what a corrected version is of', async ({ app }) => {
  const library = await withOld(app);
  const shorter = (twin) => {
    corrected(twin);
    twin.items = twin.items.filter(({ id }) => id !== 's2-99');
  };
  await library.give(['twin.json', plan({ ...OLD, id: 'mou-2024-c' }, shorter)]);
  await expect(library.plans).toHaveCount(3);
  await library.give(['new.json', plan(NEW, corrected)]);
  await library.button(NEW.title, '是修订稿…').click();
  const choices = app.main.getByRole('combobox', { name: '是哪份计划的修订稿' }).getByRole('option');
  await expect(choices.filter({ hasText: `${OLD.title}（82 件，` })).toHaveCount(1);
  await expect(choices.filter({ hasText: `${OLD.title}（81 件，` })).toHaveCount(1);
});

test('a long list of changes shows its beginning, and the rest when it is asked for', async ({ app }) => {
  const library = await withOld(app);
  const longer = (other) => {
    const row = other.items.findLast(({ id }) => id.startsWith('s2-'));
    const more = Array.from({ length: 230 }, (_, at) => ({
      ...row,
      id: `s2-${at + 200}`,
      title: `听取第 ${at + 1} 个新的专项报告`,
    }));
    other.items.splice(other.items.indexOf(row) + 1, 0, ...more);
  };
  await library.give(['new.json', plan(NEW, longer)]);
  await library.button(NEW.title, '是修订稿…').click();
  await app.main.getByRole('combobox', { name: '是哪份计划的修订稿' }).selectOption(OLD.id);
  await library.button(NEW.title, '看有哪些变化').click();
  const list = app.main.locator('.revision section').filter({ hasText: '新增的事项（230）' });
  await expect(list.getByRole('listitem')).toHaveCount(100);
  const more = list.getByRole('button', { name: /再显示/ });
  await expect(more).toHaveText('再显示 100 件（共 230 件）');
  await more.click();
  await expect(more).toHaveText('再显示 30 件（共 230 件）');
  await more.click();
  await expect(list.getByRole('listitem')).toHaveCount(230);
  await expect(list.getByRole('listitem').last()).toContainText('第 230 个');
  await expect(more).toBeHidden();
});
