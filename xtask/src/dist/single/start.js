// From here on it is the starter of the single file; above is what wasm-bindgen wrote.
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
  await INIT({ module_or_path: await unpacked('wasm').arrayBuffer() });
})();

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

// What the page carries under an id. The policy forbids every fetch, that of a `data:` address too, so the bytes are
// made here.
function unpacked(id) {
  const characters = atob(document.getElementById(id).textContent);
  const packed = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': 'application/wasm' } });
}

// Stands where the script of a release fetches a chunk.
async function partOfPage(name) {
  return unpacked(name);
}
