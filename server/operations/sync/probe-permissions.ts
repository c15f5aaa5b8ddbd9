// Whether the token may write what is about to move: asked before anything is written, so that nothing
// is moved by halves.
import {weakened} from './comparable.ts'
import type {LakeConnection, SyncDocument} from './lake-connection.ts'
import {Refused} from './refusal.ts'
import type {Kind} from './scope.ts'

export interface Sample {
  kind: Kind
  document: SyncDocument
}

const LABELS: Partial<Record<Kind, string>> = {
  public: 'published',
  draft: 'drafts of',
  private: 'private or under embargo',
  version: 'in releases,',
  privateVersion: 'in releases,',
}

/**
 * @param samples one document of each kind and type
 * @throws Refused naming all that is refused
 */
export async function probePermissions(
  to: LakeConnection,
  samples: readonly Sample[],
): Promise<void> {
  const refused: string[] = []
  let first = ''
  for (const {kind, document} of samples) {
    const probe = weakened(document, () => false).document
    try {
      if (kind === 'release') await to.importRelease(document, {dryRun: true})
      else await to.mutate([{createOrReplace: probe}], {dryRun: true})
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 403) throw error
      const word = LABELS[kind]
      refused.push(word ? `${word} ${document._type}` : document._type)
      first ||= error.message
    }
  }
  if (refused.length === 0) return
  throw new Refused(
    403,
    `The token may not write there: ${refused.join(', ')}. Nothing was written. ${first} A token with the role importer may write everything. Create it on the other side: "npm run copydesk -- token create --role importer --name move".`,
  )
}
