// Random GROQ about hidden documents: nested conditions, projections that follow references, orders,
// sums, scores.
import fc from 'fast-check'

const IDS = [
  'subject',
  'open',
  'open-photo',
  'held',
  'held-photo',
  'other',
  'drafts.other',
  'drafts.shared',
  'versions.summer.other',
  'private.source.one',
  'review.other',
  'at-drafting',
  'drafts.at-drafting',
]
const TYPES = [
  'article',
  'topic',
  'photoWithCredit',
  'privateSource',
  'review',
  'system.release',
  'previewLink',
  'sanity.imageAsset',
  'notification',
]
const id = fc.constantFrom(...IDS).map((text) => JSON.stringify(text))
const type = fc.constantFrom(...TYPES).map((text) => JSON.stringify(text))

const plain = fc.oneof(
  fc.constantFrom(
    'secret > 10',
    'headline match "sees"',
    'headline match "Zeb*"',
    'defined(secret)',
    'defined(about)',
    'about._ref == "subject"',
    'about->title match "everything"',
    'about->hides[0]->secret > 10',
    '_id in path("drafts.**")',
    '_id in path("versions.**")',
    '_id in path("private.**")',
    '_id in path("*.*")',
    '@ match text::query("sees")',
    'string::length(headline) > 20',
    'dateTime(_updatedAt) > dateTime("2026-11-25T10:00:30Z")',
    'documents::incomingRefCount() > 0',
    'sanity::partOfRelease("summer")',
    'hides[]->headline match "sees"',
    'count(hides[]->[defined(secret)]) > 0',
  ),
  id.map((one) => `_id == ${one}`),
  id.map((one) => `references(${one})`),
  id.map((one) => `sanity::versionOf(${one})`),
  id.map((one) => `defined(documents::get(${one}).headline)`),
  type.map((one) => `_type == ${one}`),
)

const {filter} = fc.letrec<{filter: string}>((tie) => ({
  filter: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    plain,
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `(${a} || ${b})`),
    tie('filter').map((a) => `!(${a})`),
    tie('filter').map((a) => `count(*[${a}]) > 1`),
    tie('filter').map((a) => `_id in *[${a}].about._ref`),
    tie('filter').map((a) => `references(*[${a}]._id)`),
    fc.tuple(tie('filter'), tie('filter')).map(([a, b]) => `select(${a} => ${b}, false)`),
  ),
}))

/** What a listener may ask for: nothing about other documents. */
export const plainFilter = plain

const projection = fc.oneof(
  fc.constantFrom(
    '._id',
    '{_id, headline}',
    '{..., "all": @}',
    '._rev',
    '{"n": count(*[references(^._id)])}',
    '{"n": count(*[about._ref == ^._id])}',
    '{"there": hides[]->{_id, headline, secret}}',
    '{"there": hides[]->about->title}',
    '{"back": *[references(^._id)] | order(_id) {_id, headline}}',
    ' | order(coalesce(secret, 0) desc, _id)[0..3]._id',
    ' | order(_updatedAt desc, _id)[0..5]._id',
    ' | order(_createdAt desc, _id)[0]._id',
  ),
  filter.map((one) => ` | score(${one}) | order(_score desc, _id)[0..5]{_id, _score}`),
  filter.map((one) => `{_id, "more": *[${one}] | order(_id)[0..4]{_id, headline}}`),
  filter.map((one) => `{_id, "is": ${one}}`),
)

export const question = fc.oneof(
  fc.tuple(filter, projection).map(([a, b]) => `*[${a}]${b}`),
  filter.map((a) => `count(*[${a}])`),
  filter.map((a) => `math::sum(*[${a}].secret)`),
  filter.map((a) => `array::unique(*[${a}]._type)`),
  filter.map((a) => `coalesce(*[${a}][0].headline, "none")`),
  fc.tuple(filter, filter).map(([a, b]) => `{"a": count(*[${a}]), "b": *[${b}][0..2]._id}`),
  id.map((one) => `documents::get(${one})`),
  fc.constantFrom('releases::all()', '*[_type == "system.release"]', '*[]._rev', 'count(*)'),
)

export const perspective = fc.constantFrom(
  'raw',
  'published',
  'drafts',
  'previewDrafts',
  'summer',
  '["summer","drafts"]',
  '["drafts"]',
)

/** Versions of the API differ in what they answer by default. */
export const version = fc.constantFrom('v1', 'v2021-10-21', 'v2025-02-19', 'vX')
