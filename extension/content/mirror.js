// A see-through copy of the text of a textarea or input, laid exactly over it: the browser paints no highlights in the
// box itself. It takes no clicks and stands outside of the page's own tree.

const COPIED = ['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontStretch', 'fontVariant', 'fontFeatureSettings', 'fontKerning',
  'fontVariationSettings', 'letterSpacing', 'wordSpacing', 'lineHeight', 'tabSize', 'textAlign', 'textIndent', 'textTransform', 'textRendering',
  'direction', 'wordBreak', 'overflowWrap', 'lineBreak', 'hyphens', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'];

/**
 * Where something of ours can stand: in the dialog around the box, if any, because all else is inert or loses the focus.
 * @param {Element} element
 * @returns {Element}
 */
function stageOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement ?? /** @type {ShadowRoot} */ (at.getRootNode()).host ?? null) {
    if (at.matches('dialog[open],[aria-modal=true]') && !/** @type {HTMLElement} */ (at).isContentEditable) return at;
  }
  const document = element.ownerDocument;
  return document.fullscreenElement ?? document.documentElement;
}

/**
 * An element of ours that styles of the page cannot reach.
 * @param {Element} stage
 * @param {string} css of its shadow root
 * @param {string} style of the element itself
 * @returns {{host: HTMLElement, root: ShadowRoot}}
 */
function addHost(stage, css, style) {
  const host = stage.ownerDocument.createElement('div');
  host.style.cssText = `all:initial!important;${style.replaceAll(';', '!important;')}`;
  const root = host.attachShadow({mode: 'closed'});
  const sheet = stage.ownerDocument.createElement('style');
  sheet.textContent = css;
  root.append(sheet);
  stage.append(host);
  return {host, root};
}

