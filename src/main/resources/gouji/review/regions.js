import { $, listAddress, make, number, word } from './page.js';

const ALL = '*';
const LAST = '~';
const OWN = ['reports', 'failed'];
const chosen = {};

/** A part of the charts: choices, and the table; bars go before the table. */
export function byRegion(data, id, again) {
  const years = [...new Set(data.rows.map(r => r.year))].sort().reverse();
  const scopes = [...new Set(data.rows.map(r => r.scope))].sort();
  const choice = chosen[id] ??= { year: years[0], scope: ALL, measure: 'reports' };
  if (choice.year !== ALL && !years.includes(choice.year)) choice.year = years[0];
  if (!scopes.includes(choice.scope)) choice.scope = ALL;
  const measures = [...OWN.map(code => ({ code, label: word(code) })), ...data.columns.map((c, i) => ({ code: String(i), label: c.label, lang: data.language }))];
  const lines = added(data.rows.filter(r => fits(r, choice)), data.columns.length);
  const value = line => (OWN.includes(choice.measure) ? line[choice.measure] : line.values[Number(choice.measure)]) ?? null;
  lines.sort((a, b) => Number(value(b) ?? -1) - Number(value(a) ?? -1) || ((a.region || LAST) < (b.region || LAST) ? -1 : 1));
  const address = (line, kind) => listAddress({ kind, group: `region:${line.region} ${choice.year} ${choice.scope} ${data.family}` });
  const part = make('section', '', { 'data-chart': id, 'aria-labelledby': id, class: 'wide' });
  const tools = make('div', '', { class: 'tools' });
  tools.append(select(id, 'year', [...years, ALL], y => (y === ALL ? word('allYears') : y), again),
    select(id, 'scope', [ALL, ...scopes], scopeName, again),
    select(id, 'measure', measures.map(m => m.code), code => measures.find(m => m.code === code).label, again));
  part.append(make('h2', word('c_regions'), { id }), tools, make('p', word('c_regions_note')), table(lines, measures, address, choice.measure));
  const measure = measures.find(m => m.code === choice.measure);
  return { part, head: { id, title: word('c_regions'), foreign: {} }, series: [measure.label],
    bars: lines.filter(line => value(line) !== null).map(line => ({ label: nameOf(line), parts: [value(line)], address: address(line, choice.measure === 'failed' ? 'check' : 'report') })) };
}

const fits = (row, choice) => [['year', row.year], ['scope', row.scope]].every(([name, value]) => choice[name] === ALL || choice[name] === value);
const scopeName = scope => (scope === ALL ? word('all') : scope === 'region' ? word('s_region') : word(scope || 'unknown'));
const nameOf = line => line.name || (line.region === '00' ? word('national') : line.region || word('unknown'));

/** One line for each region; a figure that no report has stays empty. */
function added(rows, columns) {
  const lines = new Map();
  for (const row of rows) {
    const line = lines.get(row.region) ?? { region: row.region, name: row.name, reports: 0, failed: 0, values: Array(columns).fill(null) };
    line.reports += row.reports;
    line.failed += row.failed;
    row.values.forEach((v, i) => { if (v !== null) line.values[i] = (line.values[i] ?? 0) + Number(v); });
    lines.set(row.region, line);
  }
  return [...lines.values()];
}

function table(lines, measures, address, ranked) {
  const table = make('table');
  const head = make('tr');
  head.append(make('th', word('region'), { scope: 'col' }),
    ...measures.map(m => make('th', m.label, { scope: 'col', ...(m.lang ? { lang: m.lang } : {}), ...(m.code === ranked ? { 'aria-sort': 'descending' } : {}) })));
  table.append(make('caption', word('c_regions')), head);
  for (const line of lines) {
    const tr = make('tr');
    tr.append(make('th', nameOf(line), { scope: 'row' }));
    [['reports', line.reports], ['failed', line.failed], ...line.values.map((v, i) => [String(i), v])].forEach(([code, figure]) => {
      const td = make('td');
      if (figure === null) td.append('—');
      else if (figure === 0 && OWN.includes(code)) td.append('0');
      else td.append(make('a', number(figure), { href: address(line, code === 'failed' ? 'check' : 'report') }));
      tr.append(td);
    });
    table.append(tr);
  }
  const scroll = make('div', '', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': word('c_regions') });
  scroll.append(table);
  return scroll;
}

function select(id, name, values, text, again) {
  const label = make('label', word(name) + ' ');
  const element = make('select', '', { id: `${id}-${name}` });
  element.append(...values.map(value => make('option', text(value), { value })));
  element.value = chosen[id][name];
  element.addEventListener('change', () => {
    chosen[id][name] = element.value;
    again();
    $(element.id).focus();
  });
  label.append(element);
  return label;
}
