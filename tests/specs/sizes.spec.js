// On every screen everything fits, and fingers find what they aim at.
import { everywhere } from '../support/places.js';
import { SIZES } from '../support/sizes.js';
import { expect, LATER, test } from '../support/test.js';

/** Parts of the frame whose text is wider than its box or reaches out of the window. */
function spilling() {
  const frame = 'header.bar, header.bar *, nav.rail, nav.rail *, aside.panel, aside.panel *';
  const shown = [...document.querySelectorAll(frame)].filter(
    (part) => part.checkVisibility() && !part.closest('.sr, option'),
  );
  const spills = shown.filter((part) => {
    const box = part.getBoundingClientRect();
    const inline = getComputedStyle(part).display === 'inline' || part.matches('select, input');
    const tooWide = !inline && part.scrollWidth > part.clientWidth + 1;
    return tooWide || box.left < -1 || box.right > innerWidth + 1;
  });
  return spills.map((part) => part.outerHTML.slice(0, 120));
}

/** Things to press that are smaller than `least` in either direction. */
function small([selector, least]) {
  const shown = [...document.querySelectorAll(selector)].filter(
    (one) => one.checkVisibility() && !one.closest('.sr, [inert]'),
  );
  // A label is part of what it labels.
  const boxes = shown.map((one) => [one, (one.closest('label.check') ?? one).getBoundingClientRect()]);
  const tooSmall = boxes.filter(([, { width, height }]) => Math.min(width, height) < least - 0.5);
  return tooSmall.map(
    ([one, { width, height }]) => `${Math.round(width)}x${Math.round(height)} ${one.outerHTML.slice(0, 100)}`,
  );
}

const CONTROLS =
  'button, select, input, summary, a.brand, .rail a, .seg a, .months a, .pills a, a.button, a.more, a.all, a.sorter, .tags a, a.line, .month h2 a';

async function expectNoSidewaysScroll(page, name) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect.soft(content, name).toBeLessThanOrEqual(window);
}

for (const { name, use, least } of Object.values(SIZES)) {
  test.describe(name, () => {
    test.use(use);

    test('no page scrolls sideways and nothing spills out of bar, rail and item', async ({ app, page }) => {
      await everywhere(app, async (name) => {
        await expectNoSidewaysScroll(page, name);
        expect.soft(await page.evaluate(spilling), name).toEqual([]);
      });
    });

    test('nothing covers the open item: its first and its last button can be pressed', async ({ app }) => {
      // This item says more than a small screen holds.
      await app.open('#/categories?item=s7-4');
      await app.item.expectOpen('开展民生实项目专题视察');
      await expect(app.item.panel).toBeInViewport({ ratio: 1 });
      await app.item.article.locator('summary').click();
      await app.item.copy.click();
      await app.item.next.click();
      await app.item.expectOpen('组织人大代表培训');
      await app.item.close.click();
      await app.item.expectClosed();
    });

    test(`promise 28: everything to press is at least ${least} pixels wide and high`, async ({
      app,
      page,
    }) => {
      await everywhere(app, async (name) => {
        expect.soft(await page.evaluate(small, [CONTROLS, least]), name).toEqual([]);
      });
    });
  });
}

test.describe('a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('at 320 pixels, as with a zoom of 400 %, no page scrolls sideways', async ({ app, page }) => {
    await everywhere(app, (name) => expectNoSidewaysScroll(page, name));
  });
});

test.describe('a small phone, after the plan’s year', () => {
  test.use({ viewport: { width: 360, height: 800 }, today: LATER });

  test('what the bar says is not cut off', async ({ app }) => {
    await app.open();
    for (const field of await app.bar.getByRole('combobox').all()) {
      const { had, wanted } = await field.evaluate((element) => {
        const had = element.offsetWidth;
        // It would be as wide as the widest of its choices; only the chosen one is seen.
        for (const option of [...element.options]) if (!option.selected) option.remove();
        Object.assign(element.style, { width: 'max-content', minWidth: 'max-content' });
        return { had, wanted: element.offsetWidth };
      });
      expect(had, await field.inputValue()).toBeGreaterThanOrEqual(wanted);
    }
  });
});

test('what scrolls is one layer, however many lines it has: bar and rail alone have their own', async ({
  app,
  page,
}) => {
  await app.open('#/calendar');
  const session = await page.context().newCDPSession(page);
  const layers = new Promise((resolve) => {
    session.on('LayerTree.layerTreeDidChange', (tree) => tree.layers && resolve(tree.layers));
  });
  await session.send('DOM.enable');
  await session.send('LayerTree.enable');
  const drawn = (await layers).filter((layer) => layer.drawsContent);
  // The fifth is the browser's own. Each costs memory, and work at every change.
  expect(drawn.map(({ width, height }) => `${width}x${height}`).length).toBeLessThanOrEqual(5);
});
