// Announces to readers, and their screen readers, that the page has changed.

const SHOWN_FOR = 8000
const MARK = 'data-changed'
const BLOCKS = 'p, h1, h2, h3, figure, li, blockquote, dd'

/** Creates the status element. Screen readers need it before its first text. */
export function createUpdateNotice(): {say(words: string, changed: Iterable<Element>): void} {
  const note = document.createElement('p')
  note.className = 'live-note'
  note.setAttribute('role', 'status')
  document.body.append(note)
  let timer: number | undefined

  const clear = () => {
    clearTimeout(timer)
    note.textContent = ''
    for (const element of document.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK)
  }
  return {
    say(words, changed) {
      clear()
      note.textContent = words
      for (const element of changed) (element.closest(BLOCKS) ?? element).setAttribute(MARK, '')
      timer = window.setTimeout(clear, SHOWN_FOR)
    },
  }
}
