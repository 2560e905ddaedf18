// Paints findings with the CSS Custom Highlight API: no node of the page is added, moved or changed.

// The style sheet and the words of the interface, from the background.
/** @type {{css: string, texts: Record<string, string>}} */
const look = {css: '', texts: {}};

/** @type {Promise<void> | undefined} */
let looking;

/** Fetches the look once; after a change of the settings, call it with `again`. */
function loadLook(again = false) {
  if (again) looking = undefined;
  looking ??= ext.send({kind: 'hello'}).then(answer => { Object.assign(look, answer); });
  return looking;
}

/** @param {string} key @param {...(string | number)} values for $1, $2 … @returns {string} */
function say(key, ...values) {
  return (look.texts[key] ?? key).replace(/\$(\d)/g, (_, index) => String(values[Number(index) - 1] ?? ''));
}

const LAYERS = ['suggestion', 'warning', 'error', 'meaning', 'open'];

/**
 * @param {Field} field
 * @returns {{paint: (findings: Finding[], open?: Finding) => void, clear: () => void}}
 */
function createMarks(field) {
  const document = field.element.ownerDocument;
  const window = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const registry = window.CSS.highlights;
  /** @type {Record<string, Highlight>} */
  const layers = {};
  for (const [priority, name] of LAYERS.entries()) {
    const layer = new window.Highlight();
    layer.priority = priority;
    layers[name] = layer;
    registry.set(`bonvorto-${name}`, layer);
  }
  const root = /** @type {Document | ShadowRoot} */ (field.element.getRootNode());
  // Only the documents the content script was put into have its style sheet.
  if (field.rich && (root !== document || document !== globalThis.document)) adopt(root, window);

  /** @type {Map<string, Range>} */
  let drawn = new Map();
  return {
    paint(findings, open) {
      const before = drawn;
      drawn = new Map();
      layers.open?.clear();
      for (const finding of findings) {
        // Most keys move no mark within its node: the range that is there stays, and nothing is painted anew.
        const name = `${finding.severity} ${finding.id}`;
        const old = before.get(name);
        const range = field.range(finding.offset, finding.offset + finding.length, old);
        if (!range) continue;
        drawn.set(name, range);
        if (range !== old) {
          layers[finding.severity]?.add(range);
          if (finding.layer === 'meaning') layers.meaning?.add(range);
        }
        if (finding === open) layers.open?.add(range);
      }
      for (const [name, range] of before) if (drawn.get(name) !== range) for (const layer of LAYERS) layers[layer]?.delete(range);
    },
    clear() {
      for (const name of LAYERS) if (registry.get(`bonvorto-${name}`) === layers[name]) registry.delete(`bonvorto-${name}`);
    },
  };
}

/** @type {WeakSet<Document | ShadowRoot>} */
const adopted = new WeakSet();

/** @param {Document | ShadowRoot} root @param {Window & typeof globalThis} window */
function adopt(root, window) {
  if (adopted.has(root)) return;
  adopted.add(root);
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(look.css);
  root.adoptedStyleSheets.push(sheet);
}
