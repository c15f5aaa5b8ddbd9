// Where an import may read pictures and files from. Documents come from other people: an address in
// them must not make the importer read the operator's own files or the network around it.
import {realpathSync} from 'node:fs'
import {resolve, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

/** The field in which a document names the address of a picture or file that is still to be imported. */
export const IMPORT_ADDRESS = '_sanityAsset'
/** `image@file://./photos/a.jpg` */
const ADDRESS = /^(image|file)@([a-z]+):\/\/(.*)$/s

export interface AssetLimits {
  /** The archive's folder. Without it no file is accepted. */
  folder: string | undefined
  /** True: `http:` and `https:` addresses are accepted. */
  allowRemote: boolean
}

export interface RefusedAddress {
  documentId: string
  /** Where in the document: `body[2].image`. */
  path: string
  /** What is wrong, as the end of a sentence that begins with the place. */
  reason: string
  address: string
}

/**
 * Replaces each accepted file address by the real path with all links resolved, and removes each refused
 * one. It changes the documents.
 */
export function settleAssetAddresses(
  documents: readonly object[],
  limits: AssetLimits,
): RefusedAddress[] {
  const refused: RefusedAddress[] = []
  for (const document of documents) {
    const documentId = '_id' in document ? String(document._id) : 'without an _id'
    settleIn(document, '', (value, path) => {
      const settled = settle(value, limits)
      if ('address' in settled) return settled.address
      refused.push({documentId, path, reason: settled.reason, address: textOf(value)})
      return undefined
    })
  }
  return refused
}

type Visit = (value: unknown, path: string) => string | undefined

function settleIn(value: unknown, path: string, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) settleIn(item, `${path}[${index}]`, visit)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const members = value as Record<string, unknown>
  for (const [name, member] of Object.entries(members)) {
    if (name !== IMPORT_ADDRESS) {
      settleIn(member, path === '' ? name : `${path}.${name}`, visit)
      continue
    }
    const address = visit(member, path)
    if (address === undefined) delete members[IMPORT_ADDRESS]
    else members[IMPORT_ADDRESS] = address
  }
}

function settle(value: unknown, limits: AssetLimits): {address: string} | {reason: string} {
  const [, type = '', scheme = '', rest = ''] =
    (typeof value === 'string' && ADDRESS.exec(value)) || []
  if (type === '') {
    return {
      reason: 'names no address such as "image@file://./photo.jpg" or "file@file://./notes.pdf"',
    }
  }
  if (scheme === 'http' || scheme === 'https') {
    return limits.allowRemote ? {address: value as string} : {reason: 'names a remote address'}
  }
  if (scheme !== 'file') return {reason: `names a "${scheme}:" address`}
  const path = limits.folder === undefined ? null : pathBelow(limits.folder, `file://${rest}`)
  return path === null
    ? {reason: 'names a file outside of the archive’s folder'}
    : {address: `${type}@${pathToFileURL(path).href}`}
}

/** The real path of a file, or null where it is not below the folder. `file://./` begins in the folder. */
export function pathBelow(folder: string, address: string): string | null {
  try {
    const real = realpathSync(folder)
    const relative = /^file:\/\/\.\/(.*)$/s.exec(address)?.[1]
    const path =
      relative === undefined
        ? fileURLToPath(address)
        : fileURLToPath(new URL(`${pathToFileURL(real).href}/${relative}`))
    const found = realOrPlanned(path)
    return found.startsWith(real.endsWith(sep) ? real : real + sep) ? found : null
  } catch {
    // No address of a file at all, or a folder that cannot be read.
    return null
  }
}

/** Of a file that does not exist, the path where it would be. The importer then says that it is missing. */
function realOrPlanned(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const parent = resolve(path, '..')
    return parent === path ? path : resolve(realOrPlanned(parent), path.slice(parent.length + 1))
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
