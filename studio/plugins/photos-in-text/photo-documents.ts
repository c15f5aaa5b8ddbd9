// The documents of a new photo, and where a text refers to it. Pure.
import type {CaptionWithCredit, Parties} from '@copydesk/intake/credits'
import {draftIdOf} from '../../../model/ids.ts'
import type {Draft} from '../../../workflow/intake/documents.ts'
import {filled, toDraft} from '../../../workflow/intake/portable-text.ts'
import {fillPlan} from '../../data/photos/fill-plan.ts'
import type {FileReading} from '../../data/photos/photo-fields.ts'
import {memoryOf} from '../../data/photos/photo-memory.ts'

const PHOTO = 'photoWithCredit'

/** Facts about a photo that has no document yet. */
export interface PhotoFacts {
  caption?: string
  alt?: string
  creditLine?: string
  creator?: string | null
  copyrightHolder?: string | null
}

/** As *Create* makes one, with what is known of it. */
export function photoDraft(photoId: string, {caption, ...facts}: PhotoFacts): Draft {
  return filled({
    _id: draftIdOf(photoId),
    _type: PHOTO,
    decorative: false,
    rights: {_type: 'rights', clearance: 'unchecked'},
    caption,
    ...facts,
  })
}

/** A new photo with what its file says, and the private document that remembers what is not confirmed. */
export function draftsOfFile(photoId: string, reading: FileReading, facts: PhotoFacts): Draft[] {
  const draft = photoDraft(photoId, facts)
  const {fields, memory} = fillFrom(photoId, draft, reading)
  const {rights, ...others} = fields
  return [
    {...draft, ...others, ...(rights && {rights: {...Object(draft['rights']), ...rights}})},
    ...(memory ? [memory] : []),
  ]
}

interface Filled {
  /** Fields of the photo that its file fills. */
  fields: Record<string, unknown> & {rights?: Record<string, unknown>}
  /** Null if the file says nothing. */
  memory: Draft | null
}

/** @param photo the document as it is: only empty fields are filled */
export function fillFrom(
  photoId: string,
  photo: Record<string, unknown>,
  reading: FileReading,
): Filled {
  const plan = fillPlan(photo, reading.statements, {})
  const fields: Filled['fields'] = {}
  for (const [path, value] of Object.entries(plan.set)) {
    const [field = '', part] = path.split('.')
    if (part) fields['rights'] = {...fields['rights'], [part]: value}
    else fields[field] = value
  }
  const says = reading.statements.length + Object.keys(reading.confidential).length > 0
  const {set, setIfMissing} = memoryOf(reading, plan)
  const memory = {
    _id: `private.photo.${photoId}`,
    _type: 'privatePhoto',
    photo: {_type: 'reference', _ref: photoId, _weak: true},
    ...setIfMissing,
    ...set,
  }
  return {fields, memory: says ? memory : null}
}

/** A reference to a photo. One that readers cannot see yet is published with the article. */
export const photoReference = (photoId: string, isPublished: boolean): Record<string, unknown> =>
  isPublished ? {_type: 'reference', _ref: photoId} : toDraft(photoId, PHOTO)

/** A block in the text. */
export const photoBlock = (key: string, photo: Record<string, unknown>) => ({
  _type: 'photoUse',
  _key: key,
  photo,
  role: 'inline',
})

/** The facts about a photo in a caption with its credit. */
export const factsOf = (text: string, read: CaptionWithCredit | null): PhotoFacts =>
  read
    ? {
        caption: read.caption,
        creditLine: read.creditLine,
        creator: read.creator,
        copyrightHolder: read.holder,
      }
    : {caption: text}

/** The fields that one credit sets. */
export const creditFields = (creditLine: string, {creator, holder}: Parties) => ({
  creditLine,
  creator: creator ?? '',
  copyrightHolder: holder ?? '',
})
