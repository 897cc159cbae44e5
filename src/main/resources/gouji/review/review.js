import { words } from './words.js';

const $ = id => document.getElementById(id);
const SVG = 'http://www.w3.org/2000/svg';
const state = { language: navigator.language.startsWith('zh') ? 'zh' : 'en', items: [], at: -1, report: null, id: '', code: '', settledAt: -1 };
const word = key => words[state.language][key] ?? key;

/** An element with text: nothing that comes from a document is ever parsed as markup. */
function make(tag, text = '', attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

async function ask(path, options) {
  const response = await fetch(path, options);
  const body = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
  if (!response.ok) throw Object.assign(new Error(body.error ?? String(response.status)), { status: response.status });
  return body;
}

async function loadList() {
  const query = new URLSearchParams({ kind: $('kind').value, q: $('search').value, settled: $('settled').checked ? 'yes' : '' });
  const list = await ask('/api/worklist?' + query);
  const key = item => item && [item.kind, item.report, item.code, item.input].join('\n');
  const before = key(state.items[state.at]);
  state.items = list.items;
  const again = state.items.findIndex(item => key(item) === before);
  state.settledAt = again < 0 && before ? state.at : -1;
  state.at = again;
  const chosen = $('kind').value;
  $('kind').replaceChildren(make('option', word('all'), { value: '' }),
    ...Object.entries(list.open).map(([kind, n]) => make('option', `${word(kind)} (${n})`, { value: kind })));
  $('kind').value = chosen;
  const open = Object.values(list.open).reduce((a, b) => a + b, 0);
  $('count').textContent = `${open} ${word('open')} · ${list.found} ${word('found')}`;
  $('items').replaceChildren(...list.items.map((item, i) => {
    const button = make('button', '', { type: 'button' });
    button.append(make('span', word(item.kind), { class: 'kind ' + item.kind }), make('small', item.code || item.input),
      make('small', item.code ? item.input : ''), make('small', item.text + (item.settled ? ' · ' + word('done') : '')));
    button.addEventListener('click', () => choose(i));
    const li = make('li');
    li.append(button);
    return li;
  }));
  mark();
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
  if (!item.report) return;
  $('message').textContent = '';
  if (state.id !== item.report) {
    const report = await ask('/api/reports/' + item.report);
    if (state.items[state.at] !== item) return; // chosen away from while it came
    state.id = item.report;
    state.code = '';
    show(report);
  }
  const codes = state.report.cells.map(c => c.code);
  chooseCell(codes.includes(item.code) ? item.code : cellOfCheck(item.code));
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
  $('about').textContent = [report.row.issuer, report.row.year, report.row.template, report.row.input, state.id].join(' · ');
  const tables = [...new Set(report.cells.map(c => c.table))];
  const table = $('table').value;
  $('table').replaceChildren(...tables.map(t => make('option', t, { value: t })));
  if (tables.includes(table)) $('table').value = table;
  const pages = Math.max(Number(report.row.pages) || 1, 1);
  const page = $('page').value;
  $('page').replaceChildren(...Array.from({ length: pages }, (_, i) => make('option', String(i + 1), { value: i + 1 })));
  if (Number(page) <= pages && page) $('page').value = page;
  $('findings').replaceChildren(...report.findings.filter(f => f.severity !== 'info').map(f => make('li', `${f.code}: ${f.message}`)));
  $('picture').replaceChildren();
  grid();
  picture();
}

function grid() {
  const cells = state.report.cells.filter(c => c.table === $('table').value && c.state !== 'absent');
  const inOrder = (axis, order) => [...new Map([...cells].sort((a, b) => a[order] - b[order]).map(c => [c[axis], c[axis + 'Label']]))];
  const columns = inOrder('column', 'columnAt');
  const rows = inOrder('row', 'rowAt');
  const table = make('table');
  const head = make('tr');
  head.append(make('td'), ...columns.map(([code, label]) => make('th', label, { scope: 'col', title: code })));
  table.append(head);
  for (const [row, label] of rows) {
    const tr = make('tr');
    tr.append(make('th', label, { scope: 'row', title: row }));
    for (const [column] of columns) {
      const cell = cells.find(c => c.row === row && c.column === column);
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

let drawn = '';
async function picture() {
  const wanted = `${state.id}/pages/${$('page').value}`;
  const response = await fetch('/api/reports/' + wanted);
  if (wanted !== `${state.id}/pages/${$('page').value}`) return;
  const there = response.status === 200;
  if (drawn) URL.revokeObjectURL(drawn);
  drawn = '';
  const here = state.report.cells.filter(c => c.page === Number($('page').value) && c.box);
  let width = Math.max(595, ...here.map(c => c.box[2] + 20));
  let height = Math.max(200, ...here.map(c => c.box[3] + 20));
  const svg = document.createElementNS(SVG, 'svg');
  if (there) {
    width = Number(response.headers.get('X-Width-Pt'));
    height = Number(response.headers.get('X-Height-Pt'));
    drawn = URL.createObjectURL(await response.blob());
    const image = document.createElementNS(SVG, 'image');
    for (const [k, v] of Object.entries({ href: drawn, width, height })) image.setAttribute(k, v);
    svg.append(image);
  }
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', width * $('zoom').value / 100);
  svg.setAttribute('aria-hidden', 'true');
  for (const cell of here) {
    const rect = document.createElementNS(SVG, 'rect');
    const [x0, y0, x1, y1] = cell.box;
    for (const [k, v] of Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0, class: cell.state })) rect.setAttribute(k, v);
    rect.dataset.code = cell.code;
    svg.append(link(rect, cell));
  }
  $('picture').replaceChildren(...(there ? [] : [make('p', word('none'))]), ...(there || here.length ? [svg] : []));
  over(state.code, 'chosen');
  center();
}

function center() {
  const rect = [...$('picture').querySelectorAll('rect')].find(r => r.dataset.code === state.code);
  rect?.scrollIntoView({ block: 'center', inline: 'center' });
}

function sum(terms) {
  return terms.map((t, i) => (t.weight < 0 ? ' − ' : i ? ' + ' : '') + (Math.abs(t.weight) > 1 ? Math.abs(t.weight) + '×' : '')
    + (t.value ?? word('blank'))).join('');
}

function chooseCell(code) {
  state.code = code;
  const cell = state.report.cells.find(c => c.code === code);
  if (!cell) return;
  if ($('table').value !== cell.table) { $('table').value = cell.table; grid(); }
  if (cell.page > 0 && Number($('page').value) !== cell.page) { $('page').value = cell.page; picture(); }
  over(code, 'chosen');
  center();
  $('grid').querySelector('td.chosen')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const parts = [make('strong', `${cell.rowLabel} · ${cell.columnLabel}`),
    make('p', `${cell.value === '' ? word('blank') : cell.value} ${cell.unit} · ${word('read')}: “${cell.raw}” · ${word('state')}: ${cell.state}`
      + ` (${Number(cell.confidence).toFixed(2)})` + (cell.place ? ' · ' + cell.place : ''))];
  const checks = state.report.checks.filter(c => [...c.left, ...c.right].some(t => t.cell === code));
  parts.push(...listOf('identities', checks.map(c => [`${c.at}: ${sum(c.left)} = ${c.sums[0]}; ${sum(c.right)} = ${c.sums[1]} → ${c.result}`, c.result]),
    state.report.others.filter(c => `${c.table}.${c.row}.${c.column}` === code)
      .map(c => [`${c.check}: ${c.left ?? ''} / ${c.right ?? ''} → ${c.result}`, c.result])));
  parts.push(...listOf('readings', cell.readings.map(r => [`“${r.text}” ${Number(r.score).toFixed(2)}`, ''])));
  const log = state.report.log.filter(c => `${c.table}.${c.row}.${c.column}` === code);
  parts.push(...listOf('log', log.map(c => [`${c.when} ${c.who}: ${c.decision.toLowerCase()} ${c.before ?? word('blank')} → ${c.after ?? word('blank')} ${c.reason}`, ''])));
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
  if (!cell) return;
  const after = $('after').value.trim();
  if (decision === 'edit' && !/^(-?\d+(\.\d+)?)?$/.test(after)) { $('message').textContent = word('number'); return; }
  const body = { report: state.id, code: cell.code, decision, after: decision === 'edit' ? after : '',
    reason: $('reason').value, who: $('who').value, seen: cell.decisions };
  try {
    show(await ask('/api/decisions', { method: 'POST', body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'X-Gouji': '1' } }));
    $('message').textContent = '';
  } catch (problem) {
    $('message').textContent = problem.status === 409 ? word('stale') : word('lost') + problem.message;
    if (problem.status === 409) show(await ask('/api/reports/' + state.id));
  }
  chooseCell(cell.code);
  $('grid').focus();
  await loadList();
}

function speak() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
  document.querySelectorAll('[data-word]').forEach(e => { e.textContent = word(e.dataset.word); });
  document.querySelectorAll('[data-label]').forEach(e => e.setAttribute('aria-label', word(e.dataset.label)));
  $('language').textContent = state.language === 'zh' ? 'English' : '中文';
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches('input, select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const keys = { j: () => choose(state.settledAt >= 0 ? state.settledAt : state.at + 1),
    k: () => choose((state.settledAt >= 0 ? state.settledAt : state.at) - 1), a: () => decide('accept'),
    e: () => { $('after').focus(); $('after').select(); }, w: () => decide('report-wrong'), u: () => decide('undo') };
  if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
$('decide').addEventListener('submit', event => { event.preventDefault(); decide('edit'); });
document.querySelectorAll('button[data-do]:not([type=submit])').forEach(b => b.addEventListener('click', () => decide(b.dataset.do)));
['kind', 'settled'].forEach(id => $(id).addEventListener('change', () => { state.at = -1; loadList(); }));
let typing;
$('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(loadList, 200); });
$('table').addEventListener('change', grid);
$('page').addEventListener('change', picture);
$('zoom').addEventListener('change', picture);
$('who').value = localStorage.getItem('gouji-who') ?? '';
$('who').addEventListener('change', () => localStorage.setItem('gouji-who', $('who').value));
$('language').addEventListener('click', () => {
  state.language = state.language === 'zh' ? 'en' : 'zh';
  speak();
  loadList();
  if (state.code) chooseCell(state.code);
});
speak();
await loadList();
