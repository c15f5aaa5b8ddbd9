// Fields that only some roles change, on drafts too. The form shows them read-only to everybody else
// (schemas/rules/roles), so that a refusal meets nobody who types.
import {isPieceType} from '../../model/registry.ts'
import {at} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import type {PieceDocument} from '../piece.ts'
import {basesOf, copiedFrom} from '../bases.ts'
import {imports, type RuleAnswer, type RuleInput} from './types.ts'

interface OwnedField {
  isOf: (type: string | undefined) => boolean
  path: [string, string]
  roles: string[]
  /** What a document has before anybody decided. */
  initial?: string
  message: string
}

const OWNED: OwnedField[] = [
  {
    isOf: (type) => type === 'photoWithCredit',
    path: ['rights', 'clearance'],
    roles: ['photoEditor', 'editor'],
    initial: 'unchecked',
    message: 'The photo desk or an editor clears the rights of a photo.',
  },
  {
    isOf: isPieceType,
    path: ['embargo', 'until'],
    roles: ['editor'],
    message: 'An editor sets and lifts an embargo.',
  },
]

/** A rule for the lake's commit. An import brings along what others decided. */
export function holdFieldOwnership(input: RuleInput): RuleAnswer {
  if (imports(input)) return {}
  const {roles} = input.actor
  const fields = OWNED.filter((field) => !roles.some((role) => field.roles.includes(role)))
  const reasons = input.changes.flatMap((change) => {
    const {id, result} = change
    const guarded = fields.filter(({isOf}) => isOf(result?._type))
    if (!result || guarded.length === 0) return []
    const bases = [...basesOf(change, input), ...copiedFrom(change, input)]
    return guarded
      .filter((field) => !stays(field, result, bases))
      .map(({path, message}) =>
        error('fieldOwnership', {document: id, path: path.join('.')}, message),
      )
  })
  return {reasons}
}

function stays(
  field: OwnedField,
  result: PieceDocument,
  bases: readonly (PieceDocument | null)[],
): boolean {
  const value = valueOf(result, field)
  return (bases.length > 0 ? bases : [null]).some((base) => valueOf(base, field) === value)
}

/** Compared as text: another value is not a decision, but must not be written either. */
function valueOf(document: PieceDocument | null, {path, initial}: OwnedField): string | undefined {
  const value = at(document, path)
  return value === undefined || value === null
    ? initial
    : JSON.stringify(value).replace(/^"|"$/g, '')
}
