// What every journey starts from: a browser of its own with an empty profile, and the release on a server of its own.
// No journey passes whose page complained or broke its security policy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { FOLDER, serve } from '../support/server.js';
import { ENGINES } from './engines.js';
import { display, launch } from './launch.js';
import { Page } from './page.js';

export { ENGINES, expect };

export const test = base.extend({
  engine: ['', { option: true }],
  /** Whether the browser has WebAssembly. */
  wasm: [true, { option: true }],

  // Not of the worker, because a worker does not know the engine.
  screen: async ({ engine }, use) => {
    const shown = ENGINES[engine].display ? await display() : { environment: {}, close: () => {} };
    await use(shown.environment);
    await shown.close();
  },

  /** The release on a server: its `address`, `stop`, and `hold`, which may keep an answer waiting. */
  site: async ({}, use) => {
    const site = { folder: FOLDER, answers: [] };
    const server = await serve(site);
    site.address = `${server.origin}/`;
    let running = true;
    site.stop = async () => {
      if (running) await server.stop();
      running = false;
    };
    await use(site);
    await site.stop();
  },

  /** The browser: its `page`, `complaints`, and `restart`. */
  browsing: async ({ engine, wasm, screen }, use) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'yaodian-browser-'));
    const start = () => launch(engine, { profile, wasm, environment: screen });
    const browsing = { complaints: [] };
    let running;
    const open = async () => {
      running = await start();
      browsing.page = new Page(running.driver);
    };
    const close = async () => {
      await running.close();
      browsing.complaints.push(...running.complaints);
    };
    browsing.restart = () => close().then(open);
    await open();
    try {
      await use(browsing);
    } finally {
      await close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    const other = browsing.complaints.filter((one) => !browsing.expected?.test(one));
    expect(other, 'what the console was told').toEqual([]);
  },

  page: async ({ browsing }, use) => {
    await use(browsing.page);
  },
});
