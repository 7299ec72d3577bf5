(function () {
  var root = document.documentElement;
  function say(state) { root.setAttribute("data-app", state); }
  try {
    var theme = JSON.parse(localStorage.getItem("yaodian.theme"));
    if (theme) root.setAttribute("data-theme", theme);
  } catch (error) {}
  // A module with a function that takes an externref: the newest feature of WebAssembly that the app needs.
  var probe = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0];
  try {
    say("noModule" in HTMLScriptElement.prototype && WebAssembly.validate(new Uint8Array(probe)) ? "starting" : "unsupported");
  } catch (error) {
    say("unsupported");
  }
  function failed(event) {
    var ours = event.target === window || event.target.nodeName === "SCRIPT";
    if (ours && root.getAttribute("data-app") === "starting") say("failed");
  }
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
})();
