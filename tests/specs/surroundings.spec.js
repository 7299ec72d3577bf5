// What is around the page: translators, keyboards that compose, extensions, a high contrast, spreadsheets, tablets.
import { readFile } from 'node:fs/promises';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { SINGLE } from '../support/server.js';
import { readSource } from '../support/source.js';
import { expect, test } from '../support/test.js';

const source = readSource();

/** What a page translator does: every text stands in elements of its own, as another text or as it was. */
function translate(page, keep) {
  return page.evaluate((keep) => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.data.trim() && !text.parentElement.closest('script, style, option, textarea'))
        texts.push(text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      if (keep) inner.append(text);
      else inner.textContent = text.data;
    }
  }, keep);
}

for (const keep of [false, true]) {
  test(`counts and labels follow where a translator has ${keep ? 'wrapped' : 'replaced'} every text`, async ({
    app,
    page,
  }) => {
    await app.open('#/units');
    await app.expectSaved();
    await translate(page, keep);
    await app.filters.choose('进展', '已逾期');
    const late = await app.titles();
    expect(late.length).toBeGreaterThan(0);
    await app.filters.expectShown(late.length, source.items.length);
    await translate(page, keep);
    const [title] = late;
    await app.signs.of(title).click();
    await app.signs.status('已完成').click();
    await app.signs.expectClosed();
    await expect(app.told).toContainText('标为已完成');
    await app.filters.expectShown(late.length - 1, source.items.length);
    expect((await app.titles()).length).toBe(late.length - 1);
    await translate(page, keep);
    await app.filters.clear.click();
    await app.filters.expectShown(source.items.length, source.items.length);
    await app.signs.expectSaid(title, '已完成');
    await app.expectSaved();
    // The figures of the overview, made under the translator's hands, and again after undoing.
    await app.paste('#/');
    await translate(page, keep);
    await page.keyboard.press('Control+z');
    await expect(app.told).toContainText('撤销');
    await expect(app.main).toContainText(`${late.length}`);
  });
}

test('letters that an Android keyboard composes are searched for before they are committed', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} Android 13; Mobile` });
  });
  await app.open('#/calendar/list');
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await app.search.click();
  for (const text of ['w', 'wc', 'wcn', 'wcnr']) await compose(text);
  await expect(app.main.locator('mark').first()).toHaveText('未成年人');
  await expect(app.search).toHaveValue('wcnr');
  await expect(app.search).toBeFocused();
  const found = await app.titles();
  // Enter belongs to the keyboard as long as it composes.
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await app.item.expectClosed();
  await keyboard.send('Input.insertText', { text: 'wcnr' });
  await expect(app.search).toHaveValue('wcnr');
  await app.expectHash('#/search?q=wcnr');
  expect(await app.titles()).toEqual(found);
  // It was one step.
  await page.goBack();
  await expect(app.heading).toHaveText('日历 · 列表');
});

test('letters that stay as they are composed are searched for on any keyboard', async ({ app, page }) => {
  await app.open('#/calendar/list');
  const keyboard = await page.context().newCDPSession(page);
  await app.filters.text.click();
  await keyboard.send('Input.imeSetComposition', { text: 'wcnr', selectionStart: 4, selectionEnd: 4 });
  await app.expectHash('#/calendar/list?text=wcnr');
  await expect(app.filters.text).toHaveValue('wcnr');
  await keyboard.send('Input.insertText', { text: '未成年人' });
  await app.expectHash('#/calendar/list?text=未成年人');
  await expect(app.filters.text).toHaveValue('未成年人');
});

test('Ctrl+Y does again what was taken back, and the keys say so', async ({ app, page }) => {
  const notes = new Notes(app);
  await notes.open('s4-1');
  await notes.setStatus('进行中');
  await app.item.title.focus();
  await page.keyboard.press('Control+z');
  await expect(notes.status('进行中')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Control+y');
  await notes.expectStatus('进行中');
  await page.keyboard.press('?');
  await expect(app.help).toContainText('Ctrl+Y');
  await page.keyboard.press('Escape');
  // In a text it is the browser's.
  await notes.field.fill('一');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await notes.expectStatus('进行中');
  await expect(notes.field).toHaveValue('一');
});

test('in high contrast done, doing, open and late differ in the matrix, the signs and the calendar', async ({
  app,
  page,
}) => {
  const notes = new Notes(app);
  await notes.open('m7-1');
  await notes.setStatus('已完成');
  await notes.show('m7-2');
  await notes.setStatus('进行中');
  await page.emulateMedia({ forcedColors: 'active' });
  await app.paste('#/');
  // How an element's mark looks, as a picture.
  const picture = async (locator) => (await locator.screenshot()).toString('base64');
  const looks = async (places) => {
    const seen = new Map();
    for (const [name, locator] of places) {
      await locator.scrollIntoViewIfNeeded();
      seen.set(name, await picture(locator));
    }
    return seen;
  };
  const mark = (kind) => app.main.locator(`.mark.task.${kind}:not(.moved)`).first();
  await expect
    .poll(async () => {
      const kinds = ['done', 'doing', 'todo', 'late'].map((kind) => [kind, mark(kind)]);
      return new Set((await looks(kinds)).values()).size;
    })
    .toBe(4);
  await app.paste('#/calendar/list');
  const sign = (kind) => app.main.locator(`.st.${kind}`).first();
  const glyphs = [];
  for (const kind of ['done', 'doing', 'todo', 'late']) {
    glyphs.push(await sign(kind).evaluate((at) => getComputedStyle(at, '::before').content + at.textContent));
  }
  expect(new Set(glyphs).size).toBe(4);
  await app.paste('#/calendar/timeline');
  const bars = [];
  for (const kind of ['done', 'doing', 'todo', 'late']) {
    const bar = app.main.locator(`.tl-row .span.${kind}`).first();
    const look = await bar.evaluate((at) => {
      const { borderLeftWidth, borderLeftStyle, borderTopStyle, borderTopWidth } = getComputedStyle(at);
      return [borderLeftWidth, borderLeftStyle, borderTopStyle, borderTopWidth].join(' ');
    });
    bars.push(look);
  }
  expect(new Set(bars).size).toBe(4);
});

test.describe('the single file', () => {
  test.use({ single: true });

  test('saved again it holds nothing that an extension has put into it', async ({ app, page }) => {
    await page.addInitScript(() => {
      const put = (place, tag, text) => {
        const element = document.createElement(tag);
        element.className = 'foreign';
        element.textContent = text;
        place.append(element);
      };
      const watch = new MutationObserver(() => {
        if (!document.body) return;
        watch.disconnect();
        put(document.documentElement, 'style', '.foreign { color: red }');
        put(document.head, 'style', '.foreign { color: blue }');
        put(document.head, 'meta', '');
        put(document.body, 'div', 'foreign words');
        document.body.setAttribute('data-foreign', '');
        document.documentElement.classList.add('foreign');
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await app.open('#/data');
    await page.evaluate(() => {
      const [style, div] = [document.createElement('style'), document.createElement('div')];
      style.textContent = '.foreign { color: green }';
      div.textContent = 'foreign words';
      document.head.append(style);
      document.body.append(div);
    });
    const data = new Data(app);
    await data.ready();
    const own = await readFile(new URL(SINGLE), 'utf8');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      data.button('不带登记内容').click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(saved).not.toContain('foreign');
    const counted = (html, tag) => html.match(new RegExp(`<${tag}[ >]`, 'g')).length;
    for (const tag of ['style', 'script', 'meta', 'div', 'link', 'main']) {
      expect(counted(saved, tag), tag).toBe(counted(own, tag));
    }
  });
});
