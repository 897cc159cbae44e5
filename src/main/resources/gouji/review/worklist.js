import { $, ask, listAddress, make, number, whenSpoken, word } from './page.js';
import { chooseCell, chooseNone, decide, show, shown, whenDecided } from './report.js';
import { answerIt, isMatter, noMatter, showMatter, undo, whenSettled } from './matter.js';

const state = { items: [], at: -1, settledAt: -1, group: '', found: 0, open: {} };
const LOOKED_UP = ['report', 'input'];

/** The view, with the filter its address names. */
export function showList(filter) {
  const kind = filter.get('kind') ?? '';
  state.group = filter.get('group') ?? '';
  $('kind').replaceChildren(make('option', kind, { value: kind }));
  $('kind').value = kind;
  state.at = -1;
  loadList();
}

function go() {
  const filter = {};
  if ($('kind').value) filter.kind = $('kind').value;
  if (state.group) filter.group = state.group;
  const hash = listAddress(filter);
  if (location.hash === hash) loadList();
  else location.hash = hash;
}

let asked = 0;
async function loadList(from = 0) {
  const mine = ++asked;
  const kind = $('kind').value;
  const query = new URLSearchParams({ kind, group: state.group, q: $('search').value,
    settled: $('settled').checked ? 'yes' : '', from });
  let list;
  try {
    list = await ask('/api/worklist?' + query);
  } catch (problem) {
    $('count').textContent = problem.message;
    return;
  }
  if (mine !== asked) return; // asked again meanwhile
  const key = item => item && [item.kind, item.report, item.code, item.input].join('\n');
  const before = key(state.items[state.at]);
  const more = from > 0;
  state.items = more ? state.items.concat(list.items) : list.items;
  const again = state.items.findIndex(item => key(item) === before);
  if (!more) state.settledAt = again < 0 && before ? state.at : -1;
  state.at = again;
  state.open = list.open;
  state.found = list.found;
  kinds(kind, list);
  const open = Object.values(list.open).reduce((a, b) => a + b, 0);
  $('count').textContent = `${number(open)} ${word('open')} · ${number(list.found)} ${word('found')}`;
  $('group').hidden = !state.group;
  $('group-name').textContent = groupName();
  if (!more) $('items').replaceChildren();
  $('items').append(...list.items.map((item, i) => line(item, from + i)));
  $('more').hidden = state.items.length >= list.found;
  mark();
}

function kinds(chosen, list) {
  const counts = { ...list.open, report: list.reports, input: list.inputs };
  $('kind').replaceChildren(make('option', word('all'), { value: '' }),
    ...Object.entries(counts).map(([kind, n]) => make('option', `${word(kind)} (${number(n)})`, { value: kind })));
  $('kind').value = chosen;
}

function groupName() {
  const [kind, ...rest] = state.group.split(':');
  const name = rest.join(':');
  return `${word('group_' + kind)} ${kind === 'status' ? word(name === 'quarantined' ? 'q' : name) : name.replaceAll('*', word('all'))}`;
}

function line(item, i) {
  const button = make('button', '', { type: 'button' });
  const code = LOOKED_UP.includes(item.kind) ? (item.code && word(item.code)) : item.code;
  const who = [item.issuer, item.year].filter(part => part).join(' ');
  const where = [item.kind === 'body' ? '' : who, item.input].filter(part => part).join(' · ');
  const heads = [item.heading, code, where, item.text + (item.settled ? ' · ' + word('done') : '')];
  button.append(make('span', word(item.kind), { class: 'kind ' + item.kind }), ...heads.filter(h => h).map(h => make('small', h)));
  button.addEventListener('click', () => choose(i));
  const li = make('li');
  li.append(button);
  return li;
}

function mark() {
  [...$('items').querySelectorAll('button')].forEach((b, i) => b.setAttribute('aria-current', String(i === state.at)));
  $('items').querySelectorAll('button')[state.at]?.scrollIntoView({ block: 'nearest' });
}

let choosing = 0;
async function choose(i) {
  if (i < 0 || i >= state.items.length) return;
  const mine = ++choosing;
  state.at = i;
  state.settledAt = -1;
  mark();
  const item = state.items[i];
  $('message').textContent = '';
  if (item.matter) { $('hint').hidden = true; showMatter(item); }
  else noMatter();
  if (!item.report) { without(item); return; }
  if (shown.id !== item.report) {
    try {
      const report = await ask('/api/reports/' + item.report);
      if (mine !== choosing) return; // chosen away from while it came
      shown.code = '';
      show(report, item.report);
    } catch (problem) {
      if (mine !== choosing) return;
      without(item, problem.message);
      return;
    }
  }
  $('report').hidden = false;
  $('hint').hidden = true;
  if (item.matter) chooseNone();
  else chooseCell(shown.report.cells.some(c => c.code === item.code) ? item.code : cellOfCheck(item.code));
  if (matchMedia('(max-width: 60rem)').matches) $('settling').scrollIntoView({ block: 'start' });
}

/** What there is to say of an input that gave no report. */
function without(item, message = '') {
  $('report').hidden = true;
  $('hint').hidden = Boolean(item.matter);
  shown.id = '';
  $('hint').replaceChildren(make('h2', item.input), make('p', message || item.text || word('noReport')));
}

/** The cell a check is about: the sum on its left or right, the first of its cells otherwise. */
function cellOfCheck(at) {
  const { checks, cells } = shown.report;
  const check = checks.find(c => c.at === at);
  const [, table, row, column] = at.split(' ');
  const whole = cells.find(c => c.table === table && c.row === row && c.column === column);
  return whole?.code ?? check?.left[0]?.cell ?? cells[0]?.code ?? '';
}

/** What a key does in this view. */
export const keys = {
  j: () => choose(state.settledAt >= 0 ? state.settledAt : state.at + 1),
  k: () => choose((state.settledAt >= 0 ? state.settledAt : state.at) - 1),
  a: () => decide('accept'),
  e: () => { $('after').focus(); $('after').select(); },
  w: () => decide('report-wrong'),
  s: () => { if (isMatter()) answerIt(); },
  u: () => { if (isMatter() && !shown.code) undo(); else decide('undo'); },
};

whenDecided(() => loadList());
whenSettled(() => loadList());
$('kind').addEventListener('change', () => { state.at = -1; go(); });
$('settled').addEventListener('change', () => { state.at = -1; loadList(); });
$('group-off').addEventListener('click', () => { state.group = ''; go(); });
$('more').addEventListener('click', () => loadList(state.items.length));
let typing;
$('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => loadList(), 200); });
whenSpoken(() => { if (!$('view-list').hidden && asked) loadList(); });
