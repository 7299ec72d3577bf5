// What a machine can tell about accessibility: WCAG 2.2 AA by axe.
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules for which it matters which colours there are; a scheme changes nothing else. */
const ABOUT_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Nothing on the page as it is violates a rule. */
export async function expectNoViolations(page, what) {
  await expectNone(builder(page).withTags(TAGS), what);
  await expectIdsOnce(page, what);
}

/** Each id is that of one element: links, labels and scripts find the first one only. */
async function expectIdsOnce(page, what) {
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  expect.soft(twice, `${what}: ids that stand twice`).toEqual([]);
}

/** The same in both schemes; the page is left in the dark one. */
export async function expectNoViolationsInEitherScheme(page, what) {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolations(page, `${what}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectColoursToBeRead(page, `${what}, dark`);
}

/** Nothing violates a rule about colours: for another scheme of a page that was looked at as a whole. */
export async function expectColoursToBeRead(page, what) {
  await expectNone(builder(page).withRules(ABOUT_COLOUR), what);
}

function builder(page) {
  // What passed is not described one by one: that takes as long as the judging.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function expectNone(builder, what) {
  const { violations } = await builder.analyze();
  const said = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
  expect.soft(said, what).toEqual([]);
}
