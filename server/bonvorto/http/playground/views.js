// The two views of the page, writing and the banks to be read; the address tells which.

/** @returns {'write' | 'banks'} the view that is shown now */
export function showView() {
  const view = location.hash === '#banks' ? 'banks' : 'write';
  for (const name of /** @type {const} */ (['write', 'banks'])) {
    const link = document.getElementById(`to-${name}`);
    /** @type {HTMLElement} */ (document.getElementById(name)).hidden = name !== view;
    if (name === view) link?.setAttribute('aria-current', 'page');
    else link?.removeAttribute('aria-current');
  }
  return view;
}
