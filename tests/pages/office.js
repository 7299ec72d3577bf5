// Files for Word and Excel, wherever they are offered; and a form that somebody fills in.
import JSZip from 'jszip';
import { Exports } from './exports.js';

export class OfficeFiles extends Exports {
  constructor(app) {
    super(app);
    const button = (part, name) => part.getByRole('button', { name, exact: true });
    /** On 数据. */
    this.part = app.main.locator('.office-files');
    this.ledger = button(this.part, '工作台账（Excel）');
    this.forms = button(this.part, '填报表（全部）');
    this.form = button(this.part, '填报表（Excel）');
    this.unit = this.part.getByLabel('填报单位');
    this.plan = button(this.part, '计划全文（Word）');
    this.schedule = button(this.part, '安排表（Word）');
    this.scheduleProgress = button(this.part, '安排表和进展（Word）');
    this.monthly = button(this.part, '月度计划（Word）');
    this.monthlyProgress = button(this.part, '月度计划和进展（Word）');
    this.supervision = button(this.part, '督办单（Word）');
    /** In the filter bar. */
    this.excel = button(app.filters.bar, '导出 Excel');
    this.word = button(app.filters.bar, '导出 Word');
    /** On 进展通报, on a meeting, on an item. */
    this.bulletin = button(app.main, '导出 Word');
    this.agenda = button(app.main, '议程（Word）');
    this.supervise = app.page.getByRole('button', { name: '督办单（Word）', exact: true });
  }

  /** A document: its name, and the text of each paragraph. */
  async document(button) {
    const { name, bytes } = await this.download(button);
    const xml = await part(bytes, 'word/document.xml');
    const paragraphs = xml.split('</w:p>').map((piece) => texts(piece, 'w:t').join(''));
    return { name, paragraphs: paragraphs.filter((text) => text !== '') };
  }

  /** A workbook: its name, its bytes, its sheets, and all texts in it. */
  async workbook(button) {
    const { name, bytes } = await this.download(button);
    const sheets = [...(await part(bytes, 'xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"/g)];
    const shared = texts(await part(bytes, 'xl/sharedStrings.xml'), 't');
    return { name, bytes, sheets: sheets.map(([, sheet]) => sheet), shared };
  }
}

/** Writes into the row of an item in a form; each of `fields` is a column's heading with what is written. */
export async function fillIn(bytes, rows) {
  const zip = await JSZip.loadAsync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  let xml = await zip.file(path).async('string');
  const shared = texts(await zip.file('xl/sharedStrings.xml').async('string'), 't');
  const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*t="s"><v>(\d+)<\/v>/g)];
  const at = (text) => cells.find(([, , , index]) => shared[Number(index)] === text);
  for (const [id, fields] of Object.entries(rows)) {
    const [, , row] = at(id);
    for (const [heading, text] of Object.entries(fields)) {
      const cell = `${at(heading)[1]}${row}`;
      const blank = new RegExp(`<c r="${cell}"( s="\\d+")/>`);
      if (!blank.test(xml)) throw new Error(`${cell} cannot be filled in`);
      xml = xml.replace(blank, `<c r="${cell}"$1 t="inlineStr"><is><t>${text}</t></is></c>`);
    }
  }
  zip.file(path, xml);
  return zip.generateAsync({ type: 'nodebuffer' });
}

/** A zip file of some of the forms in another one, filled in; `forms` has the rows of each by its name. */
export async function refill(bytes, forms) {
  const given = await JSZip.loadAsync(bytes);
  const back = new JSZip();
  for (const [name, rows] of Object.entries(forms)) {
    back.file(name, await fillIn(await given.file(name).async('nodebuffer'), rows));
  }
  return back.generateAsync({ type: 'nodebuffer' });
}

/** The names of the files in a zip file. */
export async function names(bytes) {
  return Object.keys((await JSZip.loadAsync(bytes)).files);
}

async function part(bytes, name) {
  return (await JSZip.loadAsync(bytes)).file(name).async('string');
}

/** The texts of all elements of a name. */
function texts(xml, name) {
  const found = xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'));
  const plain = (text) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  return [...found].map(([, text]) => plain(text));
}
