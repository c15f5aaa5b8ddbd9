// Divides a caption that ends in its credit. Pure.
import type {CaptionWithCredit} from '@copydesk/intake/credits'
import {textOf} from '../../ui/form-values.ts'

/** The fields that change together. */
export const SPLIT_FIELDS = ['caption', 'creditLine', 'creator', 'copyrightHolder'] as const

export type Split = Record<(typeof SPLIT_FIELDS)[number], string>

/**
 * The fields after the split; null if there is nothing to offer. A credit that the photo has already is not replaced by
 * another, and neither are its parties.
 */
export function offerFor(
  photo: Readonly<Record<string, unknown>>,
  read: CaptionWithCredit | null,
): Split | null {
  if (!read || read.caption === '') return null
  const credit = textOf(photo['creditLine'])
  if (credit.trim() !== '' && !isSame(credit, read.creditLine)) return null
  return {
    caption: read.rest ? `${read.caption} ${read.rest}` : read.caption,
    creditLine: credit.trim() ? credit : read.creditLine,
    creator: textOf(photo['creator']) || (read.creator ?? ''),
    copyrightHolder: textOf(photo['copyrightHolder']) || (read.holder ?? ''),
  }
}

const isSame = (one: string, other: string): boolean => plain(one).includes(plain(other))

/** The words, without marks. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
