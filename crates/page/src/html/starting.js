(function () {
  var root = document.documentElement;
  function say(state) {
    root.setAttribute('data-app', state);
  }
  try {
    var theme = JSON.parse(localStorage.getItem('yaodian.theme'));
    if (theme) root.setAttribute('data-theme', theme);
  } catch (error) {}
  // The plan to read is the page's own, and the address may be another's, see `src/route/plan.rs`.
  try {
    var hash = location.hash.slice(1);
    var other = hash ? /^\/@/.test(hash) : localStorage.getItem('yaodian.last-plan');
    if (other || /(^|,)yaodian\.kept\//.test(Object.keys(localStorage))) root.setAttribute('data-other', '');
  } catch (error) {}
  // A module with a function that takes an externref: the newest feature of WebAssembly that the app needs.
  var probe = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];
  try {
    say(
      'noModule' in HTMLScriptElement.prototype && WebAssembly.validate(new Uint8Array(probe))
        ? 'starting'
        : 'unsupported'
    );
  } catch (error) {
    say('unsupported');
  }
  // The app is mostly there in a moment, and takes the plan's place: until then the plan is held back (static.css), so
  // that a page is laid out once, and nobody sees one flash by. It is shown when the moment is over, come what may.
  if (root.getAttribute('data-app') === 'starting') {
    root.setAttribute('data-held', '');
    // The app scrolls by itself where Back and Forward lead to, see `src/browser/hash.rs`.
    history.scrollRestoration = 'manual';
    setTimeout(release, 200);
  }
  function release() {
    root.removeAttribute('data-held');
    // Browsers have looked for it by now, and found nothing to scroll to.
    var target = document.querySelector('#before :target');
    if (target) target.scrollIntoView();
  }
  function failed(event) {
    var ours = event.target === window || event.target.nodeName === 'SCRIPT';
    var state = root.getAttribute('data-app');
    if (ours && state === 'starting') say('failed');
    if (state === 'running' && (event.error || event.reason) instanceof WebAssembly.RuntimeError) crashed();
  }
  // WebAssembly does not go on after such an error: the page would stay as it is, and say nothing.
  function crashed() {
    say('crashed');
    var notice = document.createElement('div');
    notice.className = 'update crash';
    notice.setAttribute('role', 'alert');
    // A dialog that is open leaves nothing outside of it within reach.
    (document.querySelector('dialog[open]') || document.body).appendChild(notice);
    var text = document.createElement('span');
    text.textContent = '程序出了问题，页面可能不再更新。已保存的内容仍在，请重新载入。';
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = '重新载入';
    button.addEventListener('click', function () {
      location.reload();
    });
    notice.appendChild(text);
    notice.appendChild(button);
  }
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', failed);
})();
