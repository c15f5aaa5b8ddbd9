// The rows of the table. A cell that is not named here is a refusal.
import {READING_WAYS, type Kind, type RoleColumn, type Row} from './table.ts'

const DESK: RoleColumn[] = ['journalist', 'photo editor', 'editor']
const STAFF: RoleColumn[] = [...DESK, 'developer', 'administrator']
const INSIDE: RoleColumn[] = [...STAFF, 'importer']
const TRUSTED: RoleColumn[] = [...DESK, 'administrator', 'importer']
const EVERYBODY: RoleColumn[] = ['anonymous', 'guest', 'reader token', ...INSIDE]

const LOOKING = ['query', 'doc', 'references'] as const
const HEARING = READING_WAYS.filter((way) => !LOOKING.includes(way as never))

const reading = (of: Kind, who: RoleColumn[]): Row => {
  return {operation: 'read', ways: READING_WAYS, of, who}
}
const row = (
  operation: Row['operation'],
  ways: string,
  of: string,
  who: RoleColumn[] = [],
): Row => {
  return {operation, ways: ways.split(', '), of, who}
}

export const ROWS: readonly Row[] = [
  {operation: 'read', ways: [...LOOKING, 'listen', 'live'], of: 'published', who: EVERYBODY},
  row('read', 'export', 'published', ['reader token', ...INSIDE]),
  row('read', 'history', 'published', INSIDE),
  reading('draft', INSIDE),
  {operation: 'read', ways: LOOKING, of: 'draft behind the link', who: ['guest', ...INSIDE]},
  {operation: 'read', ways: HEARING, of: 'draft behind the link', who: INSIDE},
  reading('version in a release', INSIDE),
  reading('private', TRUSTED),
  reading('under embargo', INSIDE),
  reading('held back with an embargo', INSIDE),
  reading('record', TRUSTED),
  reading('picture that nothing uses', INSIDE),
  reading('comment', INSIDE),
  row('read', 'assets', 'a picture of what is published', EVERYBODY),
  row('read', 'assets', 'a picture that an embargo hides', INSIDE),
  row('read', 'assets', 'the original of a picture', INSIDE),
  row('read', 'export', 'an address that opens an original', INSIDE),
  row('read', 'presence', 'who is here', INSIDE),
  row('read', 'users', 'a colleague’s name', INSIDE),
  row('read', 'projects', 'who is on the staff', INSIDE),
  row('read', 'projects', 'datasets', ['reader token', ...INSIDE]),
  row('read', 'metrics', 'numbers about the server'),

  row('create', 'mutate, actions', 'a draft of an article', [...DESK, 'importer']),
  row('create', 'actions', 'a release', ['editor', 'importer']),
  row('create', 'actions', 'a version in a release', ['editor', 'importer']),
  row('create', 'mutate', 'a published article', ['importer']),
  row('create', 'mutate', 'a published photo', ['photo editor', 'editor', 'importer']),
  row('create', 'mutate', 'a section', ['editor', 'administrator', 'importer']),
  row('create', 'mutate', 'a private source', [...DESK, 'importer']),
  row('create', 'mutate', 'whose account an author is', ['administrator', 'importer']),
  row('create', 'mutate', 'a record', ['importer']),
  row('create', 'mutate', 'a picture’s document', ['importer']),
  row('create', 'mutate', 'a comment of one’s own', INSIDE),
  row('create', 'mutate', 'a colleague’s comment', ['importer']),
  row('create', 'assets', 'a picture', TRUSTED),
  row('create', 'assets', 'a file', TRUSTED),

  row('update', 'mutate, actions', 'a draft of an article', [...DESK, 'importer']),
  row('update', 'mutate', 'a published article', ['importer']),
  row('update', 'mutate', 'a published photo', ['photo editor', 'editor', 'importer']),
  row('update', 'mutate', 'a section', ['editor', 'administrator', 'importer']),
  row('update', 'mutate', 'the settings', ['administrator', 'importer']),
  row('update', 'mutate', 'a private source', [...DESK, 'importer']),
  row('update', 'mutate', 'whose account an author is', ['administrator', 'importer']),
  row('update', 'mutate', 'a record', ['importer']),
  row('update', 'mutate', 'a picture’s document', ['photo editor', 'editor', 'importer']),
  row('update', 'mutate', 'one’s own inbox', [...DESK, 'administrator', 'importer']),
  row('update', 'mutate', 'a colleague’s inbox', ['importer']),
  row('update', 'mutate', 'the words of a comment of one’s own', INSIDE),
  row('update', 'mutate', 'the words of a colleague’s comment', ['importer']),
  row('update', 'mutate', 'whether a colleague’s comment is resolved', INSIDE),

  row('delete', 'mutate', 'a draft of an article', ['importer']),
  row('delete', 'mutate, actions', 'one’s own draft of a photo', [...DESK, 'importer']),
  row('delete', 'mutate, actions', 'a colleague’s draft of a photo', ['editor', 'importer']),
  row('delete', 'mutate', 'a published article', ['importer']),
  row('delete', 'mutate', 'a published photo', ['photo editor', 'editor', 'importer']),
  row('delete', 'mutate', 'a section', ['editor', 'administrator', 'importer']),
  row('delete', 'mutate', 'a private source', ['editor', 'importer']),
  row('delete', 'mutate', 'whose account an author is', ['importer']),
  row('delete', 'mutate', 'a record'),
  row('delete', 'mutate', 'a picture’s document', ['editor', 'importer']),
  row('delete', 'mutate', 'a comment of one’s own', INSIDE),
  row('delete', 'mutate', 'a colleague’s comment', ['importer']),

  row('publish', 'actions', 'an article that nobody approved', ['importer']),
  row('publish', 'actions', 'a photo', ['photo editor', 'editor', 'importer']),
  row('publish', 'actions', 'a section', ['editor', 'administrator', 'importer']),
  row('publish', 'acts', 'an approved article', ['editor']),

  row('act', 'acts', 'submit', ['journalist', 'editor']),
  row('act', 'acts', 'request changes', ['editor']),
  row('act', 'acts', 'approve', ['editor']),
  row('act', 'acts', 'schedule', ['editor']),
  row('act', 'acts', 'assign', ['editor']),
  row('act', 'acts', 'require a legal check', ['editor']),
  row('act', 'acts', 'withdraw', ['editor']),
  row('act', 'acts', 'kill', ['administrator']),
  row('act', 'acts', 'spike a colleague’s', ['editor']),
  row('act', 'acts', 'give a link to a preview', ['editor']),
  row('act', 'acts', 'take a link back', ['editor']),
  row('act', 'acts', 'remark on a preview', ['guest']),

  row('manage', 'users', 'one’s own settings', ['reader token', ...INSIDE]),
  row('manage', 'people', 'accounts', ['administrator']),
  row('manage', 'people', 'invitations', ['administrator']),
  row('manage', 'passes', 'the secret of a link', ['editor']),
  row('manage', 'hooks', 'webhooks', ['developer', 'administrator', 'importer']),
  row('manage', 'tokens', 'tokens over the API'),
  row('manage', 'projects', 'a new dataset'),
]
