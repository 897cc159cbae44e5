import { $, ask, draw, listAddress, make, number, whenSpoken, word } from './page.js';

const LABEL = 200;
const BARS = 460;
const WIDTH = 760;
const STEP = 28;
const SHOWN = 20;
const STATUSES = ['imported', 'duplicate', 'container', 'rejected', 'quarantined'];
let data = null;
let year = '';
let level = '';

export async function showDashboard() {
  $('charts').setAttribute('aria-busy', 'true');
  try {
    data = await ask('/api/dashboard');
    render();
  } catch (problem) {
    $('charts').replaceChildren(make('p', problem.message));
  }
  $('charts').removeAttribute('aria-busy');
}

function render() {
  if (!data) return;
  const statuses = STATUSES.map(code => data.statuses.find(s => s.code === code) ?? { code, value: 0 });
  $('charts').replaceChildren(
    chart('c_statuses', [word('inputs')], statuses.map(s => ({ label: word(s.code), parts: [s.value],
      address: s.value ? listAddress({ kind: 'input', group: s.group }) : '' }))),
    chart('c_failures', [word('check')], data.failures.map(f => ({ label: f.code, parts: [f.value],
      address: listAddress({ kind: 'check', group: f.group }) }))),
    chart('c_years', data.outcomes.map(word), data.years.map(y => ({ label: y.year, parts: data.outcomes.map(o => y.outcomes[o]),
      address: listAddress({ kind: 'report', group: y.group }), extra: [y.received, y.reports, y.open] })),
      ['received', 'reports', 'openCells']),
    ranking());
}

function ranking() {
  const years = data.rankings.filter(r => r.bars.length);
  const chosen = years.find(r => r.year === year) ?? years[0];
  const levels = [...new Set((chosen?.bars ?? []).map(b => b.level))];
  if (!levels.includes(level)) level = '';
  const bars = (chosen?.bars ?? []).filter(b => !level || b.level === level).slice(0, SHOWN);
  const section = chart('c_ranking', [word('received')], bars.map(b => ({ label: b.label, parts: [b.value],
    address: listAddress({ kind: 'report', group: b.group }), extra: [b.level && word(b.level)] })), ['level']);
  const tools = make('div', '', { class: 'tools' });
  tools.append(select('year', years.map(r => [r.year, r.year]), chosen?.year ?? '', value => { year = value; }),
    select('level', [['', word('all')], ...levels.filter(l => l).map(l => [l, word(l)])], level, value => { level = value; }));
  section.querySelector('h2').after(tools, make('p', chosen ? `${bars.length} / ${number(chosen.of)}` : ''));
  return section;
}

function select(name, options, chosen, change) {
  const label = make('label', word(name) + ' ');
  const element = make('select', '', { id: 'ranking-' + name });
  element.append(...options.map(([value, text]) => make('option', text, { value })));
  element.value = chosen;
  element.addEventListener('change', () => {
    change(element.value);
    section('c_ranking').replaceWith(ranking());
    $('ranking-' + name).focus();
  });
  label.append(element);
  return label;
}

const section = id => $('charts').querySelector(`[data-chart=${id}]`);

/** Bars, and the same figures as a table; each leads to what it counts. */
function chart(id, series, bars, extra = []) {
  const part = make('section', '', { 'data-chart': id, 'aria-labelledby': id });
  part.append(make('h2', word(id), { id }), make('p', word(id + '_note')));
  if (!bars.length) {
    part.append(make('p', word('nothing')));
    return part;
  }
  const details = make('details');
  details.append(make('summary', word('asTable')), table(id, series, bars, extra));
  part.append(picture(id, series, bars), details);
  return part;
}

function picture(id, series, bars) {
  const top = series.length > 1 ? 50 : 6;
  const svg = draw('svg', { viewBox: `0 0 ${WIDTH} ${top + bars.length * STEP + 6}`, role: 'group', 'aria-label': word(id), class: 'chart' });
  if (series.length > 1) series.forEach((name, i) => svg.append(
    draw('rect', { class: 'part p' + i, x: (i % 3) * 250, y: 4 + 22 * Math.floor(i / 3), width: 14, height: 14 }),
    text(name, (i % 3) * 250 + 20, 16 + 22 * Math.floor(i / 3), 'start')));
  const total = bar => bar.parts.reduce((a, b) => a + Number(b), 0);
  const most = Math.max(1, ...bars.map(total));
  bars.forEach((bar, i) => svg.append(row(bar, series, top + i * STEP, most, total(bar))));
  return svg;
}

function row(bar, series, y, most, total) {
  const group = bar.address ? draw('a', { href: bar.address }) : draw('g');
  const short = [...bar.label].length > 15 ? [...bar.label].slice(0, 14).join('') + '…' : bar.label;
  group.append(draw('rect', { class: 'under', x: 0, y, width: WIDTH, height: STEP }), text(short, LABEL - 8, y + 19, 'end'));
  let x = LABEL;
  bar.parts.forEach((part, i) => {
    const width = Number(part) / most * BARS;
    if (width <= 0) return;
    const rect = draw('rect', { class: 'part p' + i, x, y: y + 5, width, height: STEP - 10 });
    rect.append(draw('title'));
    rect.firstChild.textContent = `${bar.label} · ${series[i]}: ${number(part)}`;
    group.append(rect);
    x += width;
  });
  group.append(text(number(total), x + 6, y + 19, 'start'));
  return group;
}

function text(content, x, y, anchor) {
  const element = draw('text', { x, y, 'text-anchor': anchor });
  element.textContent = content;
  return element;
}

function table(id, series, bars, extra) {
  const table = make('table');
  const head = make('tr');
  head.append(make('th', word('of_' + id), { scope: 'col' }), ...[...series, ...extra.map(word)].map(s => make('th', s, { scope: 'col' })));
  table.append(make('caption', word(id)), head);
  for (const bar of bars) {
    const tr = make('tr');
    tr.append(make('th', bar.label, { scope: 'row' }));
    for (const value of [...bar.parts, ...(bar.extra ?? [])]) {
      const td = make('td');
      const shown = typeof value === 'number' || /^\d/.test(value ?? '') ? number(value) : value ?? '';
      td.append(bar.address && shown !== '' ? make('a', shown, { href: bar.address }) : shown);
      tr.append(td);
    }
    table.append(tr);
  }
  const scroll = make('div', '', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': word('asTable') });
  scroll.append(table);
  return scroll;
}

whenSpoken(() => { if (!$('view-dashboard').hidden) render(); });
