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
  for (const name of ['data-app', 'data-held', 'data-theme']) copy.removeAttribute(name);
  document.yaodianSource = `<!DOCTYPE html>\n${copy.outerHTML}\n`;
  await INIT({ module_or_path: await unpacked('wasm').arrayBuffer() });
})();

// What the page carries under an id. The policy forbids every fetch, that of a `data:` address too, so the bytes are
// made here.
function unpacked(id) {
  const characters = atob(document.getElementById(id).textContent);
  const packed = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': 'application/wasm' } });
}

// Stands where the script of a release fetches a part of the app.
async function partOfPage(name) {
  return unpacked(name);
}
