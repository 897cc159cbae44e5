import { $, ask, draw, listAddress, make, number, whenSpoken, word } from './page.js';

const state = { items: [], at: -1, report: null, id: '', code: '', settledAt: -1, group: '', found: 0, open: {} };
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
  return `${word('group_' + kind)} ${kind === 'status' ? word(name) : name}`;
}

function line(item, i) {
  const button = make('button', '', { type: 'button' });
  const code = LOOKED_UP.includes(item.kind) ? (item.code && word(item.code)) : item.code;
  button.append(make('span', word(item.kind), { class: 'kind ' + item.kind }), make('small', code || item.input),
    make('small', code ? item.input : ''), make('small', item.text + (item.settled ? ' · ' + word('done') : '')));
  button.addEventListener('click', () => choose(i));
  const li = make('li');
  li.append(button);
  return li;
}

function mark() {
  [...$('items').querySelectorAll('button')].forEach((b, i) => b.setAttribute('aria-current', String(i === state.at)));
  $('items').querySelectorAll('button')[state.at]?.scrollIntoView({ block: 'nearest' });
}

async function choose(i) {
  if (i < 0 || i >= state.items.length) return;
  state.at = i;
  state.settledAt = -1;
  mark();
  const item = state.items[i];
  $('message').textContent = '';
  if (!item.report) { without(item); return; }
  if (state.id !== item.report) {
    try {
      const report = await ask('/api/reports/' + item.report);
      if (state.items[state.at] !== item) return; // chosen away from while it came
      state.id = item.report;
      state.code = '';
      show(report);
    } catch (problem) {
      without(item, problem.message);
      return;
    }
  }
  $('report').hidden = false;
  $('hint').hidden = true;
  const codes = state.report.cells.map(c => c.code);
  chooseCell(codes.includes(item.code) ? item.code : cellOfCheck(item.code));
}

/** What there is to say of an input that gave no report. */
function without(item, message = '') {
  $('report').hidden = true;
  $('hint').hidden = false;
  $('hint').replaceChildren(make('h2', item.input), make('p', message || item.text || word('noReport')));
}

/** The cell a check is about: the sum on its left or right, the first of its cells otherwise. */
function cellOfCheck(at) {
  const check = state.report.checks.find(c => c.at === at);
  const [, table, row, column] = at.split(' ');
  const whole = state.report.cells.find(c => c.table === table && c.row === row && c.column === column);
  return whole?.code ?? check?.left[0]?.cell ?? state.report.cells[0]?.code ?? '';
}

function show(report) {
  state.report = report;
  $('hint').hidden = true;
  $('report').hidden = false;
  if (!$('who').value) $('who').value = report.who ?? '';
  $('title').textContent = report.row.title || report.row.input;
  $('about').textContent = [report.row.issuer, report.row.year, report.row.template, report.row.input, state.id]
    .filter(part => part).join(' · ');
  const tables = [...new Set(report.cells.map(c => c.table))];
  const table = $('table').value;
  $('table').replaceChildren(...tables.map(t => make('option', t, { value: t })));
  if (tables.includes(table)) $('table').value = table;
  const pages = Math.max(Number(report.row.pages) || 1, 1);
  const page = $('page').value;
  $('page').replaceChildren(...Array.from({ length: pages }, (_, i) => make('option', String(i + 1), { value: i + 1 })));
  if (Number(page) <= pages && page) $('page').value = page;
  $('findings').replaceChildren(...report.findings.filter(f => f.severity !== 'info').map(f => make('li', `${f.code}: ${f.message}`)));
  $('findings').hidden = !$('findings').children.length;
  grid();
  picture();
}

function grid() {
  const cells = state.report.cells.filter(c => c.table === $('table').value && c.state !== 'absent');
  const inOrder = (axis, order) => [...new Map([...cells].sort((a, b) => a[order] - b[order]).map(c => [c[axis], c[axis + 'Label']]))];
  const columns = inOrder('column', 'columnAt');
  const rows = inOrder('row', 'rowAt');
  const at = new Map(cells.map(c => [c.row + '\n' + c.column, c]));
  const table = make('table');
  const head = make('tr');
  head.append(make('td'), ...columns.map(([code, label]) => make('th', label, { scope: 'col', title: code })));
  table.append(head);
  for (const [row, label] of rows) {
    const tr = make('tr');
    tr.append(make('th', label, { scope: 'row', title: row }));
    for (const [column] of columns) {
      const cell = at.get(row + '\n' + column);
      tr.append(cell ? link(make('td', cell.value, { class: cell.state, 'data-code': cell.code }), cell) : make('td'));
    }
    table.append(tr);
  }
  $('grid').replaceChildren(cells.length ? table : make('p', word('noTable')));
  over(state.code, 'chosen');
}

