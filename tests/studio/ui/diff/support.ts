// Diffs as short texts: [-removed-] {+added+}.
import {schema} from '../../../schemas/support.ts'
import type {FieldDiff, Row, Run} from '../../../../studio/ui/diff/diff-model.ts'
import {diffPieces, type DiffHelp} from '../../../../studio/ui/diff/piece-diff.ts'
import {schemaShapes} from '../../../../studio/ui/diff/schema-shapes.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'

const TITLES: Record<string, string> = {
  world: 'World',
  economy: 'Economy',
  ann: 'Ann Petrie',
  bo: 'Bo Lindqvist',
  'other-ann': 'Ann Petrie',
  earlier: 'An earlier story',
}

export const help: DiffHelp = {
  shapeOf: schemaShapes(schema),
  titleOf: (id) => TITLES[id],
  timeZone: 'Asia/Tokyo',
}

export const ref = (_ref: string) => ({_type: 'reference', _ref})

export const article = (fields: Record<string, unknown>): PieceDocument => ({
  _id: 'story',
  _type: 'article',
  ...fields,
})

export function paragraph(_key: string, text: string, more: Record<string, unknown> = {}) {
  const children = [{_key: `${_key}0`, _type: 'span', text, marks: []}]
  return {_key, _type: 'block', style: 'normal', markDefs: [], children, ...more}
}

/** Every changed field of every changed document: title and what changed. */
export function changes(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, string | string[]> {
  return changesOf([article(before)], [article(after)])[0]?.fields ?? {}
}

export function changesOf(before: PieceDocument[], after: PieceDocument[]) {
  return diffPieces(before, after, help).documents.map(({kind, title, change, fields}) => ({
    document: `${kind} “${title}” ${change}`,
    fields: Object.fromEntries(fields.map((field) => [field.title, fieldInText(field)])),
  }))
}

function fieldInText(field: FieldDiff): string | string[] {
  switch (field.kind) {
    case 'words':
      return inText(field.runs)
    case 'swap':
      return `${field.before ?? 'empty'} → ${field.after ?? 'empty'}${field.note ? ` (${field.note})` : ''}`
    case 'note':
      return field.note
    case 'rows':
      return field.rows.map(rowInText)
  }
}

function rowInText({change, style, label, runs, notes, fields}: Row): string {
  if (change === 'same') return '='
  const name = label ?? (['normal', 'item'].includes(style) ? '' : style)
  const details = fields.map(
    (field) => `${field.title}: ${[fieldInText(field)].flat().join(' / ')}`,
  )
  return [name && `${name}:`, inText(runs), ...[...notes, ...details].map((note) => `(${note})`)]
    .filter(Boolean)
    .join(' ')
}

export function inText(runs: readonly Run[]): string {
  const signs = {same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}']}
  return runs.map(({change, text}) => signs[change].join(text)).join('')
}
