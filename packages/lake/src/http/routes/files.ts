// GET /images/:project/:dataset/:file and /files/…: the addresses in asset documents' `url`. As on
// Sanity, they contain the file's SHA-1, and everybody who knows one can open it. If all published
// documents with the file are hidden, only people who may read its document can. Mounted at the
// root.
import type {FileHandle} from 'node:fs/promises'
import {Hono, type Context} from 'hono'
import type {CreditFor} from '../../assets/credits.ts'
import {parseByteRange} from '../../assets/byte-range.ts'
import {mimeTypeOf} from '../../assets/mime-types.ts'
import {assetDocumentId, parseAssetFile, type AssetFileName} from '../../assets/names.ts'
import type {OriginalGrants} from '../../assets/original-grant.ts'
import {parseRenditionParams, type OutputFormat} from '../../assets/rendition-params.ts'
import type {Renditions} from '../../assets/renditions.ts'
import type {AssetStore} from '../../assets/store.ts'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import {isReader, isStranger} from '../../grants.ts'
import {isKnownToClient} from '../conditional.ts'
import type {LakeEnv} from '../context.ts'
import {fileAudience, type FileAudienceDeps} from '../file-audience.ts'

export interface FileRoutesDeps extends FileAudienceDeps {
  store: AssetStore
  renditions: Renditions
  /** Without it, no credit is written into pictures. */
  creditFor?: CreditFor
  hasDataset: (name: string) => boolean
  projectId: string
  /** Opens originals at addresses that an export has signed. */
  originalGrants?: OriginalGrants
}

type AnyContext = Context<LakeEnv, string>

/** Uploaded files share the studio's origin. Nothing in them may run, be sniffed or be framed. */
const SAFE = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
}
/**
 * A credit can be amended, so a picture is not cached for ever. For a day after the hour, a browser
 * shows the cached one while it loads the new one.
 */
const WHILE_CREDITED = 'public, max-age=3600, stale-while-revalidate=86400'
/** No published document names its credit yet. The next publication may. */
const UNTIL_CREDITED = 'public, max-age=60, stale-while-revalidate=600'

/** The address contains a share token: no cache may store the response. */
const noStore = (c: AnyContext): Record<string, string> =>
  c.get('actor').kind === 'shareToken' ? {'cache-control': 'private, no-store'} : {}

/** Audio can be opened in a browser, because its player runs no scripts of the file. */
const PLAYED = {
  ...SAFE,
  'content-security-policy':
    "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
}
const isPlayed = ({extension}: AssetFileName): boolean => mimeTypeOf(extension).startsWith('audio/')

/** A page that permits scripts of this origin must not find one among the uploads. */
const harmless = (type: string): string => (type === 'text/javascript' ? 'text/plain' : type)

/**
 * Pictures as renditions, recordings for playing, other files as downloads. A last path segment can
 * name the download.
 */
export function filesRoutes(deps: FileRoutesDeps): Hono<LakeEnv> {
  const image = async (c: AnyContext) => {
    const {name, dataset} = locate(deps, c, 'image')
    if ((c.req.query('dlRaw') ?? 'false') !== 'false') return sendOriginal(deps, c, dataset, name)
    if (name.kind !== 'image') throw new NotFound('There is no such picture.')
    // Parsed first, so that a mistake gets the same response for a hidden picture.
    const params = parseRenditionParams(new URL(c.req.url).searchParams)
    const {audience, headers: shared} = fileAudience(deps, c, dataset, name)
    const credit = deps.creditFor?.(dataset, assetDocumentId(name), audience) ?? null
    const accept = c.req.header('accept') ?? ''
    const rendition = deps.renditions.describe(name, params, accept, credit)
    const headers: Record<string, string> = {
      ...SAFE,
      ...shared,
      'content-type': rendition.mimeType,
      etag: rendition.etag,
    }
    if (deps.creditFor && audience === 'everybody') {
      headers['cache-control'] = credit ? WHILE_CREDITED : UNTIL_CREDITED
    }
    Object.assign(headers, noStore(c))
    if (params?.autoFormat) headers['vary'] = 'Accept'
    const download = c.req.query('dl')
    if (download !== undefined) {
      const fallback = downloadName(deps, dataset, name, rendition.format)
      headers['content-disposition'] = disposition('attachment', download || fallback, name.file)
    }
    if (isKnownToClient(c, rendition.etag)) {
      if (!(await deps.store.stat(dataset, name.file)))
        throw new NotFound('There is no such picture.')
      return new Response(null, {status: 304, headers})
    }
    const made = await deps.renditions.open(dataset, rendition)
    return made instanceof Uint8Array ? sendMade(c, made, headers) : send(c, made, headers)
  }

  const file = async (c: AnyContext) => {
    const {name, dataset} = locate(deps, c, 'file')
    const {headers: shared} = fileAudience(deps, c, dataset, name)
    const headers = {...(isPlayed(name) ? PLAYED : SAFE), ...shared, ...noStore(c)}
    return sendStored(deps, c, dataset, name, headers)
  }

  return new Hono<LakeEnv>()
    .get('/images/:project/:dataset/:file', image)
    .get('/images/:project/:dataset/:file/:vanity', image)
    .get('/files/:project/:dataset/:file', file)
    .get('/files/:project/:dataset/:file/:vanity', file)
}

