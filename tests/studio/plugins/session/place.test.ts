// The place in a form after the page was loaded again.
import {JSDOM} from 'jsdom'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {rememberPlace, returnToPlace} from '../../../../studio/plugins/session/place.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ADDRESS = 'http://localhost/studio/structure/article;one'

/** A page whose form was scrolled to 700 pixels when it was left. The form comes later. */
function leftAt700() {
  const {window} = new JSDOM('', {url: ADDRESS})
  vi.stubGlobal('MutationObserver', window.MutationObserver)
  vi.stubGlobal('AbortController', window.AbortController)
  const {body} = window.document
  const draw = (): HTMLElement => {
    body.innerHTML = '<div data-testid="document-panel-scroller"></div>'
    return body.firstElementChild as HTMLElement
  }
  draw().scrollTop = 700
  const page = window
  rememberPlace(page)
  body.innerHTML = ''
  return {page, draw}
}

const observed = (): Promise<void> => Promise.resolve()

test('is the place at which the page was left, once the form is there', async () => {
  const {page, draw} = leftAt700()
  returnToPlace(page)
  const form = draw()
  await observed()
  expect(form.scrollTop).toBe(700)
})

test('is kept if the form is drawn again or moved while it settles', async () => {
  const {page, draw} = leftAt700()
  returnToPlace(page)
  draw()
  await observed()
  const again = draw()
  await observed()
  expect(again.scrollTop).toBe(700)
  again.scrollTop = 741
  again.dispatchEvent(new page.Event('scroll'))
  expect(again.scrollTop).toBe(700)
})

test.each(['wheel', 'keydown', 'pointerdown'])('is dropped at the first %s', async (event) => {
  const {page, draw} = leftAt700()
  returnToPlace(page)
  const form = draw()
  await observed()
  page.document.dispatchEvent(new page.Event(event))
  form.scrollTop = 20
  form.dispatchEvent(new page.Event('scroll'))
  expect(form.scrollTop).toBe(20)
})

test('is dropped once the form has settled', async () => {
  const {page, draw} = leftAt700()
  returnToPlace(page)
  const form = draw()
  await observed()
  vi.advanceTimersByTime(3_000)
  form.scrollTop = 20
  form.dispatchEvent(new page.Event('scroll'))
  expect(form.scrollTop).toBe(20)
})
