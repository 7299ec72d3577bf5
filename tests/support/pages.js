// More than one page of the same browser, and pages that hear nothing of each other.
import { App } from '../pages/app.js';
import { Notes } from '../pages/notes.js';
import { JULY } from './test.js';

/** Another page in the same browser, with the item open. */
export async function another(app, item = 's4-1', prepare = async () => {}) {
  const page = await app.page.context().newPage();
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  await prepare(page);
  const notes = new Notes(new App(page, app.root));
  await notes.open(item);
  return notes;
}

/** Lets a page be made deaf: it then misses what others store, as pages in the background may. */
export async function hearing(page) {
  await page.addInitScript(() => {
    window.addEventListener('storage', (event) => {
      if (window.deaf) event.stopImmediatePropagation();
    });
  });
}

export async function deafen(notes) {
  await notes.page.evaluate(() => (window.deaf = true));
}

/** What happens when a page that was in the background is shown again. */
export async function showAgain(notes) {
  await notes.page.evaluate(() => {
    window.deaf = false;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/**
 * Keeps what is typed from being stored by itself: the page never finds that typing has paused, nor that its field was left,
 * which it is whenever the browser gives the focus to another page. A timer that still runs since something was typed
 * before is stopped, too.
 */
export async function neverPause(notes) {
  await notes.page.evaluate(() => {
    const newest = window.setTimeout(() => {});
    for (let timer = newest; timer > newest - 1000; timer--) window.clearTimeout(timer);
    const later = window.setTimeout;
    window.setTimeout = (act, delay, ...more) => (delay === 1000 ? 0 : later(act, delay, ...more));
    window.addEventListener('blur', (event) => event.stopImmediatePropagation(), true);
  });
}
