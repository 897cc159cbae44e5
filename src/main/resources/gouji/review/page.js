import { words } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const kept = localStorage.getItem('gouji-language');
const state = { language: kept ?? (navigator.language.startsWith('zh') ? 'zh' : 'en') };
const listeners = [];

export const $ = id => document.getElementById(id);
export const word = key => words[state.language][key] ?? words.codes[key]?.[state.language] ?? key;

/** A word, or undefined where the page has none. */
export const known = key => words[state.language][key] ?? words.codes[key]?.[state.language];

export const number = value => Number(value).toLocaleString(state.language === 'zh' ? 'zh-CN' : 'en');

/** An element with text: nothing that comes from a document is ever parsed as markup. */
export function make(tag, text = '', attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What went wrong, in the words of the page where it has some. */
export function problem(status, body) {
  const known = words[state.language]['E_' + body.error];
  return Object.assign(new Error(known ?? body.message ?? `HTTP ${status}`), { status, code: body.error });
}

export async function ask(path, options) {
  const response = await fetch(path, options);
  const body = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
  if (!response.ok) throw problem(response.status, body);
  return body;
}

export const whenSpoken = listener => listeners.push(listener);

export function speak() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
  document.querySelectorAll('[data-word]').forEach(e => { e.textContent = word(e.dataset.word); });
  document.querySelectorAll('[data-label]').forEach(e => e.setAttribute('aria-label', word(e.dataset.label)));
  $('language').textContent = state.language === 'zh' ? 'English' : '中文';
  $('language').lang = state.language === 'zh' ? 'en' : 'zh-Hans';
  listeners.forEach(listener => listener());
}

export function changeLanguage() {
  state.language = state.language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('gouji-language', state.language);
  speak();
}

/** The address of a part of the worklist. */
export const listAddress = filter => '#list?' + new URLSearchParams(filter);
