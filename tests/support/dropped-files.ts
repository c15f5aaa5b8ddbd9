// Files that somebody drags from the desktop into the studio.
import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Locator} from 'playwright-core'

export interface DroppedFile {
  name: string
  type: string
  /** In base64. */
  data: string
}

export const pictureFile = (file: URL): DroppedFile => ({
  name: basename(fileURLToPath(file)),
  type: 'image/jpeg',
  data: readFileSync(file).toString('base64'),
})

/** Drops files over the upper or the lower edge of an element. */
export async function drop(
  target: Locator,
  edge: 'top' | 'bottom',
  ...files: DroppedFile[]
): Promise<void> {
  await target.evaluate(
    (element, [given, isTop]) => {
      const dataTransfer = new DataTransfer()
      for (const {name, type, data} of given) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name, {type}))
      }
      const {top, bottom} = element.getBoundingClientRect()
      const clientY = isTop ? top + 1 : bottom - 1
      const init = {dataTransfer, clientY, bubbles: true, cancelable: true}
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(new DragEvent(type, init))
    },
    [files, edge === 'top'] as const,
  )
}
