// Records of a colleague's that pages and files tell of.
import { COLLEAGUE, note, stamp, status } from './ledger.js';

/** Notes by their keys. */
export const notes = (...notes) => Object.fromEntries(notes);

/** What a colleague has recorded. The court's report belongs to law, m7-1 to law as well, s2-1 to another unit. */
export const RECORDED = {
  items: {
    's2-9': {
      status: status('done', '2023-07-10T10:00', { reason: '已印发' }),
      notes: notes(note('已收到材料\n共三份', '2023-07-08T15:30'), note('已对接', '2023-06-28T09:05')),
    },
    'm6-1': { notes: notes(note('尚欠两个镇街的数据', '2023-07-13T08:30')) },
    's2-6': { status: status('postponed', '2023-06-30T17:00', { month: 9, reason: '等上级文件' }) },
    's4-1': { status: status('cancelled', '2023-07-12T08:31', { reason: '与省人大调研合并' }) },
    's2-1': { date: { value: '2023-07-05', stamp: stamp('2023-07-05T16:00') } },
  },
  authors: { [COLLEAGUE]: { value: { name: '李红', unit: 'law' }, stamp: stamp('2023-06-01T08:00') } },
};

/** Lets the clock of a page stand at a moment in China. */
export const at = (page, moment) => page.clock.setFixedTime(new Date(`${moment}:00+08:00`));
