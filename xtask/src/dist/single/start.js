// From here on it is the starter of the single file; above is what wasm-bindgen wrote.

// Takes out of a copy of the page what browser extensions have put into it before this script ran: attributes of the
// outermost elements, and whatever stands in these without the mark that the file's own elements have.
function own(copy) {
  const own = '[data-own], script[id][type^="application/"], script[id][type="text/plain"]';
  const [head, body] = [copy.querySelector('head'), copy.querySelector('body')];
  for (const element of [copy, head, body]) {
    for (const name of element.getAttributeNames()) {
      if (element !== copy || name !== 'lang') element.removeAttribute(name);
    }
    for (const child of [...element.childNodes]) {
      const kept = element === copy ? child === head || child === body : child.matches?.(own);
      if (!kept && (child.nodeType !== Node.TEXT_NODE || child.data.trim())) child.remove();
    }
  }
}

// The bytes that an element carries in base64, compressed. The policy forbids every fetch, that of a `data:` address too, so
// they are made here.
function inflated(id) {
  const characters = atob(document.getElementById(id).textContent);
  const packed = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

// The modules of WebAssembly that have been unpacked and not been asked for, by name. They come in the order of their text,
// and those before one that is asked for come with it.
const waiting = new Map();
let unpacking;

async function unpacker() {
  const element = document.getElementById('program');
  const { exports } = (await WebAssembly.instantiate(await inflated('unpacker'))).instance;
  const text = element.textContent;
  const at = exports.reserve(text.length);
  new TextEncoder().encodeInto(text, new Uint8Array(exports.memory.buffer, at, text.length));
  return { exports, coming: element.dataset.modules.split(' ') };
}

// Stands also where the script of a release fetches a chunk.
async function unpacked(name) {
  unpacking ??= unpacker();
  const { exports, coming } = await unpacking;
  while (!waiting.has(name) && coming.length > 0) {
    const [next, size] = coming.splice(0, 2);
    const at = exports.next(Number(size));
    if (at === 0) throw new Error(`${next}: damaged`);
    waiting.set(next, new Uint8Array(exports.memory.buffer, at, Number(size)).slice());
  }
  const bytes = waiting.get(name);
  return new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
}

(async () => {
  const root = document.documentElement;
  // The script in the head has seen that this browser cannot run the app, and says so.
  if (root.getAttribute('data-app') !== 'starting') return;
  // Newer than all else that the app needs, and only needed here, so the head does not ask for it.
  if (typeof DecompressionStream === 'undefined') {
    root.setAttribute('data-app', 'unsupported');
    return;
  }
  // The file as it was before the app changed it, so that the app can save it again.
  const copy = root.cloneNode(true);
  own(copy);
  document.yaodianSource = `<!DOCTYPE html>\n${copy.outerHTML}\n`;
  await INIT({ module_or_path: await (await unpacked('wasm')).arrayBuffer() });
})();
