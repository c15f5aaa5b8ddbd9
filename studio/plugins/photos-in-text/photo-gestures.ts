// Each gesture with pictures in an article, from the files to the blocks in the text.
import type {Editor} from '@portabletext/editor'
import {getSelectedBlocks} from '@portabletext/editor/selectors'
import {uuid} from '@sanity/uuid'
import type {Draft} from '../../../workflow/intake/documents.ts'
import {hashOf} from '../../data/photos/upload-picture.ts'
import {loadCreditReader} from './credit-reader.ts'
import {sortFiles} from './file-events.ts'
import {
  adviceForAddresses,
  adviceForKnown,
  adviceForMade,
  adviceForOthers,
  adviceForUnreadable,
  NO_CREDIT,
  type Advice,
} from './labels.ts'
import {makePhotos} from './make-photo.ts'
import type {PastedPictures} from './pasted-pictures.ts'
import {insertPhotos} from './photo-behaviors.ts'
import {factsOf, photoBlock, photoDraft, photoReference} from './photo-documents.ts'
import {unlessAway, type StudioPhotoLake} from './photo-lake.ts'
import {placeNow, type Place} from './place-in-text.ts'
import {takePictures, type KnownPhoto, type Picture, type TakenPicture} from './take-pictures.ts'
import {wordsOf, type Block} from './text-block.ts'
import {uploads} from './uploads.ts'

export interface PhotoTools {
  lake: StudioPhotoLake
  /** BCP 47. */
  language: string
  say: (advice: Advice, tone: 'info' | 'warning' | 'error') => void
  /** Asks for one credit for all of them. */
  askForCredit: (photos: NewPhotos) => void
}

/** Photos whose files were dropped together. */
export interface NewPhotos {
  pictures: readonly TakenPicture[]
  /** Their documents are there. Without the server it takes until the connection is back. */
  written: Promise<void>
}

/** The pictures among files that were dropped or pasted. The person is told about the others. */
export function picturesAmong({say}: Pick<PhotoTools, 'say'>, files: readonly File[]): File[] {
  const {pictures, others} = sortFiles(files)
  if (others.length > 0) say(adviceForOthers(others), 'warning')
  return pictures
}

/** Reads the files and makes the photos. They are not in the article yet. */
export async function takeFiles(tools: PhotoTools, given: readonly Picture[]): Promise<NewPhotos> {
  const {pictures, unreadable} = await takePictures(given, tools.lake, uuid)
  if (unreadable.length > 0) tools.say(adviceForUnreadable(unreadable), 'warning')
  const documents = pictures.flatMap((picture) => picture.documents)
  return {pictures, ...(await write(tools, documents))}
}

/** Resolves when the documents are there. Without the server it resolves at once, and `written` later. */
async function write(
  {lake}: PhotoTools,
  documents: readonly Draft[],
): Promise<Pick<NewPhotos, 'written'>> {
  const written = documents.length > 0 ? lake.write(documents) : Promise.resolve()
  await unlessAway(written, undefined)
  return {written}
}

/** Uploads the photos once they are in the article, and tells the person about those that the newsroom has. */
export function beginUploads(tools: PhotoTools, photos: NewPhotos): void {
  const {pictures, written} = photos
  const fresh = pictures.filter(({known}) => known === null)
  for (const picture of fresh) {
    void uploads.begin(picture.photoId, picture.file, async (onProgress) => {
      await written
      await tools.lake.send(picture, onProgress)
    })
  }
  const known = pictures.flatMap((picture) => picture.known ?? [])
  if (known.length > 0) tools.say(adviceForKnown(known), 'info')
  if (fresh.length > 1) tools.askForCredit({pictures: fresh, written})
}

export const blocksOf = (pictures: readonly TakenPicture[]): Block[] =>
  pictures.map(({photoId, known}) =>
    photoBlock(uuid(), photoReference(photoId, known?.isPublished ?? false)),
  )

