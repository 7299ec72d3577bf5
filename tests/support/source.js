// The document, read by a second, independent reader: from source.txt, with nothing taken from the app's importer or
// from plan.json, so that a mistake there cannot hide here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = new URL('../../plans/nanhai-2023/source.txt', import.meta.url);

/** The committees in the order in which the document first has to name all of them: the order of the screen. */
export const UNITS = ['办公室', '财经工委', '城建环资工委', '教科文卫工委', '法制工委', '选联工委'];

/** Names of the units in links. */
export const UNIT_IDS = {
  办公室: 'office',
  财经工委: 'finance',
  城建环资工委: 'urban',
  教科文卫工委: 'edu',
  法制工委: 'law',
  选联工委: 'deputy',
};

/** The row of those items that no single unit leads. */
export const SHARED = '各工委（室）';

/**
 * Annex 2 lists units by month. Where their number differs from the number of tasks, a person has read who does what;
 * this is that reading, task by task.
 */
const READ = {
  1: ['财经工委', '财经工委', '选联工委'],
  2: ['办公室', '城建环资工委', '教科文卫工委', '选联工委', '选联工委'],
  9: ['财经工委', '财经工委', '教科文卫工委'],
  12: ['财经工委', '财经工委', '教科文卫工委', '选联工委'],
};

/** Reads the document. */
export function readSource() {
  const text = readFileSync(fileURLToPath(FILE), 'utf8');
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const first = lines.indexOf('附件 1');
  const second = lines.indexOf('附件 2');
  const body = lines.slice(0, lines.findIndex((line) => line.startsWith('附件：')));
  const { title, sections, points } = readBody(body);
  const { categories, items: schedule } = readSchedule(lines.slice(first, second));
  const monthly = readMonthly(lines.slice(second));
  return { title, sections, points, categories, schedule, monthly, items: [...schedule, ...monthly] };
}

/** A blank line inside a point is a page break, so what follows it belongs to the point. */
function readBody(lines) {
  const title = lines.find((line) => line !== '');
  const sections = [];
  const points = [];
  for (const line of lines.filter((line) => line !== '')) {
    const point = /^(\d+)\. (.*)$/.exec(line);
    if (/^[一二三四五六七八九十]+、/.test(line)) {
      sections.push(line);
    } else if (point) {
      points.push({ no: Number(point[1]), text: point[2].replaceAll('**', '') });
    } else if (points.length > 0) {
      points.at(-1).text += line;
    }
  }
  return { title, sections, points };
}

/** A serial number that starts again at 1 opens the next category; its name may come only after a page break. */
function readSchedule(lines) {
  const categories = [];
  const items = [];
  for (const line of lines) {
    const cells = line.split('\t');
    if (cells.length < 6 || cells[0] === '类别') continue;
    const [category, no, title, who, when, standing = '', chairpersons = ''] = cells;
    if (no === '1') categories.push({ no: categories.length + 1, name: '', stated: 0 });
    const current = categories.at(-1);
    const heading = /^(.*?)\s*[（(](\d+)项[)）]$/.exec(category);
    if (heading) {
      current.name = heading[1].replaceAll(' ', '');
      current.stated = Number(heading[2]);
    }
    const meetings = [standing && '常委会会议', chairpersons && '主任会议'].filter(Boolean);
    const period = readPeriod(when);
    items.push({
      id: `s${current.no}-${no}`,
      no: Number(no),
      category: current.no,
      title,
      who,
      when,
      meetings,
      remark: '',
      ...period,
      ...readUnits(who),
    });
  }
  return { categories, items };
}

function readPeriod(text) {
  const months = /^(\d+)(?:-(\d+))?月$/.exec(text);
  if (months) return { first: Number(months[1]), last: Number(months[2] ?? months[1]) };
  return { first: null, last: null, wholeYear: text === '全年' };
}

/** The unit that is named first leads, the others take part; 选联 is short for 选联工委. */
function readUnits(text) {
  const names = text.split(/[、及]/).map((name) => (name === '选联' ? '选联工委' : name));
  const units = names.filter((name) => UNITS.includes(name));
  return { lead: units[0] ?? SHARED, units };
}

function readMonthly(lines) {
  const items = [];
  for (const line of lines) {
    const [time, content, unitsText, remark = ''] = line.split('\t');
    const month = Number(/^(\d+) ?月$/.exec(time)?.[1]);
    if (!month) continue;
    const tasks = content
      .split(/(?:^|\s)\d+\. /)
      .map((task) => task.trim().replace(/[;；。]$/, ''))
      .filter(Boolean);
    const units = unitsText.split(' ');
    const pairing = units.length === tasks.length ? units : READ[month];
    tasks.forEach((title, at) => {
      // One task states months of its own.
      const own = /\((\d+)-(\d+)月\)$/.exec(title);
      items.push({
        id: `m${month}-${at + 1}`,
        no: at + 1,
        month,
        title,
        who: pairing[at],
        meetings: [],
        remark,
        first: Number(own?.[1] ?? month),
        last: Number(own?.[2] ?? month),
        ...readUnits(pairing[at]),
      });
    });
  }
  return items;
}

/** Where an item stands in a month of the year, or in a later year, when nothing but the document is known. */
export function standing(item, month) {
  if (item.remark === '已完成') return '已完成';
  if (month === 'closed') return '未记录';
  return item.last !== null && item.last < month ? '已逾期' : '未开始';
}

/** Whether an item falls in a month. */
export function covers(item, month) {
  return item.first !== null && item.first <= month && month <= item.last;
}

/** The months of the year. */
export const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
