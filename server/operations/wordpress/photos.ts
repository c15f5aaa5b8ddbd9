// Attachments and other pictures become photos: those of published articles are published, the others drafts.
import {languageNamed, photoCredit, type BodyPicture} from '@copydesk/intake/wordpress'
import {photoOf, type PhotoFacts, type Target} from '../../../workflow/intake/wordpress.ts'
import type {PictureFile} from './pictures.ts'
import {fileKeyOf} from './survey.ts'
import {MOST, type ImportContext} from './terms.ts'
import type {State, Wanted} from './write-documents.ts'

interface PhotoContext extends ImportContext {
  /** Answers the ID of the uploaded picture. */
  upload: (file: PictureFile) => Promise<string | null>
  refreshesPictures: boolean
}

/** A picture of a post, before its photo is written. */
export interface PhotoUse {
  id: string
  caption: string
  alt: string
  creditLine: string
}

interface Photo extends PhotoUse {
  state: State
}

export class PhotoImport {
  readonly #context: PhotoContext
  /** Photos that were written, by ID. */
  readonly #photos = new Map<string, Photo>()
  readonly #waiting = new Map<string, {wanted: Wanted; facts: PhotoFacts}>()
  readonly #toPublish = new Set<string>()

  constructor(context: PhotoContext) {
    this.#context = context
  }

  /** The photo of a picture in a text; null where the text names no file that can be found again. */
  useOf(picture: BodyPicture, isPublic: boolean): PhotoUse | null {
    const {survey, ids} = this.#context
    const known = picture.attachment && survey.attachments.has(picture.attachment)
    const attachment = known
      ? picture.attachment
      : survey.files.get(fileKeyOf(picture.address) ?? '')
    if (attachment) return this.#use(ids.post(attachment), attachment, {picture, isPublic})
    return picture.address ? this.#use(ids.image(picture.address), null, {picture, isPublic}) : null
  }

  /** The photo of an attachment by its ID. */
  attachment(id: string, isPublic: boolean): PhotoUse | null {
    const {survey, ids} = this.#context
    return survey.attachments.has(id) ? this.#use(ids.post(id), id, {isPublic}) : null
  }

  targetOf(use: PhotoUse | null): Target {
    const photo = use && this.#photos.get(use.id)
    return photo && photo.state !== 'gone'
      ? {id: photo.id, type: 'photoWithCredit', isPublished: photo.state === 'published'}
      : null
  }

  /** Writes what posts have asked for since. */
  async write(): Promise<void> {
    const {writer, report} = this.#context
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (let from = 0; from < waiting.length; from += MOST) {
      const some = waiting.slice(from, from + MOST)
      const states = await writer.write(some.map(({wanted}) => wanted))
      for (const {wanted, facts} of some) {
        const {_id: id} = wanted.content
        this.#photos.set(id, {...useOf(id, facts), state: states.get(id) ?? 'gone'})
        if (!facts.creditLine) report.note('photoWithoutCredit', id)
        if (!facts.alt) report.note('photoWithoutAlt', id)
      }
    }
    const states = await writer.publish([...this.#toPublish])
    this.#toPublish.clear()
    for (const [id, state] of states) {
      const photo = this.#photos.get(id)
      if (photo) photo.state = state
    }
  }

  /** The rest of the library, as drafts. */
  async writeUnused(onStep: (current: number, total: number) => void): Promise<void> {
    const {survey, ids} = this.#context
    const rest = [...survey.attachments.keys()].filter((id) => !this.#photos.has(ids.post(id)))
    for (const [index, id] of rest.entries()) {
      this.attachment(id, false)
      if (this.#waiting.size < MOST && index < rest.length - 1) continue
      await this.write()
      onStep(index + 1, rest.length)
    }
  }

  #use(
    id: string,
    attachment: string | null,
    {picture, isPublic}: {picture?: BodyPicture; isPublic: boolean},
  ): PhotoUse {
    const before = this.#photos.get(id)
    if (before) {
      if (isPublic && before.state === 'draft') this.#toPublish.add(id)
      return before
    }
    const waiting = this.#waiting.get(id)
    const facts = waiting?.facts ?? this.#factsOf(attachment, picture)
    this.#waiting.set(id, {
      facts,
      wanted: {
        content: photoOf(id, facts),
        isPublic: isPublic || (waiting?.wanted.isPublic ?? false),
        picture: (isThere) => this.#pictureOf(id, attachment, {picture, isThere}),
      },
    })
    return useOf(id, facts)
  }

  /** What the attachment says, and what the first text that shows it says beside that. */
  #factsOf(attachment: string | null, picture: BodyPicture | undefined): PhotoFacts {
    const {survey} = this.#context
    const known = attachment ? survey.attachments.get(attachment) : undefined
    const rules = languageNamed(survey.site.language)
    const credit = photoCredit(
      {
        caption: known?.caption ?? '',
        fields: known?.credits ?? [],
        shown: picture?.creditLine ?? null,
      },
      rules,
    )
    return {
      caption: credit.caption || (picture?.caption ?? ''),
      alt: known?.alt || (picture?.alt ?? ''),
      creditLine: credit.creditLine ?? '',
      creator: credit.creator ?? '',
      holder: credit.holder ?? '',
      copyrightNotice: credit.copyrightNotice ?? '',
      licenseUrl: credit.licenseUrl ?? '',
      usageTerms: credit.usageTerms ?? '',
      asset: null,
    }
  }

  async #pictureOf(
    id: string,
    attachment: string | null,
    {picture, isThere}: {picture: BodyPicture | undefined; isThere: boolean},
  ): Promise<string | null> {
    const {survey, upload, refreshesPictures, report} = this.#context
    if (isThere && !refreshesPictures) return null
    const known = attachment ? survey.attachments.get(attachment) : undefined
    const file = {address: known?.file ?? picture?.address ?? null, path: known?.path ?? null}
    const asset = await upload(file)
    if (!asset && !isThere) report.note('photoWithoutFile', file.path ?? file.address ?? id)
    return asset
  }
}

const useOf = (id: string, {caption, alt, creditLine}: PhotoFacts): PhotoUse => ({
  id,
  caption,
  alt,
  creditLine,
})
