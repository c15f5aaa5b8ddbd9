// Random filters of conditions, most of which an index can evaluate.
import fc from 'fast-check'

const PLACES = [
  '_id',
  '_type',
  's',
  'n',
  'flag',
  'list',
  'list[]',
  'list[0]',
  'ref._ref',
  'refs[]._ref',
  'refs[_ref != "b"]._ref',
  '(refs[])._ref',
  'o.s',
  'o.deep.s',
  'o.deep.r._ref',
  'o[]',
  'body[]._type',
  'body[].children[].text',
  'missing',
  '@.s',
  'ref->s',
  '_rev',
]
const VALUES = [
  '"a"',
  '"b"',
  '"drafts.a"',
  '"article"',
  '"author"',
  '"Ebb"',
  '"two words"',
  '"block"',
  '""',
  '0',
  '2',
  '2.5',
  'true',
  'false',
  'null',
  '$id',
  '$word',
  '$n',
]
const OTHERS = [
  'references("a")',
  'references($id)',
  'references($ids, "b")',
  'references(ref._ref)',
  'sanity::versionOf("a")',
  'sanity::versionOf($id)',
  '_id in $ids',
  '_type in ["article", "topic"]',
  '_id in path("drafts.**")',
  '!(_id in path("versions.**"))',
  'defined(list)',
  'n > 1',
  's match "ebb"',
  'count(refs) > 1',
]

const place = fc.constantFrom(...PLACES)
const value = fc.constantFrom(...VALUES)
const list = fc.array(value, {maxLength: 3}).map((values) => `[${values.join(', ')}]`)
const between = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((p) => p.join(' '))

const {condition: found} = fc.letrec<{condition: string}>((tie) => ({
  condition: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    between(place, fc.constantFrom('==', '!=', 'in'), value),
    between(value, fc.constantFrom('==', 'in'), place),
    between(place, fc.constant('in'), list),
    fc.constantFrom(...OTHERS),
    between(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map((c) => `(${c})`),
    tie('condition').map((inner) => `!(${inner})`),
  ),
}))

export const condition: fc.Arbitrary<string> = found
