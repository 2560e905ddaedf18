// The pointer over the reply: the card of a mark opens where it rests, and closes when it strays.

/** Milliseconds that the pointer rests on a mark before its card opens, and that it may stray before the card closes. */
const HOVER = 220;

/**
 * @param {HTMLTextAreaElement} area
 * @param {HTMLElement} card
 * @param {{markAt: (x: number, y: number) => string, shown: () => string, open: (id: string) => void, close: () => void}} actions
 *   markAt, shown: the id of the mark there, of the card's mark; '' for none
 */
export function followPointer(area, card, {markAt, shown, open, close}) {
  let timer = 0;
  const inUse = () => card.contains(document.activeElement);
  /** @param {() => boolean} isWanted */
  const closeLater = isWanted => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isWanted()) close();
    }, HOVER * 2);
  };

  area.addEventListener('click', event => {
    const id = markAt(event.clientX, event.clientY);
    if (id) open(id);
    else close();
  });
  area.addEventListener('pointermove', event => {
    if (event.pointerType !== 'mouse' || event.buttons) return;
    const id = markAt(event.clientX, event.clientY);
    clearTimeout(timer);
    if (id === shown()) return;
    timer = setTimeout(() => {
      if (id) open(id);
      else if (!inUse()) close();
    }, HOVER);
  });
  area.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') closeLater(() => card.matches(':hover') || inUse());
  });
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') closeLater(inUse);
  });
  document.addEventListener('pointerdown', ({target}) => {
    if (shown() && target instanceof Element && !card.contains(target) && target !== area) close();
  });
}
