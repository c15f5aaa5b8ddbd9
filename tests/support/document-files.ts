// The files and changes that a document tells its reader to make.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

export interface Step {
  /** The heading under which it is told. */
  chapter: string
  file: string
  /** The whole file, or a change as a diff without line numbers. */
  text: string
  isDiff: boolean
}

const CODE = /```(\w*)\n([^]*?)```/g

/** Reads the document: a code block belongs to the last file that was named on a line of its own. */
export function stepsOf(document: string): Step[] {
  return document.split(/^## /m).flatMap((chapterText) => {
    const chapter = chapterText.split('\n')[0] ?? ''
    const parts = chapterText.split(/^`([^`\n]+)`(?:, new)?:\n/m)
    return parts.flatMap((file, index) =>
      index % 2 === 0
        ? []
        : [...(parts[index + 1] ?? '').matchAll(CODE)].flatMap(([, language, text = '']) =>
            language === 'sh' ? [] : [{chapter, file, text, isDiff: language === 'diff'}],
          ),
    )
  })
}

/** Does in `folder` what the step says. @throws Error where it cannot be done as it is written */
export function follow(folder: string, {file, text, isDiff}: Step): void {
  const path = join(folder, file)
  if (isDiff) return writeFileSync(path, changed(readFileSync(path, 'utf8'), text, file))
  if (existsSync(path)) throw new Error(`${file} is called new, and it is there already.`)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
}

function changed(before: string, diff: string, file: string): string {
  const lines = diff.trimEnd().split('\n')
  const side = (sign: string) =>
    lines
      .filter((line) => line.startsWith(sign) || line.startsWith(' '))
      .map((line) => `${line.slice(1)}\n`)
      .join('')
  const places = before.split(side('-'))
  if (places.length !== 2) {
    throw new Error(`${file} has ${places.length - 1} places that look like this:\n${side('-')}`)
  }
  return places.join(side('+'))
}
