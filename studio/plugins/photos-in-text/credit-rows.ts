// The photos in the dialog *One credit for all*, and the changes that are saved. Pure.
import type {Parties} from '@copydesk/intake/credits'
import {textOf} from '../../ui/form-values.ts'
import {creditFields} from './photo-documents.ts'
import type {TakenPicture} from './take-pictures.ts'

/** Fields of a photo that a person may change. */
export const ROW_FIELDS = ['caption', 'creator', 'copyrightHolder'] as const

export type RowField = (typeof ROW_FIELDS)[number]
export type Row = Record<RowField | 'creditLine', string>

/** As the photos are, by what their files say. */
export const rowsOf = (pictures: readonly TakenPicture[]): Row[] =>
  pictures.map(({documents: [photo]}) => ({
    caption: textOf(photo?.['caption']),
    creditLine: textOf(photo?.['creditLine']),
    creator: textOf(photo?.['creator']),
    copyrightHolder: textOf(photo?.['copyrightHolder']),
  }))

/** The same rows with one credit for all, as far as it is typed. */
export const withCredit = (rows: readonly Row[], credit: string, parties: Parties): Row[] =>
  credit.trim() === ''
    ? [...rows]
    : rows.map((row) => ({...row, ...creditFields(credit.trim(), parties)}))

/** The credit of a photo that has none and whose parties were typed. */
export function completed(row: Row): Row {
  const parties = [row.creator.trim(), row.copyrightHolder.trim()].filter(Boolean)
  return row.creditLine.trim() === '' && parties.length > 0
    ? {...row, creditLine: parties.join(' / ')}
    : row
}

/** The fields that are not as before. */
export const changesOf = (before: Row, after: Row): Record<string, string> =>
  Object.fromEntries(
    Object.entries(completed(after))
      .map(([field, value]) => [field, value.trim()] as const)
      .filter(([field, value]) => value !== before[field as keyof Row]),
  )