/** The text as it is now. */
export const blocksIn = (editor: Editor): Block[] => editor.getSnapshot().context.value as Block[]

/** Files that were dropped or pasted into the text. */
export async function addToText(
  tools: PhotoTools,
  editor: Editor,
  {given, place}: {given: readonly Picture[]; place: Place},
): Promise<void> {
  const photos = await takeFiles(tools, given)
  insertBlocks(editor, blocksOf(photos.pictures), place)
  beginUploads(tools, photos)
}

export function insertBlocks(editor: Editor, blocks: readonly Block[], place: Place): void {
  const now = placeNow(blocksIn(editor), place)
  if (now && blocks.length > 0) insertPhotos(editor, {...now, blocks})
}

/** Pictures of pasted HTML. Resolves when the photos are made, with the block of each picture. */
export async function takePasted(
  tools: PhotoTools,
  {pictures, leftOut}: PastedPictures,
): Promise<{blocks: Block[]; begin: () => void}> {
  const {readCredit} = await loadCreditReader()
  const factsAt = (position: number) => {
    const {caption = '', alt} = pictures[position] ?? {}
    return {...factsOf(caption, readCredit(caption, tools.language, true)), ...(alt && {alt})}
  }
  const given = pictures.flatMap(({file}, position) =>
    file ? [{file, facts: factsAt(position), position}] : [],
  )
  const photos = await takeFiles(tools, given)
  const documents: Draft[] = []
  const blocks = pictures.map((_, position) => {
    const taken = photos.pictures.find(({at}) =>
      at.some((one) => given[one]?.position === position),
    )
    if (taken) return blocksOf([taken])[0] as Block
    const photoId = uuid()
    documents.push(photoDraft(photoId, factsAt(position)))
    return photoBlock(uuid(), photoReference(photoId, false))
  })
  await write(tools, documents)
  return {
    blocks,
    begin: () => {
      beginUploads(tools, photos)
      const waiting = documents.length
      if (waiting + leftOut > 0) tools.say(adviceForAddresses(waiting, leftOut), 'warning')
    },
  }
}

/** *Make a photo of this*, for the paragraph with the caret or those that are selected. */
export async function makePhotosOfSelection(tools: PhotoTools, editor: Editor): Promise<void> {
  const selected = getSelectedBlocks(editor.getSnapshot()).map(({node}) => node as Block)
  const {readCredit} = await loadCreditReader()
  const {documents, insertions} = makePhotos(
    selected,
    (text, isCaption) => readCredit(text, tools.language, isCaption),
    uuid,
  )
  if (insertions.length === 0) {
    tools.say(NO_CREDIT, 'warning')
    return
  }
  await write(tools, documents)
  // A colleague may have written in the paragraph meanwhile.
  const text = blocksIn(editor)
  const unchanged = insertions.filter(({beside, words}) =>
    text.some((block) => block._key === beside && wordsOf(block) === words),
  )
  insertPhotos(editor, ...unchanged)
  tools.say(adviceForMade(unchanged.length), 'info')
}

/**
 * A file for a photo that waits for it.
 *
 * @param onKnown the newsroom has the picture: its photo is used, with the caption that the waiting one has
 */
export function fillPhoto(
  tools: PhotoTools,
  {photoId, file}: {photoId: string; file: File},
  onKnown: (known: KnownPhoto, caption: string) => void,
): void {
  const {lake} = tools
  void uploads.begin(photoId, file, async (onProgress) => {
    const hash = hashOf(new Uint8Array(await file.arrayBuffer()))
    const known = (await lake.known([hash])).get(hash)
    if (known && known.photoId !== photoId) {
      const caption = await lake.captionOf(photoId)
      onKnown(known, caption === known.name ? '' : caption)
      tools.say(adviceForKnown([known]), 'info')
      return
    }
    await lake.fill(photoId, file)
    await lake.send({photoId, file, hash}, onProgress)
  })
}
