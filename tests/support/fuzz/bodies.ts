// Bodies of writing endpoints: what is nearly right, what is wrong in one place, and noise.
import fc from 'fast-check'
import {oddJson, oddNumber, oddText} from './harness.ts'

const id = fc.oneof(
  fc.constantFrom(
    'a',
    'drafts.a',
    'b',
    'drafts.new',
    'private.source.x',
    'versions.r.a',
    'review.a',
    '_.releases.r',
    '_.groups.editor',
    'drafts.',
    'x.',
    '.x',
    'link.a',
  ),
  oddText,
)
const type = fc.oneof(
  fc.constantFrom('article', 'topic', 'sanity.imageAsset', 'review', 'system.release', 'comment'),
  oddText,
)
const path = fc.oneof(
  fc.constantFrom(
    'headline',
    'body',
    'body[0]',
    'body[-1]',
    'body[99999999999]',
    'body[_key=="a"]',
    'body[_key=="a"].children[0].text',
    'body[_key==1]',
    'body[*]',
    'body[0:2]',
    'body[2:]',
    'body[0,1]',
    'body[',
    'body[]',
    'a..b',
    '..text',
    'a.b.c.d',
    '',
    '*',
    '_id',
    '_rev',
    '_type',
    '_system',
    '_createdAt',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'body[_key=="a" && x]',
    "body['a']",
    'a["b"]',
    'body[1e9]',
    'slug.current',
  ),
  oddText,
)
const pathed = (value: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(path, value), {maxLength: 3}).map((entries) => Object.fromEntries(entries))
const diff = fc.oneof(
  fc.constantFrom(
    '@@ -1 +1 @@\n-A\n+B\n',
    '@@ -1,5 +1,6 @@\n A h\n+x\n ea\n',
    '@@ -999999999,3 +1 @@\n-A\n',
    '@@ -1,3 +1,99999999999 @@\n A\n',
    '@@ -1 +1 @@\n-%\n',
    '@@ -1 +1 @@\n-%E0%A4%A\n',
    '@@',
    '@@ -0,0 +1 @@\n+\ud83d\n',
  ),
  oddText,
)
const query = fc.oneof(
  fc.constantFrom(
    '*[_type == "topic"]',
    '*[',
    'count(*)',
    '*[0]',
    '*[]{_id}',
    '*._id',
    '*[_id == $x]',
  ),
  oddText,
)
const patch = fc.record(
  {
    id,
    query,
    params: oddJson,
    ifRevisionID: fc.oneof(oddText, oddJson),
    set: fc.oneof(pathed(oddJson), oddJson),
    setIfMissing: fc.oneof(pathed(oddJson), oddJson),
    unset: fc.oneof(fc.array(path, {maxLength: 3}), oddJson),
    inc: fc.oneof(pathed(oddNumber), oddJson),
    dec: fc.oneof(pathed(oddNumber), oddJson),
    diffMatchPatch: fc.oneof(pathed(diff), oddJson),
    insert: fc.oneof(
      fc.record(
        {
          after: path,
          before: path,
          replace: path,
          items: fc.oneof(fc.array(oddJson, {maxLength: 3}), oddJson),
        },
        {requiredKeys: []},
      ),
      oddJson,
    ),
  },
  {requiredKeys: ['id']},
)
const document = fc
  .tuple(fc.record({_id: id, _type: type}, {requiredKeys: []}), pathed(oddJson))
  .map(([known, more]) => ({...more, ...known}))
const mutation = fc.oneof(
  fc
    .tuple(fc.constantFrom('create', 'createOrReplace', 'createIfNotExists'), document)
    .map(([name, value]) => ({[name]: value})),
  patch.map((value) => ({patch: value})),
  patch.map((value) => ({patch: {...value, id: 'drafts.a'}})),
  fc.record({delete: fc.oneof(fc.record({id}), fc.record({query, params: oddJson}))}),
  oddJson,
)

/** `{mutations}`, and sometimes something else. */
export const mutationBody = fc.oneof(
  {weight: 9, arbitrary: fc.record({mutations: fc.array(mutation, {maxLength: 3})})},
  {
    weight: 1,
    arbitrary: fc.record({mutations: oddJson, transactionId: oddJson}, {requiredKeys: []}),
  },
)

const ACTIONS = [
  'document.create',
  'document.delete',
  'document.discard',
  'document.edit',
  'document.publish',
  'document.replaceDraft',
  'document.unpublish',
  'document.version.create',
  'document.version.discard',
  'document.version.replace',
  'document.version.unpublish',
  'release.create',
  'release.edit',
  'release.publish',
  'release.schedule',
  'release.unschedule',
  'release.archive',
  'release.unarchive',
  'release.delete',
  'release.import',
]
const action = fc.record(
  {
    actionType: fc.oneof(
      fc.constantFrom(...ACTIONS).map((name) => `sanity.action.${name}`),
      oddText,
    ),
    publishedId: fc.oneof(id, oddJson),
    draftId: fc.oneof(id, oddJson),
    versionId: fc.oneof(id, oddJson),
    baseId: fc.oneof(id, oddJson),
    releaseId: fc.oneof(id, oddJson),
    attributes: fc.oneof(document, oddJson),
    document: fc.oneof(document, oddJson),
    patch: fc.oneof(patch, oddJson),
    metadata: oddJson,
    publishAt: fc.oneof(oddText, fc.constant('2026-11-26T00:00:00Z')),
    ifExists: fc.constantFrom('fail', 'ignore', 'x'),
    includeDrafts: fc.oneof(fc.array(id, {maxLength: 2}), oddJson),
    ifDraftRevisionId: oddText,
    purge: oddJson,
  },
  {requiredKeys: ['actionType', 'publishedId']},
)

export const actionBody = fc.record(
  {
    actions: fc.oneof(
      {weight: 9, arbitrary: fc.array(action, {maxLength: 3})},
      {weight: 1, arbitrary: oddJson},
    ),
    transactionId: oddJson,
    dryRun: oddJson,
  },
  {requiredKeys: ['actions']},
)

/** @param acts names that there are */
export const editorialActionBody = (acts: readonly string[]) =>
  fc.record(
    {
      act: fc.oneof(fc.constantFrom(...acts), oddText),
      articleId: fc.oneof(id, oddJson),
      documentId: fc.oneof(id, oddJson),
      note: oddJson,
      publishAt: oddJson,
      ifRevision: oddJson,
      ifContentHash: oddJson,
      overrides: oddJson,
      correction: oddJson,
      amendments: oddJson,
      assignee: oddJson,
      dueAt: oddJson,
      recipient: oddJson,
      expiresAt: oddJson,
      linkId: oddJson,
      text: oddJson,
      dryRun: oddJson,
      transactionId: oddJson,
    },
    {requiredKeys: ['act', 'articleId']},
  )

/** JSON text with something taken out or put in. */
export const tornJson = fc
  .tuple(mutationBody, fc.nat(200), fc.nat(6), fc.string({maxLength: 4}))
  .map(([body, at, length, put]) => {
    const text = JSON.stringify(body)
    return text.slice(0, at) + put + text.slice(at + length)
  })
