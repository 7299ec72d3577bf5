// The tests run on the release, in the Chromium that CHROMIUM names or else in Debian's. `cargo xtask test --only e2e`
// builds the release first; after a change to the tests alone, `npx playwright test` in this folder is enough.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { FLAGS } from './support/chromium.js';

// Where neither is there, Playwright looks for a Chromium of its own and says how to get one.
// Without windows the same tests take little more than half the time.
const DEBIAN = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const executablePath = process.env.CHROMIUM || DEBIAN.find(existsSync);

export default defineConfig({
  testDir: 'specs',
  outputDir: 'results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // The longest one looks at every page; a cold and busy machine may take its time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // What failed, and why, stands at the end: where one looks, and what is left of a long log.
  reporter: [['dot']],
  use: {
    viewport: { width: 1360, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    // Nothing is measured or pressed while the page is still scrolling to it.
    contextOptions: { reducedMotion: 'reduce' },
    // A worker would answer in place of what a test serves. specs/offline.spec.js lets them in.
    serviceWorkers: 'block',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath,
      args: FLAGS,
    },
  },
});
