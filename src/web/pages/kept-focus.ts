/** What somebody who works by keyboard goes on from: a line, a part of a page, a form, a dialog. */
const places = 'li, section, form, fieldset, dialog, main'

/**
 * What had the keyboard may go, or be switched off, by what somebody did with it: the browser then begins anew at the top
 * of the page. From now on the keyboard stays at the nearest place that is still there: at its heading, else at the place
 * itself.
 */
export function keepFocus(): void {
  let way = wayTo(document.activeElement)
  let isByKeyboard = true
  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) way = wayTo(target)
  })
  addEventListener('keydown', () => (isByKeyboard = true), { capture: true })
  addEventListener('pointerdown', () => (isByKeyboard = false), { capture: true })
  const look = () => isByKeyboard && goOnFrom(way)
  // Whatever puts the keyboard elsewhere itself does so within two frames.
  new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(look))).observe(
    document.body,
    { childList: true, subtree: true, attributeFilter: ['disabled'] },
  )
}

/** An element and all that it is in, from the inside out. */
const wayTo = (element: Element | null): readonly Element[] =>
  element ? [element, ...wayTo(element.parentElement)] : []

function goOnFrom([last, ...around]: readonly Element[]): void {
  const isLost = last && (!last.isConnected || last.matches(':disabled'))
  if (!isLost || document.activeElement !== document.body) return
  const place = around.find((one) => one.isConnected && one.matches(places))
  const next = place?.querySelector('h1, h2, h3, h4') ?? place
  if (!(next instanceof HTMLElement)) return
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1
  next.focus()
}