/** @param {HTMLTextAreaElement | HTMLInputElement} element */
function createMirror(element) {
  const document = element.ownerDocument;
  const window = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const single = element.nodeName === 'INPUT';
  const {host, root} = addHost(stageOf(element), look.css, 'position:fixed;pointer-events:none;overflow:hidden;color:transparent;');
  host.ariaHidden = 'true';
  const copy = document.createElement('div');
  copy.className = 'mirror';
  root.append(copy);
  // A block for each line: a key lays out one line anew, not the whole text.
  /** @type {Text[]} */
  const lines = [];
  /** @type {number[]} The offset of each line. */
  let starts = [];

  function style() {
    const own = window.getComputedStyle(element);
    for (const name of COPIED) copy.style[/** @type {'font'} */ (name)] = own[/** @type {'font'} */ (name)];
    copy.style.whiteSpace = single ? 'pre' : own.whiteSpace;
    if (single) copy.style.lineHeight = `${element.clientHeight - parseFloat(own.paddingTop) - parseFloat(own.paddingBottom)}px`;
    copy.style.width = single ? '' : `${element.clientWidth}px`;
    copy.style.minWidth = `${element.clientWidth}px`;
    host.style.setProperty('z-index', String(layerOf(element)), 'important');
  }

  /** @param {string} value */
  function write(value) {
    const now = value.split('\n');
    const shorter = Math.min(now.length, lines.length);
    let first = 0;
    while (first < shorter && lines[first]?.data === now[first]) first++;
    let tail = 0;
    while (tail < shorter - first && lines.at(-1 - tail)?.data === now.at(-1 - tail)) tail++;
    const changed = now.slice(first, now.length - tail);
    if (changed.length === 1 && lines.length - tail - first === 1) {
      const {start, end, insert} = difference(lines[first]?.data ?? '', changed[0] ?? '');
      lines[first]?.replaceData(start, end - start, insert);
    } else {
      const added = changed.map(line => document.createTextNode(line));
      const removed = lines.splice(first, lines.length - tail - first, ...added);
      for (const {parentElement} of removed) parentElement?.remove();
      const next = lines[first + added.length]?.parentElement ?? null;
      for (const text of added) {
        const block = document.createElement('div');
        block.append(text);
        copy.insertBefore(block, next);
      }
    }
    let offset = 0;
    starts = lines.map(({length}) => {
      const start = offset;
      offset += length + 1;
      return start;
    });
  }

  /** @param {number} offset @returns {{node: Text, at: number}} */
  function placeAt(offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {node: /** @type {Text} */ (lines[low]), at: offset - (starts[low] ?? 0)};
  }

  function place() {
    if (!element.isConnected) return close();
    const box = element.getBoundingClientRect();
    const scale = box.width / element.offsetWidth || 1;
    const left = box.left + element.clientLeft * scale;
    const top = box.top + element.clientTop * scale;
    const {width, height} = visiblePart(element, left, top, element.clientWidth * scale, element.clientHeight * scale, host);
    const values = {left: `${left}px`, top: `${top}px`, width: `${width / scale}px`, height: `${height / scale}px`,
      transform: scale === 1 ? 'none' : `scale(${scale})`, 'transform-origin': '0 0'};
    for (const [name, value] of Object.entries(values)) host.style.setProperty(name, value, 'important');
    copy.style.transform = `translate(${-element.scrollLeft}px,${-element.scrollTop}px)`;
    watchPlace(box);
  }

  // A box that moves without scrolling (a banner above it opens) leaves a frame drawn tightly around its place.
  /** @type {IntersectionObserver | undefined} */
  let placeWatch;
  /** @param {DOMRect} box */
  function watchPlace({top, left, right, bottom}) {
    placeWatch?.disconnect();
    const {clientWidth, clientHeight} = document.documentElement;
    const margin = [top, clientWidth - right, clientHeight - bottom, left].map(side => `${-Math.floor(side)}px`).join(' ');
    let first = true;
    placeWatch = new window.IntersectionObserver(() => {
      if (!first) soon();
      first = false;
    }, {rootMargin: margin, threshold: 1});
    placeWatch.observe(element);
  }

  let waiting = 0;
  const soon = () => { waiting ||= window.requestAnimationFrame(() => { waiting = 0; place(); }); };
  const again = () => { style(); soon(); };
  const sizes = new window.ResizeObserver(again);
  const options = {capture: true, passive: true};
  function close() {
    sizes.disconnect();
    placeWatch?.disconnect();
    window.removeEventListener('scroll', soon, options);
    window.removeEventListener('resize', again, options);
    document.fonts.removeEventListener('loadingdone', again);
    host.remove();
  }

  sizes.observe(element);
  window.addEventListener('scroll', soon, options);
  window.addEventListener('resize', again, options);
  document.fonts.addEventListener('loadingdone', again);
  write(element.value);
  style();
  place();
  return {write, place: placeAt, follow: place, close};
}

/**
 * Clips the mirror to what ancestors that scroll leave to be seen.
 * @param {Element} element
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {HTMLElement} host
 */
function visiblePart(element, left, top, width, height, host) {
  const seen = {left, top, right: left + width, bottom: top + height};
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at === document.body || at === document.documentElement || getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    seen.left = Math.max(seen.left, box.left);
    seen.top = Math.max(seen.top, box.top);
    seen.right = Math.min(seen.right, box.right);
    seen.bottom = Math.min(seen.bottom, box.bottom);
  }
  const inset = [seen.top - top, left + width - seen.right, top + height - seen.bottom, seen.left - left].map(side => `${Math.max(0, side)}px`);
  host.style.setProperty('clip-path', `inset(${inset.join(' ')})`, 'important');
  return {width, height};
}

/** @param {Element} element @returns {number} the z-index of the layer it lies in: over the box, under the page's menus */
function layerOf(element) {
  let layer = 0;
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement ?? /** @type {ShadowRoot} */ (at.getRootNode()).host ?? null) {
    const index = Number(getComputedStyle(at).zIndex);
    if (!Number.isNaN(index)) layer = index;
  }
  return layer;
}
