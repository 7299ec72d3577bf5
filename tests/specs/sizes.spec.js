// On every screen everything fits, and fingers find what they aim at.
import { PLACES } from '../support/places.js';
import { SIZES } from '../support/sizes.js';
import { expect, test } from '../support/test.js';

/** Parts of the frame whose text is wider than its box or reaches out of the window. */
function spilling() {
  const parts = document.querySelectorAll('.bar, .bar *, .rail, .rail *, .panel, .panel *');
  const shown = [...parts].filter((part) => part.checkVisibility() && !part.closest('.sr, option'));
  const spills = shown.filter((part) => {
    const box = part.getBoundingClientRect();
    const inline = getComputedStyle(part).display === 'inline';
    const tooWide = !inline && !part.matches('select, input') && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
    return tooWide || box.left < -1 || box.right > innerWidth + 1;
  });
  return spills.map((part) => part.outerHTML.slice(0, 120));
}

/** Things to press that are smaller than `least` in either direction. */
function small([selector, least]) {
  const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !one.closest('.sr, [inert]'));
  const boxes = all.map((one) => ({ one, box: (one.closest('label.check') ?? one).getBoundingClientRect() }));
  const tooSmall = boxes.filter(({ box }) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5));
  return tooSmall.map(({ one, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${one.outerHTML.slice(0, 100)}`);
}

const CONTROLS =
  'button, select, input, summary, .brand, .rail a, .seg a, .months a, .pills a, .chip, .button, .more, .all, .sorter, .tags a, .line, .month h2 a';

for (const size of Object.values(SIZES)) {
  test.describe(size.name, () => {
    test.use(size.use);

    for (const place of PLACES) {
      test(`${place.name} fits: nothing scrolls sideways and nothing spills out of its box`, async ({ app, page }) => {
        await app.open(place.hash);
        const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(widths[0]).toBeLessThanOrEqual(widths[1]);
        expect(await page.evaluate(spilling)).toEqual([]);
        const least = size.name === 'desktop' ? 24 : 44;
        expect(await page.evaluate(small, [CONTROLS, least])).toEqual([]);
      });
    }
  });
}

test.describe('tablet on its side', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

  test('fits, and everything to press is large enough for a finger', async ({ app, page }) => {
    for (const place of PLACES) {
      await app.open(place.hash);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0], place.name).toBeLessThanOrEqual(widths[1]);
      expect(await page.evaluate(spilling), place.name).toEqual([]);
      expect(await page.evaluate(small, [CONTROLS, 44]), place.name).toEqual([]);
    }
  });
});

test.describe('a narrow window', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('at 320 pixels, which is 400 % zoom, nothing scrolls sideways', async ({ app, page }) => {
    for (const place of PLACES) {
      await app.open(place.hash);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0], place.name).toBeLessThanOrEqual(widths[1]);
    }
  });
});
