// Reads what an import is given: NDJSON, a folder, or a .tar.gz with one NDJSON file in it.
import {unpackTar} from 'modern-tar/fs'
import {createReadStream} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {pathToFileURL} from 'node:url'
import {createUnzip} from 'node:zlib'
import {Readable} from 'node:stream'
import {lines} from '../../commands/ndjson-lines.ts'
import {OperatorError} from '@copydesk/lake/errors'
import {pathBelow} from './asset-addresses.ts'

export interface ArchiveDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

export interface Archive {
  documents: ArchiveDocument[]
  /** What file addresses in the documents are relative to; undefined where there is no folder. */
  folder: string | undefined
  /** What people wrote about pictures and files, from `assets.json`. */
  assetMap: Record<string, never>
  /** Files of the archive, whether a document names them or not: `image#file:///…`. */
  assets: string[]
}

/**
 * Reads a stream of NDJSON or of an archive, compressed or not.
 *
 * @param folder what file addresses are relative to where the stream is NDJSON
 * @param temporary an empty folder that the archive is unpacked to
 * @throws OperatorError for what is neither
 */
export async function readArchiveStream(
  stream: AsyncIterable<Uint8Array>,
  {folder, temporary}: {folder: string | undefined; temporary: string},
): Promise<Archive> {
  const content = await peek(await decompressed(stream), TAR_MARK_AT + TAR_MARK.length)
  if (content.head.subarray(TAR_MARK_AT).toString('latin1') !== TAR_MARK) {
    return {documents: await documentsIn(content.all), folder, assetMap: {}, assets: []}
  }
  await pipeline(Readable.from(content.all), unpackTar(temporary))
  const found = await ndjsonBelow(temporary)
  if (found === undefined) throw new OperatorError('There is no .ndjson file in the archive.')
  return await readArchiveFolder(dirname(found))
}

/** @throws OperatorError where the folder does not hold exactly one NDJSON file, or links lead out of it */
export async function readArchiveFolder(folder: string): Promise<Archive> {
  const [file, ...more] = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'))
  if (file === undefined) throw new OperatorError(`There is no .ndjson file in ${folder}.`)
  if (more.length > 0) {
    throw new OperatorError(`There are several .ndjson files in ${folder}. Only one is supported.`)
  }
  const map = await readFile(within(folder, 'assets.json'), 'utf8').catch(() => '{}')
  return {
    documents: await documentsIn(createReadStream(within(folder, file))),
    folder,
    assetMap: JSON.parse(map) as Archive['assetMap'],
    assets: [...(await filesIn(folder, 'images')), ...(await filesIn(folder, 'files'))],
  }
}

async function filesIn(folder: string, kind: 'images' | 'files'): Promise<string[]> {
  const entries = await readdir(join(folder, kind), {withFileTypes: true}).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({name}) => within(folder, `${kind}/${name}`))
    .map((path) => `${kind === 'images' ? 'image' : 'file'}#${pathToFileURL(path).href}`)
}

/** The real path of a file of the archive. */
function within(folder: string, name: string): string {
  const path = pathBelow(folder, pathToFileURL(join(folder, name)).href)
  if (path !== null) return path
  throw new OperatorError(
    `${join(folder, name)} is a link to a file outside of the archive’s folder. Nothing was imported. Put the file itself there.`,
  )
}

/** Exports put it into a folder of the archive's name. */
async function ndjsonBelow(folder: string, levels = 3): Promise<string | undefined> {
  const entries = await readdir(folder, {withFileTypes: true})
  const file = entries.find((entry) => !entry.isDirectory() && entry.name.endsWith('.ndjson'))
  if (file) return join(folder, file.name)
  for (const entry of levels > 1 ? entries.filter((each) => each.isDirectory()) : []) {
    const found = await ndjsonBelow(join(folder, entry.name), levels - 1)
    if (found !== undefined) return found
  }
  return undefined
}

async function documentsIn(content: AsyncIterable<Uint8Array>): Promise<ArchiveDocument[]> {
  const documents: ArchiveDocument[] = []
  for await (const line of lines(content)) {
    const where = `Failed to parse line #${documents.length + 1}`
    if (line.includes('\u{FFFD}')) {
      throw new OperatorError(
        `${where}: it holds the character U+FFFD. Most likely the file was saved in an encoding other than UTF-8.`,
      )
    }
    try {
      documents.push(JSON.parse(line) as ArchiveDocument)
    } catch (error) {
      throw new OperatorError(
        `${where}: ${(error as Error).message}. Each line must be one document.`,
      )
    }
  }
  return documents
}

const TAR_MARK = 'ustar'
const TAR_MARK_AT = 257

async function decompressed(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const {head, all} = await peek(stream, 2)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return all
  const unzip = createUnzip()
  // What it throws comes out of `unzip` as well.
  pipeline(Readable.from(all), unzip).catch(() => {})
  return unzip
}

/** The first bytes of a stream, and the whole stream all the same. */
async function peek(
  stream: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<{head: Buffer; all: AsyncIterable<Uint8Array>}> {
  const iterator = stream[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  let isDone = false
  while (start.length < bytes && !isDone) {
    const next = await iterator.next()
    isDone = next.done === true
    if (!next.done) start = Buffer.concat([start, Buffer.from(next.value)])
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (start.length > 0) yield start
    if (!isDone) yield* {[Symbol.asyncIterator]: () => iterator}
  }
  return {head: start.subarray(0, bytes), all: all()}
}
