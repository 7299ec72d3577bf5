// Another device of the same office: a browser of its own, in which somebody records something and hands it on.
import { App } from '../pages/app.js';
import { Data } from '../pages/data.js';
import { Notes } from '../pages/notes.js';
import { JULY } from './test.js';

/** What `name` recorded there on one item, as a file: `{ name, text }`. `take` says how it is handed on. */
export async function fileFrom(
  browser,
  app,
  name,
  { item = 's4-1', status, note, take = (data) => data.backup() },
) {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${JULY}+08:00`));
  const there = new App(page, app.root);
  const data = new Data(there);
  const notes = new Notes(there);
  await data.open();
  await data.name(name);
  await notes.show(item);
  if (status) await notes.setStatus(status);
  await notes.write(note);
  await data.show();
  const file = await take(data);
  await context.close();
  return file;
}
