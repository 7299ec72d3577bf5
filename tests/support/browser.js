// A browser of our own with a profile on the disk, which can be killed as a power cut would kill it, and started again.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect } from '@playwright/test';
import { App } from '../pages/app.js';

/** A new profile, and a way to remove it. */
export async function profile() {
  const folder = await mkdtemp(path.join(tmpdir(), 'yaodian-profile-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts the browser on a profile; the app at its address, and `kill`. */
export async function launch(folder, launchOptions, root) {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    serviceWorkers: 'block',
    viewport: { width: 1360, height: 900 },
  });
  const [page] = context.pages();
  const pid = await leader(folder);
  const kill = async () => {
    const closed = new Promise((resolve) => context.once('close', resolve));
    // The minus means the whole group: no process of the browser gets to finish anything.
    process.kill(-pid, 'SIGKILL');
    await closed;
    // The profile is free once they are all gone.
    await expect.poll(async () => (await processes()).filter(({ group }) => group === pid).length).toBe(0);
  };
  return { app: new App(page, root), page, context, kill };
}

/** The process group of the browser that has a profile, and nobody else's. */
async function leader(folder) {
  const found = (await processes()).filter(({ args }) => args.includes(`--user-data-dir=${folder}`));
  const groups = new Set(found.map(({ group }) => group));
  if (groups.size !== 1) throw new Error(`not one browser has ${folder}: ${[...groups]}`);
  return found[0].group;
}

/** What runs on this computer: process groups and arguments. */
async function processes() {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = async (id) => {
    try {
      const [stat, args] = await Promise.all([
        readFile(`/proc/${id}/stat`, 'utf8'),
        readFile(`/proc/${id}/cmdline`, 'utf8'),
      ]);
      // The name in brackets may hold anything; after it come state, parent and group.
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return state === 'Z' ? null : { group: Number(group), args: args.split('\0') };
    } catch {
      // It has ended meanwhile.
      return null;
    }
  };
  return (await Promise.all(ids.map(read))).filter(Boolean);
}
