// Fronts for tests: a container is written as its name and its slots.
import type {PieceDocument} from '../../../workflow/piece.ts'

type Fields = Record<string, unknown>

export const slot = (piece: string, fields: Fields = {}) => ({
  _key: `s-${piece}`,
  _type: 'frontSlot',
  piece: {_type: 'reference', _ref: piece, _weak: true},
  ...fields,
})

export const container = (name: string, slots: object[], fields: Fields = {}) => ({
  _key: `c-${name}`,
  _type: 'frontContainer',
  title: name,
  layout: 'three',
  fill: {_type: 'frontFill', from: 'newest'},
  slots,
  ...fields,
})

export const front = (...containers: object[]): PieceDocument => ({
  _id: 'front-home',
  _type: 'front',
  title: 'Front page',
  containers: JSON.parse(JSON.stringify(containers)),
})
