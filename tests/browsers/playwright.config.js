// The core journeys in other engines. `cargo xtask test-browsers` says where the programs are. Playwright only runs the
// tests here; browsers are driven by WebDriver, which all of them have.
import { defineConfig } from '@playwright/test';
import { ENGINES } from './engines.js';

export default defineConfig({
  testDir: '.',
  outputDir: '../results/browsers',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A cold and busy machine may take its time to start a browser, which each test does.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: Object.keys(ENGINES).map((name) => ({ name, use: { engine: name } })),
});
