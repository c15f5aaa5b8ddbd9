// Which drops and pastes are for a text, and what they carry.
import type {ClipboardEvent, DragEvent, SyntheticEvent} from 'react'

/** Otherwise the browser opens a dropped file in place of the studio. */
export function stop(event: SyntheticEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** On the element around the editor of a text. */
export const TEXT_INPUT = {'data-text-input': ''}

/**
 * Whether the event is for this text. For React, the dialogs of its blocks are inside it. They have their own fields, which
 * take files, and their own texts, which have their own advice.
 */
export function isForText({target, currentTarget}: SyntheticEvent): boolean {
  if (!(target instanceof Element)) return false
  const input = target.closest('[data-text-input]')
  // In full screen the editor is elsewhere on the page.
  if (input && input !== currentTarget) return false
  return Boolean(target.closest('[data-is-file-target]')?.querySelector('[data-pt-editor]'))
}

/** Content that was copied or dragged inside the studio. It brings its blocks along. */
export const isCopiedHere = ({types}: DataTransfer): boolean =>
  types.some((type) => type.includes('portable-text'))

export const carriesFiles = (data: DataTransfer): boolean =>
  data.types.includes('Files') && !isCopiedHere(data)

/** Word adds a picture of the words themselves. */
export const hasWords = (data: DataTransfer): boolean =>
  ['text/html', 'text/plain'].every((type) => data.getData(type))

/** Files of a clipboard that has no words beside them. */
export const pastedFiles = ({clipboardData}: ClipboardEvent): File[] =>
  carriesFiles(clipboardData) && !hasWords(clipboardData) ? [...clipboardData.files] : []

export const droppedFiles = ({dataTransfer}: DragEvent): File[] => [...dataTransfer.files]

const PICTURES = /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp)$/i

/** Browsers do not know the media type of some pictures. */
const isPicture = ({name, type}: File): boolean =>
  type.startsWith('image/') || (type === '' && PICTURES.test(name))

/** Pictures in the order of the files, and the names of what is not one. */
export function sortFiles(files: readonly File[]): {pictures: File[]; others: string[]} {
  return {
    pictures: files.filter(isPicture),
    others: files.filter((file) => !isPicture(file)).map(({name}) => name),
  }
}