function link(element, cell) {
  element.addEventListener('mouseenter', () => over(cell.code, 'over'));
  element.addEventListener('mouseleave', () => over('', 'over'));
  element.addEventListener('click', () => chooseCell(cell.code));
  return element;
}

function over(code, name) {
  document.querySelectorAll('[data-code]').forEach(e => e.classList.toggle(name, e.dataset.code === code && code !== ''));
}

/** The next cell of the table in a direction. */
function step(down, right) {
  const td = $('grid').querySelector('td.chosen');
  const rows = [...$('grid').querySelectorAll('tr')];
  if (!td) return;
  let y = rows.indexOf(td.parentElement);
  let x = td.cellIndex;
  for (;;) {
    y += down;
    x += right;
    const next = rows[y]?.cells[x];
    if (!next) return;
    if (next.dataset.code) { chooseCell(next.dataset.code); return; }
  }
}

let drawn = '';
async function picture() {
  const wanted = `${state.id}/pages/${$('page').value}`;
  let response;
  let blob = null;
  try {
    response = await fetch('/api/reports/' + wanted);
    if (response.status === 200) blob = await response.blob();
  } catch {
    $('message').textContent = word('noServer');
  }
  if (wanted !== `${state.id}/pages/${$('page').value}`) return;
  if (drawn) URL.revokeObjectURL(drawn);
  drawn = '';
  const here = state.report.cells.filter(c => c.page === Number($('page').value) && c.box);
  let width = Math.max(595, ...here.map(c => c.box[2] + 20));
  let height = Math.max(200, ...here.map(c => c.box[3] + 20));
  const svg = draw('svg');
  if (blob) {
    width = Number(response.headers.get('X-Width-Pt'));
    height = Number(response.headers.get('X-Height-Pt'));
    drawn = URL.createObjectURL(blob);
    svg.append(draw('image', { href: drawn, width, height }));
  }
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', width * $('zoom').value / 100);
  svg.setAttribute('aria-hidden', 'true');
  for (const cell of here) {
    const [x0, y0, x1, y1] = cell.box;
    const rect = draw('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, class: cell.state });
    rect.dataset.code = cell.code;
    svg.append(link(rect, cell));
  }
  $('picture').replaceChildren(...(blob ? [] : [make('p', word('none'))]), ...(blob || here.length ? [svg] : []));
  over(state.code, 'chosen');
  center();
}

/** Scrolls the picture alone, so that the page stays where it is. */
function center() {
  const box = $('picture');
  const rect = [...box.querySelectorAll('rect')].find(r => r.dataset.code === state.code);
  if (!rect) return;
  const [a, b] = [rect.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollBy(a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2);
}

function sum(terms) {
  return terms.map((t, i) => (t.weight < 0 ? ' − ' : i ? ' + ' : '') + (Math.abs(t.weight) > 1 ? Math.abs(t.weight) + '×' : '')
    + (t.value ?? word('blank'))).join('');
}

const result = code => word('r_' + code);

function chooseCell(code) {
  state.code = code;
  const cell = state.report.cells.find(c => c.code === code);
  if (!cell) return;
  if ($('table').value !== cell.table) { $('table').value = cell.table; grid(); }
  if (cell.page > 0 && Number($('page').value) !== cell.page) { $('page').value = cell.page; picture(); }
  over(code, 'chosen');
  center();
  const chosen = $('grid').querySelector('td.chosen');
  if (chosen) {
    const [a, b] = [chosen.getBoundingClientRect(), $('grid').getBoundingClientRect()];
    $('grid').scrollBy(a.left < b.left + 120 ? a.left - b.left - 120 : Math.max(0, a.right - b.right + 20),
      a.top < b.top + 60 ? a.top - b.top - 60 : Math.max(0, a.bottom - b.bottom + 20));
  }
  const parts = [make('strong', `${cell.rowLabel} · ${cell.columnLabel}`),
    make('p', `${cell.value === '' ? word('blank') : cell.value} ${cell.unit} · ${word('read')}: “${cell.raw}” · ${word('state')}: ${word('s_' + cell.state)}`
      + ` (${Number(cell.confidence).toFixed(2)})` + (cell.place ? ' · ' + cell.place : ''))];
  const checks = state.report.checks.filter(c => [...c.left, ...c.right].some(t => t.cell === code));
  parts.push(...listOf('identities', checks.map(c => [`${c.at}: ${sum(c.left)} = ${c.sums[0]}; ${sum(c.right)} = ${c.sums[1]} → ${result(c.result)}`, c.result]),
    state.report.others.filter(c => `${c.table}.${c.row}.${c.column}` === code)
      .map(c => [`${c.check}: ${c.left ?? ''} / ${c.right ?? ''} → ${result(c.result)}`, c.result])));
  parts.push(...listOf('readings', cell.readings.map(r => [`“${r.text}” ${Number(r.score).toFixed(2)}`, ''])));
  const log = state.report.log.filter(c => `${c.table}.${c.row}.${c.column}` === code);
  parts.push(...listOf('log', log.map(c => [`${c.when} ${c.who}: ${word('d_' + c.decision.toLowerCase())} ${c.before ?? word('blank')} → ${c.after ?? word('blank')} ${c.reason}`, ''])));
  $('cell').replaceChildren(...parts);
  $('decide').hidden = false;
  $('after').value = cell.value;
  $('reason').value = '';
}

function listOf(title, ...lists) {
  const lines = lists.flat();
  if (!lines.length) return [];
  const ul = make('ul');
  ul.append(...lines.map(([text, name]) => make('li', text, name ? { class: name } : {})));
  return [make('div', word(title)), ul];
}

async function decide(decision) {
  const cell = state.report?.cells.find(c => c.code === state.code);
  if (!cell || $('report').hidden) return;
  const after = $('after').value.trim();
  if (decision === 'edit' && !/^(-?\d+(\.\d+)?)?$/.test(after)) { $('message').textContent = word('E_NOT_A_NUMBER'); return; }
  const body = { report: state.id, code: cell.code, decision, after: decision === 'edit' ? after : '',
    reason: $('reason').value, who: $('who').value, seen: cell.decisions };
  try {
    show(await ask('/api/decisions', { method: 'POST', body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'X-Gouji': '1' } }));
    $('message').textContent = '';
    chooseCell(cell.code);
    $('grid').focus({ preventScroll: true });
    await loadList();
  } catch (problem) {
    if (problem.status === 409) { // shown as it is now, then what the other person decided
      show(await ask('/api/reports/' + state.id));
      chooseCell(cell.code);
      await loadList();
    }
    $('message').textContent = word('lost') + (problem.status ? problem.message : word('noServer'));
  }
}

/** What a key does in this view. */
export const keys = {
  j: () => choose(state.settledAt >= 0 ? state.settledAt : state.at + 1),
  k: () => choose((state.settledAt >= 0 ? state.settledAt : state.at) - 1),
  a: () => decide('accept'),
  e: () => { $('after').focus(); $('after').select(); },
  w: () => decide('report-wrong'),
  u: () => decide('undo'),
};

$('grid').addEventListener('keydown', event => {
  const way = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
  if (way && !event.ctrlKey && !event.altKey && !event.metaKey) { event.preventDefault(); step(...way); }
});
$('decide').addEventListener('submit', event => { event.preventDefault(); decide('edit'); });
document.querySelectorAll('button[data-do]:not([type=submit])').forEach(b => b.addEventListener('click', () => decide(b.dataset.do)));
$('kind').addEventListener('change', () => { state.at = -1; go(); });
$('settled').addEventListener('change', () => { state.at = -1; loadList(); });
$('group-off').addEventListener('click', () => { state.group = ''; go(); });
$('more').addEventListener('click', () => loadList(state.items.length));
let typing;
$('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => loadList(), 200); });
$('table').addEventListener('change', grid);
$('page').addEventListener('change', picture);
$('zoom').addEventListener('change', picture);
whenSpoken(() => {
  if ($('view-list').hidden) return;
  if (asked) loadList();
  if (state.code && state.report) chooseCell(state.code);
});
