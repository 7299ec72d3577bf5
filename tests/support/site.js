// A site of a test's own, which keeps itself for a time without a network.
import { App } from '../pages/app.js';
import { FOLDER, serve } from './server.js';
import { test as base } from './test.js';

export const test = base.extend({
  /** A server of the test's own, since these tests stop it and change what it serves. */
  site: async ({ watch }, use) => {
    const site = { folder: FOLDER, answers: [] };
    Object.assign(site, await serve(site));
    watch.origin = site.origin;
    await use(site);
    await site.stop();
  },

  app: async ({ page, site, path }, use) => {
    await use(new App(page, site.origin + path));
  },
});

/** Visits once, and until the version is there as a whole. */
export async function install(app) {
  await app.open();
  await app.page.evaluate(() => navigator.serviceWorker.ready);
}

/** No network and no server either. */
export async function cutOff(app, site) {
  await app.page.context().setOffline(true);
  await site.stop();
}
