// Elements and icons, built node by node: what a bank or a reply says never becomes markup.

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [properties] properties of the element; `data` and `aria` hold attributes of those families
 * @param {...(Node | string | null | undefined | false)} children nothing is added for null, undefined and false
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const {data = {}, aria = {}, ...own} = properties;
  Object.assign(element, own);
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (aria))) {
    element.setAttribute(`aria-${name}`, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function shape(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Each severity and state has a form of its own, so that it can be told without colour. */
const ICONS = {
  error: 'M8 1.500 15 14H1zM8 6v4M8 11.700v.6',
  warning: 'M8 1.500 14.500 8 8 14.500 1.500 8zM8 5v3.600M8 10.400v.6',
  suggestion: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.200v4M8 4.800v.6',
  done: 'm2.500 8.500 3.600 3.600 7.400-8',
  insert: 'M8 2.500v11M2.500 8h11',
  close: 'm3.500 3.500 9 9m0-9-9 9',
  previous: 'm10 3-5 5 5 5',
  next: 'm6 3 5 5-5 5',
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return shape('svg', {viewBox: '0 0 16 16', class: `icon ${name}`, 'aria-hidden': 'true'}, shape('path', {d: ICONS[name]}));
}

/**
 * A bank's text with its open slots set off.
 * @param {string} text
 * @param {import('./service.js').Slot[]} slots
 * @returns {(string | HTMLElement)[]}
 */
export function slotted(text, slots) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let last = 0;
  for (const {offset, length} of slots) {
    parts.push(text.slice(last, offset), make('span', {className: 'slot'}, text.slice(offset, offset + length)));
    last = offset + length;
  }
  parts.push(text.slice(last));
  return parts;
}