function locate(
  {projectId, hasDataset}: FileRoutesDeps,
  c: AnyContext,
  kind: 'image' | 'file',
): {name: AssetFileName; dataset: string} {
  // A proxy could cache a refusal for longer than the file is hidden. A missing file gets the same
  // header, so that both look alike.
  c.header('cache-control', 'no-store')
  const {project, dataset = '', file = ''} = c.req.param() as Record<string, string>
  const name = parseAssetFile(file)
  if (project !== projectId || !hasDataset(dataset) || name?.kind !== kind) {
    throw new NotFound(`There is no such ${kind === 'image' ? 'picture' : 'file'}.`)
  }
  return {name, dataset}
}

/** The uploaded file with all its metadata, for staff and tokens that may read the document. */
async function sendOriginal(
  deps: FileRoutesDeps,
  c: AnyContext,
  dataset: string,
  name: AssetFileName,
): Promise<Response> {
  const path = `images/${deps.projectId}/${dataset}/${name.file}`
  if (!deps.originalGrants?.opens(path, c.req.query())) {
    const actor = c.get('actor')
    if (isStranger(actor)) {
      throw new Unauthenticated('The original needs a sign-in or a token. Leave "dlRaw" out.')
    }
    const document = deps.documents.get(dataset, assetDocumentId(name))
    if (!document || isReader(actor)) throw new NotFound('There is no such picture.')
    if (!deps.grantsOf(dataset).permits(actor, 'read', document)) {
      throw new Forbidden('You may not read this picture.')
    }
  }
  return sendStored(deps, c, dataset, name, {
    ...SAFE,
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    // @sanity/export compares it with what it received.
    'x-sanity-sha1': name.sha1,
  })
}

/** The photographer's file name, with the extension of the sent format. */
function downloadName(
  {documents}: FileRoutesDeps,
  dataset: string,
  name: AssetFileName,
  format: OutputFormat,
): string {
  const original = documents.get(dataset, assetDocumentId(name))?.['originalFilename']
  const given = typeof original === 'string' ? original : name.file
  return `${given.replace(/\.[a-z0-9]{1,5}$/i, '')}.${format === 'jpeg' ? 'jpg' : format}`
}

/** Stored bytes, unchanged. A download, except for a recording that was not requested as one. */
async function sendStored(
  {store, documents}: FileRoutesDeps,
  c: AnyContext,
  dataset: string,
  name: AssetFileName,
  common: Record<string, string>,
): Promise<Response> {
  if (!(await store.stat(dataset, name.file))) throw new NotFound('There is no such file.')
  const document = documents.get(dataset, assetDocumentId(name))
  const original = document?.['originalFilename']
  const wanted = c.req.query('dl') || c.req.param('vanity')
  const isInline = isPlayed(name) && c.req.query('dl') === undefined
  const etag = `"${name.sha1}"`
  const headers: Record<string, string> = {
    ...common,
    'accept-ranges': 'bytes',
    'content-type': harmless(mimeTypeOf(name.extension)),
    'content-disposition': disposition(
      isInline ? 'inline' : 'attachment',
      wanted || (typeof original === 'string' ? original : undefined),
      name.file,
    ),
    etag,
  }
  if (isKnownToClient(c, etag)) return new Response(null, {status: 304, headers})
  return send(c, await store.open(dataset, name.file), headers)
}

function sendMade(c: AnyContext, bytes: Uint8Array, headers: Record<string, string>): Response {
  const body = c.req.method === 'HEAD' ? null : new Uint8Array(bytes)
  return new Response(body, {headers: {...headers, 'content-length': String(bytes.length)}})
}

/** Sends an open file, or the requested range of it, and closes it. */
async function send(
  c: AnyContext,
  handle: FileHandle,
  headers: Record<string, string>,
): Promise<Response> {
  const {size} = await handle.stat().catch(async (error: unknown) => {
    await handle.close()
    throw error
  })
  const condition = c.req.header('if-range')
  const ranges = headers['accept-ranges'] && (!condition || condition === headers['etag'])
  const range = ranges ? parseByteRange(c.req.header('range'), size) : null
  if (range === 'unsatisfiable') {
    await handle.close()
    return new Response(null, {
      status: 416,
      headers: {...headers, 'content-range': `bytes */${size}`},
    })
  }
  const {start, end} = range ?? {start: 0, end: size - 1}
  const sent = {
    ...headers,
    'content-length': String(end - start + 1),
    ...(range ? {'content-range': `bytes ${start}-${end}/${size}`} : {}),
  }
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD' || size === 0) {
    await handle.close()
    return new Response(null, {status, headers: sent})
  }
  return new Response(streamOf(handle, start, end), {status, headers: sent})
}

/** Reads as fast as the client, and closes the file at the end or when the client disconnects. */
function streamOf(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const buffer = new Uint8Array(Math.min(65_536, end - at + 1))
        const {bytesRead} = await handle.read(buffer, 0, buffer.length, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (at <= end && bytesRead > 0) return
        await handle.close()
        controller.close()
      } catch (error) {
        // A handle that is left to the garbage collector ends the process.
        await handle.close()
        throw error
      }
    },
    cancel: () => handle.close(),
  })
}

/** A safe Content-Disposition for any name (RFC 6266). */
function disposition(
  kind: 'attachment' | 'inline',
  filename: string | undefined,
  fallback: string,
): string {
  const name = filename?.replaceAll(/[\p{Cc}/\\]/gu, '_') || fallback
  const ascii = name.replaceAll(/[^\x20-\x7e]|["%;]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
