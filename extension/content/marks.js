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
 * From how many on only the marks near the window are registered: at every key the browser paints all registered ones
 * anew, wherever they are.
 */
const MANY = 20;

/**
 * @param {Field} field
 * @returns {{paint: (findings: Finding[], open?: Finding) => void, renew: () => void, clear: () => void}}
 *   renew: the findings have changed by more than an edit; paint them afterwards
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

  /** @type {Finding[]} */
  let all = [];
  /** @type {Finding | undefined} */
  let shown;
  /** @type {Map<string, Range>} */
  let drawn = new Map();
  const view = createView(field, () => paint(all, shown));

  /** @param {Finding[]} findings @param {Finding} [open] */
  function paint(findings, open) {
    all = findings;
    shown = open;
    const before = drawn;
    drawn = new Map();
    if (layers.open?.size) layers.open.clear();
    for (const finding of findings.length < MANY ? findings : view.near(findings, open)) {
      // Most keys move no mark within its node: the range that is there stays, and nothing is painted anew.
      const name = nameOf(finding);
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
  }

  return {
    paint,
    renew: view.forget,
    clear() {
      view.close();
      for (const name of LAYERS) if (registry.get(`bonvorto-${name}`) === layers[name]) registry.delete(`bonvorto-${name}`);
    },
  };
}

/** @param {Finding} finding @returns {string} the same before and after an edit */
const nameOf = ({severity, id}) => `${severity} ${id}`;

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
