// Releases that differ in a mark, which their page, script and WebAssembly all carry: whoever reads the three sees
// whether they belong together. The names of their files are the same, which is the hardest case.
import { execFile } from 'node:child_process';
import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FOLDER } from './server.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The release with a mark of one letter, in a folder of its own. */
export async function release(folder, mark) {
  await cp(FOLDER, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const page = path.join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<html ', `<html data-mark="${mark}" `));
  await appendFile(await find(folder, '.js'), `\nglobalThis.mark = '${mark}';\n`);
  // A custom section: its kind, its length, the length of its name, the name, the mark.
  await appendFile(await find(folder, '.wasm'), Buffer.from(`\0\x06\x04mark${mark}`, 'latin1'));
  await seal(folder);
  return folder;
}

/** The app's own file of a kind. */
export async function find(folder, kind) {
  const names = (await readdir(folder)).filter((name) => name.startsWith('yaodian-') && name.endsWith(kind));
  if (names.length !== 1) throw new Error(`not one ${kind} in ${folder}: ${names}`);
  return path.join(folder, names[0]);
}

/** Writes the service worker for the files as they are. */
export async function seal(folder) {
  await promisify(execFile)('cargo', ['xtask', 'seal', folder, '--no-compress'], { cwd: ROOT });
}

/** The marks of what a page is made of: its HTML, the script that it has run, the WebAssembly that it would load. */
export function marks(page) {
  return page.evaluate(async () => {
    const wasm = document.querySelector('link[as="fetch"]').href;
    const module = await WebAssembly.compileStreaming(fetch(wasm));
    const [section] = WebAssembly.Module.customSections(module, 'mark');
    const marks = [document.documentElement.dataset.mark, globalThis.mark, new TextDecoder().decode(section)];
    return marks.join('');
  });
}
