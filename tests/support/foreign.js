// Progress files of other people, as far as a test needs them.
const PLAN = 'nanhai-2023';
/** When they wrote what they wrote, unless a test says otherwise. */
export const AT = Date.parse('2023-07-10T09:00:00+08:00');

const stamp = (at, by) => `${at}-0-${by}`;

function file(by, name, register, plan = { id: PLAN }) {
  const authors = { [by]: { value: { name, unit: null }, stamp: stamp(AT, by) } };
  return JSON.stringify({
    format: 'yaodian-progress',
    version: 1,
    plan: plan.id,
    plan_title: plan.title,
    saved_by: by,
    authors,
    items: register,
  });
}

/** One note on one item; `first` wrote it, and `by` wrote its text as it is now. `plan` is another plan. */
export function noted(by, name, text, { item = 's4-1', first = by, at = AT, plan } = {}) {
  const note = `${stamp(AT, first)}-00000000`;
  return file(by, name, { [item]: { notes: { [note]: { value: text, stamp: stamp(at, by) } } } }, plan);
}

/** The status of s4-1. */
export function judged(by, name, status, at = AT) {
  const value = { status, month: null, reason: '' };
  return file(by, name, { 's4-1': { status: { value, stamp: stamp(at, by) } } });
}
