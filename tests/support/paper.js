// What a page looks like on paper: the text of each sheet of its PDF.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Characters that fonts draw like others, and that a PDF may name instead of them. */
const ALIKE = { '⺠': '民', '⻅': '见', '⻆': '角', '⻋': '车', '⻓': '长', '⻔': '门', '⻚': '页', '⻛': '风', '⻝': '食', '⻘': '青', '―': '—' };

/** Text as it can be compared across a PDF: without spaces, and with one code for characters that look alike. */
export function plain(text) {
  return text.replace(/\s/g, '').replace(/[⺀-⻿―]/g, (one) => ALIKE[one] ?? one).normalize('NFKC');
}

/** Prints the page on A4; resolves to the text of each sheet, and the sheets' sizes in millimetres. */
export async function print(page) {
  const data = new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const sheets = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const sheet = await pdf.getPage(at);
    const { items } = await sheet.getTextContent();
    const [, , width, height] = sheet.view;
    const millimetres = (points) => Math.round((points / 72) * 25.4);
    sheets.push({
      text: plain(items.map((item) => item.str).join('')),
      size: [millimetres(width), millimetres(height)],
    });
  }
  await pdf.destroy();
  return sheets;
}
