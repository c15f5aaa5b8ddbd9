// Takes an article in: its pictures first, then all documents in one transaction. Where anything fails there is no document,
// and the pictures that were uploaded for it are removed.
import type {Article, Picture, Reading} from '@copydesk/intake/types'
import {freeSlug} from '../free-slug.ts'
import type {Draft} from './documents.ts'
import {intakeOf, type IntakeFile, type RecordOptions} from './record.ts'

/** With `$beginning`. */
export const AUTHOR_SLUGS =
  '*[_type == "author" && string::startsWith(slug.current, $beginning)].slug.current'

/** The lake that documents are written to, as far as intake needs it. */
export interface IntakeLake {
  /** Answers the asset's ID, and whether the lake had the picture before. */
  upload: (picture: Picture & {bytes: Uint8Array}) => Promise<{id: string; wasThere: boolean}>
  /** Rejects as `create` would, and writes nothing. */
  check: (documents: readonly Draft[]) => Promise<void>
  /** The web addresses of authors that begin like this, drafts included. */
  authorSlugs: (beginning: string) => Promise<readonly string[]>
  /** Writes all documents or none. */
  create: (documents: readonly Draft[]) => Promise<void>
  /** Removes an asset that nothing uses. */
  remove: (assetId: string) => Promise<void>
}

export interface TakeInOptions extends Omit<RecordOptions, 'assetOf' | 'slugs'> {
  file: IntakeFile
  /** Makes the web address for a headline or a name. */
  slugOf?: (text: string, language: string) => Promise<string>
  signal?: AbortSignal
  onPicture?: (done: number, of: number) => void
}

/**
 * Writes an article and answers its ID.
 *
 * @throws what the lake threw, after the pictures were removed
 */
export async function takeIn(
  {article, reading}: {article: Article; reading: Reading},
  lake: IntakeLake,
  options: TakeInOptions,
): Promise<{articleId: string; documents: Draft[]}> {
  const uploaded: string[] = []
  const assets = new Map<number, string>()
  const wanted = article.photos.flatMap(({picture}) => (picture === null ? [] : [picture]))
  if (wanted.length > 0) await lake.check(intakeOf(article, options.file, options).documents)
  try {
    for (const [index, position] of wanted.entries()) {
      options.signal?.throwIfAborted()
      options.onPicture?.(index, wanted.length)
      const picture = reading.pictures[position]
      if (!picture?.bytes) continue
      const {id, wasThere} = await lake.upload({...picture, bytes: picture.bytes})
      if (!wasThere) uploaded.push(id)
      assets.set(position, id)
    }
    options.signal?.throwIfAborted()
    const made = intakeOf(article, options.file, {
      ...options,
      slugs: await slugsOf(article, options, lake),
      assetOf: (position) => assets.get(position) ?? null,
    })
    await lake.create(made.documents)
    return made
  } catch (error) {
    // What cannot be removed now is an unused asset; the reason for the failure is what matters.
    await Promise.allSettled(uploaded.map((id) => lake.remove(id)))
    throw error
  }
}

/** Of the headline, and of authors who have no document yet. */
async function slugsOf(
  {headline, bylines, language}: Article,
  {slugOf, known}: TakeInOptions,
  lake: IntakeLake,
): Promise<Map<string, string>> {
  const slugs = new Map<string, string>()
  if (!slugOf) return slugs
  if (headline) slugs.set(headline.text, await slugOf(headline.text, language))
  for (const {name} of bylines) {
    if (known?.authors?.has(name)) continue
    const slug = await slugOf(name, language)
    // Two authors of the same name have two pages.
    slugs.set(name, freeSlug(slug, new Set(await lake.authorSlugs(slug))))
  }
  return slugs
}
