// Fields that some roles alone change, on drafts too. The form shows them read-only to everybody else
// (schemas/rules/roles), so that a refusal meets nobody who types.
import {publishedIdOf} from '../piece.ts'

interface OwnedDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

interface RuleInput {
  changes: readonly {id: string; previous: OwnedDocument | null; result: OwnedDocument | null}[]
  read: (id: string) => OwnedDocument | null
  actor: {kind: string; roles: readonly string[]}
}

interface FieldReason {
  code: 'fieldOwnership'
  severity: 'error'
  document: string
  path: string
  message: string
}

interface OwnedField {
  type: string
  path: [string, string]
  roles: string[]
  /** What a document has before anybody decided. */
  initial?: string
  message: string
}

const OWNED: OwnedField[] = [
  {
    type: 'photoWithCredit',
    path: ['rights', 'clearance'],
    roles: ['photoEditor', 'editor'],
    initial: 'unchecked',
    message: 'The photo desk or an editor clears the rights of a photo.',
  },
  {
    type: 'article',
    path: ['embargo', 'until'],
    roles: ['editor'],
    message: 'An editor sets and lifts an embargo.',
  },
]

/** A rule for the lake's commit. An import brings along what others decided. */
export function holdFieldOwnership({changes, read, actor}: RuleInput): {reasons: FieldReason[]} {
  if (actor.kind === 'system' || actor.roles.includes('importer')) return {reasons: []}
  const fields = OWNED.filter(({roles}) => !actor.roles.some((role) => roles.includes(role)))
  const reasons = changes.flatMap(({id, previous, result}) => {
    if (!result) return []
    // The first edit of what is published makes its draft, with all that was decided on it.
    const published = publishedIdOf(id)
    const draft = id.startsWith('versions.') ? read(`drafts.${published}`) : null
    const base = previous ?? draft ?? read(published)
    return fields
      .filter(({type}) => type === result._type || type === base?._type)
      .filter((field) => valueOf(base, field) !== valueOf(result, field))
      .map(({path, message}): FieldReason => ({
        code: 'fieldOwnership',
        severity: 'error',
        document: id,
        path: path.join('.'),
        message,
      }))
  })
  return {reasons}
}

/** Compared as text: what is no text at all is no decision either, but must not be slipped in. */
function valueOf(document: OwnedDocument | null, {path: [object, name], initial}: OwnedField) {
  const value: unknown = (document?.[object] as Record<string, unknown> | null | undefined)?.[name]
  return value === undefined || value === null
    ? initial
    : JSON.stringify(value).replace(/^"|"$/g, '')
}
