// A person at the keyboard: types at a person's speed, with mistakes, in paragraphs of their own and in
// one that others write in, too.
import {setTimeout} from 'node:timers/promises'
import type {Page} from 'playwright-core'
import {bodyText} from '../studio.ts'
import {placeCaret, type Place, type ShownBlock} from './caret.ts'
import type {Draw} from './keys.ts'

export interface Writer {
  /** What was typed in paragraphs of their own, one after the other. */
  own: readonly string[]
  /** How many characters were typed among the others' and not taken back. */
  amongOthers(): number
  /** Writes here and there until it is over. */
  write(isOver: () => boolean): Promise<void>
}

export interface WriterOptions {
  page: Page
  /** The only characters that this person types. */
  letters: string
  /** The text of the first paragraph of their own, which is in no other paragraph. */
  begins: string
  /** Which paragraph it is that others write in, too, by its text. */
  isShared: (text: string) => boolean
  draw: Draw
}

/** Milliseconds between two keys: some 80 words a minute. */
const FINGER = {least: 60, most: 220}

const IN_OWN =
  'word mistake bold paragraph word paste paragraphTakenBack word bold mistake word paragraph'
const IN_SHARED = 'word mistake word bold paste word'

export function createWriter({page, letters, begins, isShared, draw}: WriterOptions): Writer {
  const own = [begins]
  let shared = 0
  const one = (of: string): string => of[Math.floor(draw() * of.length)] ?? ''
  const rest = () => setTimeout(FINGER.least + draw() * (FINGER.most - FINGER.least))

  const type = async (text: string): Promise<void> => {
    for (const letter of text) {
      await page.keyboard.type(letter)
      await rest()
    }
  }
  const press = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    await rest()
  }
  const word = (): string =>
    ` ${Array.from({length: 3 + Math.floor(draw() * 5)}, () => one(letters)).join('')}`

  /** Steps of writing; each returns the characters that stay, and a line break for a new paragraph. */
  const HABITS: Record<string, () => Promise<string>> = {
    async word() {
      const text = word()
      await type(text)
      return text
    },
    async mistake() {
      const text = word()
      await type(text)
      await type(one(letters) + one(letters))
      await press('Backspace')
      await press('Backspace')
      return text
    },
    async bold() {
      await press('ControlOrMeta+b')
      const text = word()
      await type(text)
      await press('ControlOrMeta+b')
      return text
    },
    async paragraph() {
      await press('Enter')
      const text = word().trim()
      await type(text)
      return `\n${text}`
    },
    async paragraphTakenBack() {
      await press('Enter')
      await press('Backspace')
      return ''
    },
    async paste() {
      // A space at its edge the editor leaves out.
      const line = (word() + word() + word()).trim()
      await type(' ')
      await handLine(page, line)
      await rest()
      return ` ${line}`
    },
  }
  const habitsOf = (order: string): (() => Promise<string>) => {
    const names = order.split(' ')
    let next = 0
    return () => HABITS[names[next++ % names.length] ?? '']?.() ?? Promise.resolve('')
  }
  const inOwn = habitsOf(IN_OWN)
  const inShared = habitsOf(IN_SHARED)

  const endOfOwn = (shown: ShownBlock[]): Place => {
    const text = own.at(-1) ?? ''
    const block = shown.find((one) => one.text === text)
    if (!block) throw new Error(`“${text}” is not shown: ${JSON.stringify(shown)}`)
    return {key: block.key, offset: text.length}
  }
  const somewhereInShared = (shown: ShownBlock[]): Place => {
    const block = shown.find(({text}) => isShared(text))
    if (!block) throw new Error(`The shared paragraph is not shown: ${JSON.stringify(shown)}`)
    const {length} = block.text
    return {key: block.key, offset: draw() < 0.5 ? length : 1 + Math.floor(draw() * length)}
  }

  return {
    own,
    amongOthers: () => shared,
    async write(isOver) {
      while (!isOver()) {
        await placeCaret(page, endOfOwn)
        for (let n = 0; n < 4; n++) {
          const [first = '', ...more] = (await inOwn()).split('\n')
          own.push(`${own.pop() ?? ''}${first}`, ...more)
        }
        await placeCaret(page, somewhereInShared)
        for (let n = 0; n < 3; n++) shared += (await inShared()).replaceAll(' ', '').length
      }
    },
  }
}

/** A line of plain words from another program. The clipboard itself is one for everybody here. */
async function handLine(page: Page, line: string): Promise<void> {
  await bodyText(page).evaluate((editor, line) => {
    const data = new DataTransfer()
    data.setData('text/plain', line)
    editor.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}),
    )
  }, line)
}
