// One line per engine: the program that drives it, and what to ask that program for. Each engine can be told to be
// without WebAssembly, as a browser below the floor is.

import { FLAGS } from '../support/chromium.js';

const GECKO_PREFS = {
  // What files may do to each other is strict by default; that the page works with it is what is tested.
  'security.fileuri.strict_origin_policy': true,
  // The address that is asked for is opened as it is, and nothing is asked for behind the test's back.
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};

export const ENGINES = {
  chromium: {
    driver: (port) => [program('CHROMEDRIVER', 'chromedriver'), `--port=${port}`],
    ask: ({ profile, wasm }) => ({
      browserName: 'chrome',
      webSocketUrl: true,
      'goog:chromeOptions': {
        binary: program('CHROMIUM', '/usr/bin/chromium'),
        args: [
          '--headless=new',
          ...FLAGS,
          `--user-data-dir=${profile}`,
          // Without compiling at run time it has none.
          ...(wasm ? [] : ['--js-flags=--jitless']),
        ],
      },
    }),
    /** Whether it can be told where to keep its profile. */
    keepsProfile: true,
    /** Whether it can be asked about a page that is still being loaded. */
    seesLoading: true,
  },
  firefox: {
    // The port for BiDi is any that is free, or else two browsers at a time want the same one.
    driver: (port) => {
      const ports = ['--port', `${port}`, '--websocket-port', '0'];
      return [program('GECKODRIVER', 'geckodriver'), ...ports, '--log', 'fatal'];
    },
    ask: ({ profile, wasm }) => ({
      browserName: 'firefox',
      webSocketUrl: true,
      'moz:firefoxOptions': {
        binary: program('FIREFOX', '/usr/bin/firefox-esr'),
        args: ['-headless', '-profile', profile],
        prefs: { ...GECKO_PREFS, 'javascript.options.wasm': wasm },
      },
    }),
    keepsProfile: true,
    seesLoading: true,
  },
  webkit: {
    driver: (port) => [program('WEBKIT_DRIVER', 'WebKitWebDriver'), `--port=${port}`],
    ask: () => ({
      browserName: 'MiniBrowser',
      // Its driver gets lost in pages that are not loaded to the end.
      pageLoadStrategy: 'normal',
      'webkitgtk:browserOptions': {
        binary: program('MINIBROWSER', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'),
        // It has no BiDi, so what the console says is read from what it prints.
        args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
      },
    }),
    environment: ({ wasm }) => (wasm ? {} : { JSC_useWasm: 'false' }),
    // Driven by WebDriver, it keeps everything in memory.
    keepsProfile: false,
    seesLoading: false,
    // It has no mode without windows.
    display: true,
  },
};

function program(variable, usual) {
  return process.env[variable] || usual;
}
