// The app as these journeys see it. All elements are found by what they are called on screen.
import { expect } from '@playwright/test';

/** Runs in the page: the visible element that a selector finds and that has a name. */
function named(selector, name) {
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const called = (element) =>
    [element.getAttribute('aria-label'), ...[...(element.labels ?? [])].map(words), words(element)].includes(
      name,
    );
  return [...document.querySelectorAll(selector)].find(
    (element) => element.getClientRects().length > 0 && called(element),
  );
}

export class Page {
  constructor(driver) {
    this.driver = driver;
  }

  /** Loads the page at an address. */
  async open(address) {
    await this.driver.get(address);
  }

  async reload() {
    await this.driver.navigate().refresh();
  }

  run(does, ...args) {
    return this.driver.executeScript(does, ...args);
  }

  find(selector, name) {
    const there = () => this.run(named, selector, name).catch(() => null);
    return this.driver.wait(there, 20_000, `no ${selector} called ${name}`);
  }

  async press(selector, name) {
    const element = await this.find(selector, name);
    // The page may still be scrolling to it.
    await this.run((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }), element);
    await element.click();
  }

  async type(selector, name, text) {
    const field = await this.find(selector, name);
    await field.clear();
    await field.sendKeys(text);
    // WebKit's driver answers before all keys have arrived.
    await this.expect(() => field.getProperty('value'), text);
  }

  /** Chooses a file in a field, which may be hidden behind its label. */
  async give(selector, file) {
    const field = () => this.run((selector) => document.querySelector(selector), selector);
    await (await this.driver.wait(field, 20_000, `no ${selector}`)).sendKeys(file);
  }

  /** The file that the page hands to the browser when something is pressed; not every driver lets it be downloaded. */
  async handed(selector, name) {
    await this.run(() => {
      let blob;
      const make = URL.createObjectURL;
      const { click } = HTMLAnchorElement.prototype;
      URL.createObjectURL = (made) => {
        blob = made;
        return make.call(URL, made);
      };
      HTMLAnchorElement.prototype.click = function () {
        if (!this.hasAttribute('download')) return click.call(this);
        URL.createObjectURL = make;
        HTMLAnchorElement.prototype.click = click;
        const { download } = this;
        const reader = new FileReader();
        reader.onload = () => {
          document.handed = { name: download, base64: reader.result.replace(/^.*?,/, '') };
        };
        reader.readAsDataURL(blob);
      };
    });
    await this.press(selector, name);
    const there = () => this.run(() => document.handed !== undefined);
    await this.driver.wait(there, 60_000, `nothing is handed over by ${name}`);
    const { name: called, base64 } = await this.run(() => document.handed);
    return { name: called, bytes: Buffer.from(base64, 'base64') };
  }

  /** Puts the plan that was read into use, whatever is still doubtful: the page is loaded anew with it. */
  async usePlan(title) {
    await this.press('.review-bar button', '启用');
    await this.press('button', '仍然启用');
    await this.expect(() => this.run(() => location.hash.startsWith('#/@')), true);
    await this.expectLive();
    await this.expectText('header .brand', title);
  }

  /** The value of the first field that a selector finds. */
  value(selector) {
    return this.run((selector) => document.querySelector(selector)?.value, selector);
  }

  /** Writes a text into the first field that a selector finds, and leaves it. */
  async fill(selector, text) {
    const field = await this.run((selector) => {
      const field = document.querySelector(selector);
      field.scrollIntoView({ block: 'center', behavior: 'instant' });
      field.focus();
      field.select();
      return field;
    }, selector);
    await field.sendKeys(text);
    await this.expect(() => this.value(selector), text);
    await this.run((field) => field.blur(), field);
  }

  /** Texts of all that a selector finds, as they are shown. */
  texts(selector) {
    return this.run(
      (selector) => [...document.querySelectorAll(selector)].map((element) => element.innerText.trim()),
      selector,
    );
  }

  /** What is asked of the page becomes, or is, this. */
  async expect(asked, wanted) {
    // While one document takes the place of another, a script has no answer yet.
    await expect.poll(() => asked().catch((error) => `no answer: ${error.message}`)).toEqual(wanted);
  }

  async expectText(selector, text) {
    await this.expect(async () => (await this.texts(selector))[0], text);
  }

  /** How the app is doing. */
  async expectState(state) {
    await this.expect(() => this.run(() => document.documentElement.getAttribute('data-app')), state);
  }

  /** The app runs and has read what is stored. */
  async expectLive() {
    await this.expectState('running');
    await this.find('nav a', '总览');
    await this.expectText('.saved', '已保存');
  }

  /** The plain plan, in the words of the document. */
  async expectPlan() {
    // `innerText` leaves out what is not laid out yet.
    const plan = await this.run(() => document.querySelector('main').textContent);
    expect(plan.replace(/\s/g, '')).toContain('开展打通“断头路”工作情况专题调研');
  }

  async search(text) {
    await this.type('input[type=search]', '搜索', text);
  }

  async expectFound(text) {
    await this.expectText('main mark', text);
  }

  async write(note) {
    await this.type('textarea', '写一条记录', note);
    await this.press('button', '保存记录');
    await this.expectNotes([note]);
    await this.expectText('.saved', '已保存');
  }

  async expectNotes(notes) {
    await this.expect(() => this.texts('.notes li .text'), notes);
  }

  async expectStatus(name) {
    await this.expectText('button[aria-pressed="true"]', name);
  }
}
