// What every test starts from: the release on a server, a day that does not pass, and a watch that lets no test pass
// whose page complained, broke its security policy, or asked for anything but the app's own files.
import { expect, test as base } from '@playwright/test';
import { App } from '../pages/app.js';
import { BELOW, SINGLE, serve } from './server.js';

export { expect };

/** What Playwright says where the configuration keeps service workers out. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** A day in the middle of the plan's year. */
export const JULY = '2023-07-15T09:00:00';
/** A day after the plan's year. */
export const LATER = '2026-01-05T09:00:00';

export const test = base.extend({
  /** The day that the browser's clock shows. */
  today: [JULY, { option: true }],
  /** The path at which the release is visited. */
  path: ['/', { option: true }],

  /** Whether it is the single file that is opened, from the disk. */
  single: [false, { option: true }],

  /** One server per worker. */
  server: [
    async ({}, use) => {
      const server = await serve();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  /** What went wrong on the page, and what it asked for. */
  watch: [
    async ({ page, server, single }, use) => {
      const watch = new Watch(server.origin, single);
      await watch.follow(page);
      await use(watch);
      expect(watch.trouble, 'complaints, violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ page, server, watch, today, path, single }, use) => {
    await page.clock.setFixedTime(new Date(`${today}+08:00`));
    await use(new App(page, single ? SINGLE : server.origin + path));
  },
});

/** Records what no page of this app may do. */
class Watch {
  trouble = [];
  requests = [];

  constructor(origin, single) {
    this.origin = origin;
    this.single = single;
  }

  async follow(page) {
    page.on('console', (message) => {
      if (message.text() === BLOCKED) return;
      if (['error', 'warning', 'assert'].includes(message.type())) {
        this.trouble.push(`console: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => this.trouble.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => {
      // Whoever leaves a page while a chunk is on its way breaks that off.
      const left = request.failure()?.errorText === 'net::ERR_ABORTED' && request.url().includes('/chunks/');
      if (!left) this.trouble.push(`failed: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.trouble.push(`${response.status()}: ${response.url()}`);
    });
    page.on('websocket', (socket) => this.trouble.push(`socket: ${socket.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      this.requests.push(url);
      // `data:` and `blob:` come out of the page itself.
      if (!/^(data|blob):/.test(url) && !this.own(url)) this.trouble.push(`foreign: ${url}`);
    });
    await page.exposeFunction('reportViolation', (said) => this.trouble.push(`policy: ${said}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
  }

  /** Whether a file lies flat beside the page, as all of the app's files do. Beside the single file lies nothing. */
  own(url) {
    if (this.single) return url.split('#')[0] === SINGLE;
    const { origin, pathname } = new URL(url);
    const file = pathname.startsWith(BELOW) ? pathname.slice(BELOW.length) : pathname.slice(1);
    return origin === this.origin && !file.includes('..');
  }
}
