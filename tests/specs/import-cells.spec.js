// The values of rows: who does what by the words for it, and which session of a meeting.
import { Import, SMALL_PLAN, textFile } from '../pages/import.js';
import { expect, test } from '../support/test.js';

async function read(app, text = SMALL_PLAN) {
  const review = new Import(app);
  await review.open();
  await review.read(textFile('2027年工作要点.txt', text));
  return review;
}

for (const typed of [
  '城建环资工委（牵头）、办公室（配合）',
  '牵头：城建环资工委；配合：办公室',
  '城建环资工委牵头，办公室配合',
]) {
  test(`“${typed}” in one cell gives who leads and who takes part`, async ({ app }) => {
    const review = await read(app);
    await review.type(0, 'lead', typed);
    await expect(review.cell(0, 'lead')).toHaveValue('城建环资工委');
    await expect(review.cell(0, 'joint')).toHaveValue('办公室');
    await review.undo.click();
    await expect(review.cell(0, 'lead')).toHaveValue('财经工委');
    await expect(review.cell(0, 'joint')).toHaveValue('');

    // The same where it is pasted over several rows.
    await review.cell(1, 'lead').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', `${text}\n${text}`);
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }, typed);
    await expect(review.cell(1, 'lead')).toHaveValue('城建环资工委');
    await expect(review.cell(1, 'joint')).toHaveValue('办公室');
    await expect(review.cell(2, 'lead')).toHaveValue('城建环资工委');
  });
}

test('which session of a meeting it is stands beside the meeting, and is put right there', async ({
  app,
  page,
}) => {
  const text = SMALL_PLAN.replace('3月\t常委会会议', '3月\t第41次常委会会议');
  const review = await read(app, text);
  const session = (at) => review.rows.nth(at).getByRole('textbox', { name: '第几次' });
  await expect(session(0)).toHaveValue('41');
  await session(0).fill('第四十二次');
  await session(0).press('Tab');
  await expect(session(0)).toHaveValue('42');
  await session(0).fill('下一次');
  await session(0).press('Tab');
  await expect(app.told).toContainText('会次请填数字');
  await expect(session(0)).toHaveValue('42');
  await expect(review.kept).toHaveText('已存到这个浏览器');

  await app.open(app.hash());
  await review.shown();
  await expect(session(0)).toHaveValue('42');
  await review.undo.click();
  await expect(session(0)).toHaveValue('41');
  // It stands where the meeting does.
  await review.rows.nth(0).getByRole('checkbox', { name: '常委会会议' }).uncheck();
  await expect(session(0)).toHaveCount(0);
  await review.undo.click();
  await expect(session(0)).toHaveValue('41');
  await session(0).fill('43');
  await session(0).press('Tab');

  await review.use.click();
  await review.useAnyway.click();
  await expect(page).toHaveURL(/#\/@/);
  await app.ready();
  const plan = app.hash().split('/')[1];
  await app.paste(`#/${plan}/item/s1-1`);
  await expect(app.main).toContainText('第43次');
});
