// Starts a browser and what drives it, and ends both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Builder } from 'selenium-webdriver';
import { ENGINES } from './engines.js';

/** A browser of an engine, with a list of what its pages complain of, and `close`. */
export async function launch(name, options) {
  const engine = ENGINES[name];
  const port = await freePort();
  const [program, ...words] = engine.driver(port);
  const environment = { ...process.env, ...options.environment, ...engine.environment?.(options) };
  const process_ = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const complaints = [];
  process_.stdout.setEncoding('utf8').on('data', (text) => complaints.push(...printed(text)));
  const ends = once(process_, 'exit');
  const end = () => process_.kill() && ends;
  try {
    const server = `http://127.0.0.1:${port}`;
    await Promise.race([ends.then(failed), answers(`${server}/status`)]);
    // Enough of the page is there, what it loads need not be.
    const asked = { pageLoadStrategy: 'eager', ...engine.ask(options) };
    // No environment variable of Selenium's changes where that is.
    const builder = new Builder().disableEnvironmentOverrides().usingServer(server).withCapabilities(asked);
    const driver = await builder.build();
    if (asked.webSocketUrl) await listen(driver, complaints);
    return { driver, complaints, close: () => driver.quit().finally(end) };
  } catch (error) {
    await end();
    throw error;
  }

  function failed([code]) {
    throw new Error(`${program} ended (${code}) before it was asked for anything`);
  }
}

/** A display for browsers that cannot do without, and `close`. */
export async function display() {
  // Which number is free is what it finds out, and tells by the fourth of its files.
  const words = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const server = spawn(process.env.XVFB || 'Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ends = once(server, 'exit');
  const none = () => Promise.reject(new Error('Xvfb ended before there was a display'));
  const [number] = await Promise.race([ends.then(none), once(server.stdio[3].setEncoding('utf8'), 'data')]);
  return { environment: { DISPLAY: `:${number.trim()}` }, close: () => server.kill() && ends };
}

/** BiDi, where there is one: everything that the console is told, from before the page's first script on. */
async function listen(driver, complaints) {
  const bidi = await driver.getBidi();
  bidi.socket.on('message', (data) => {
    const { method, params } = JSON.parse(data);
    const grave = method === 'log.entryAdded' && ['error', 'warn'].includes(params.level);
    if (grave) complaints.push(`${params.level}: ${params.text}`);
  });
  await bidi.subscribe('log.entryAdded');
  const watch = () =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error('policy', event.violatedDirective, event.blockedURI),
    );
  await bidi.send({ method: 'script.addPreloadScript', params: { functionDeclaration: `${watch}` } });
}

/** What WebKit prints of its console. */
function printed(text) {
  return text.split('\n').filter((line) => /^CONSOLE .*\b(ERROR|WARN|EXCEPTION)\b/.test(line));
}

async function answers(address) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await fetch(address);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      // Between two attempts others get their turn.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
