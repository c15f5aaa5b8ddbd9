// The files of a backup: `lake.sqlite`, `assets/originals/…`, `manifest.json`, and checksums of all of
// them in `SHA256SUMS`, as `sha256sum -c` reads it.
import {createHash} from 'node:crypto'
import {open, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {z} from 'zod'
import {OperatorError} from '@copydesk/lake/errors'

export const MANIFEST = 'manifest.json'
export const CHECKSUMS = 'SHA256SUMS'
export const DATABASE = 'lake.sqlite'
export const ORIGINALS = 'assets/originals'

const schema = z.object({
  /** Of this folder's layout. */
  format: z.literal(1),
  copydesk: z.string(),
  /** The database's `user_version`. */
  schema: z.int().positive(),
  /** ISO 8601: every write acknowledged before is in it. */
  createdAt: z.string(),
  documents: z.int(),
  /** Without the manifest itself. */
  files: z.int().positive(),
  bytes: z.int(),
  /** Originals that documents name and that could not be copied. */
  missing: z.array(z.string()),
})

export type Manifest = z.infer<typeof schema>
/** Hexadecimal SHA-256 by path below the backup's folder, with forward slashes. */
export type Checksums = Map<string, string>

/** Writes both; the backup is complete with them. */
export async function writeManifest(
  folder: string,
  manifest: Manifest,
  checksums: Checksums,
): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await writePrivate(join(folder, MANIFEST), text)
  const all = [...checksums, [MANIFEST, createHash('sha256').update(text).digest('hex')] as const]
  await writePrivate(
    join(folder, CHECKSUMS),
    all.map(([path, sha256]) => `${sha256}  ${path}\n`).join(''),
  )
}

async function writePrivate(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Reads both and compares them. The files themselves are verified elsewhere.
 *
 * @throws OperatorError if the folder is not a backup, or is damaged
 */
export async function readManifest(
  folder: string,
): Promise<{manifest: Manifest; checksums: Checksums}> {
  const [text, lines] = await Promise.all([
    readFile(join(folder, MANIFEST), 'utf8').catch(() => null),
    readFile(join(folder, CHECKSUMS), 'utf8').catch(() => null),
  ])
  if (text === null && lines === null) {
    throw new OperatorError(`${folder} is not a backup: there is no ${MANIFEST} in it.`)
  }
  if (text === null || lines === null) {
    throw damaged(folder, `${text === null ? MANIFEST : CHECKSUMS} is missing`)
  }
  const checksums: Checksums = new Map(
    lines.split('\n').flatMap((line) => {
      const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
      return path ? [[path, sha256] as const] : []
    }),
  )
  if (checksums.get(MANIFEST) !== createHash('sha256').update(text).digest('hex')) {
    throw damaged(folder, `${MANIFEST} is not what ${CHECKSUMS} says`)
  }
  checksums.delete(MANIFEST)
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) {
    throw new OperatorError(`${folder} was written by another Copydesk: its layout is not known.`)
  }
  if (checksums.size !== parsed.data.files || !checksums.has(DATABASE)) {
    throw damaged(folder, `${CHECKSUMS} does not list every file`)
  }
  return {manifest: parsed.data, checksums}
}

export const damaged = (folder: string, what: string): OperatorError =>
  new OperatorError(`The backup ${folder} is damaged: ${what}. Nothing was changed.`)
