// A newsroom with one document of every kind, and everybody who may ask for it: what the table of
// roles and endpoints is tried on.
import sharp from 'sharp'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Mutation} from '@copydesk/lake/types'
import {START, startLake, type Role, type TestLake} from '../lake.ts'
import {openDesk, type Desk, type Voice} from '../piece.ts'
import {COMMENTS} from '../comments.ts'
import {createEndpointLog, type EndpointLog} from './endpoints.ts'
import {openPieces} from './pieces.ts'
import {startDiscovery} from './discovery.ts'
import {ROLE_NAMES, type Kind, type RoleColumn} from './table.ts'

export const DATASET = 'production'
export const METRICS_TOKEN = 'a token of the operator’s own'
/** Is in every document of the world, with its kind. */
export const MARK = 'Only who may read it sees'

export interface Subject {
  dataset: string
  id: string
}

/** Addresses: of what is published, of what an embargo hides, and of what nothing uses. */
interface Paths {
  public: string
  embargoed: string
  unused: string
}

export interface World {
  lake: TestLake
  desk: Desk
  voices: Readonly<Record<RoleColumn, Voice>>
  subjects: Readonly<Record<Kind, Subject>>
  /** The person of this name, in a session of their own that the test may end. */
  again(name: RoleColumn): Voice
  /** What everybody has asked of the router so far. */
  endpoints: EndpointLog
  pictures: Paths
  files: Paths
  /** A shared preview, whose share token the test has. */
  link: string
  /** Writes past grants and rules, as a command on the data folder could. */
  put(mutations: object[], dataset?: string): Promise<void>
  /** A name that nothing has yet. */
  next(): string
  /** All that is stored. */
  everything(): string
  close(): Promise<void>
}

const later = (days: number): string => new Date(START + days * 86_400_000).toISOString()
const about = (kind: Kind) => ({
  headline: `${MARK}: ${kind}`,
  about: {_type: 'reference', _ref: 'subject', _weak: true},
})
const shows = (photo: string) => ({
  leadPhoto: {_type: 'photoUse', photo: {_type: 'reference', _ref: photo}},
})

export async function openWorld(): Promise<World> {
  const provider = await startDiscovery()
  const sso = {issuer: new URL(provider.issuer), clientId: 'copydesk', clientSecret: 'a secret'}
  const running = await startLake({
    metrics: {token: METRICS_TOKEN},
    signIn: {sso},
    webhooksPrivate: 'allow',
  })
  const {commit, documents, log, routes, rootRoutes, access} = running.lake.services
  const endpoints = createEndpointLog(routes, rootRoutes)
  const whose = new Map<string, RoleColumn>([['', 'anonymous']])
  const lake: TestLake = {
    ...running,
    fetch(path, init = {}) {
      const {authorization = '', cookie = authorization} = (init.headers ?? {}) as Voice['headers']
      const {pathname} = new URL(path, running.origin)
      const who = whose.get(cookie)
      if (who) endpoints.note(who, init.method ?? 'GET', pathname)
      return running.fetch(path, init)
    },
  }
  const desk = await openDesk(lake)
  const put: World['put'] = async (mutations, dataset = DATASET) => {
    const steps = [() => ({mutations: mutations as Mutation[]})]
    await commit({dataset, actor: SYSTEM_ACTOR, steps})
  }
  const upload = async (red: number): Promise<string> => {
    const create = {width: 8, height: 6, channels: 3 as const, background: {r: red, g: 9, b: 9}}
    const bytes = await sharp({create}).png().toBuffer()
    return (await lake.client('importer').assets.upload('image', bytes))._id
  }
  const file = async (text: string): Promise<string> =>
    (await lake.client('importer').assets.upload('file', Buffer.from(text), {filename: 'a.txt'}))
      ._id
  const [open, hidden, unused] = [await upload(50), await upload(100), await upload(150)]
  const files = [await file('One.'), await file('Two.'), await file('Three.')] as const
  const attaches = (asset: string) => ({
    attachment: {_type: 'file', asset: {_type: 'reference', _ref: asset}},
  })
  const photo = (_id: string, asset: string, kind: Kind) => ({
    _id,
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: {_type: 'reference', _ref: asset}},
    creditLine: '© Courier',
    ...about(kind),
  })
  const all = [
    {_id: 'subject', _type: 'topic', title: 'What everything here is about'},
    {_id: 'siteSettings', _type: 'siteSettings', name: 'The Courier'},
    photo('open-photo', open, 'published'),
    {
      _id: 'open',
      _type: 'article',
      ...about('published'),
      ...shows('open-photo'),
      ...attaches(files[0]),
    },
    photo('held-photo', hidden, 'used only under embargo'),
    {
      _id: 'held',
      _type: 'article',
      embargo: {until: later(3)},
      ...about('under embargo'),
      ...shows('held-photo'),
      ...attaches(files[1]),
    },
    {_id: 'drafts.other', _type: 'article', ...about('draft')},
    {_id: 'drafts.shared', _type: 'article', ...about('draft of the shared preview')},
    {_id: 'private.source.one', _type: 'privateSource', ...about('private')},
    {_id: 'review.other', _type: 'review', stage: 'drafting', ...about('record')},
  ]
  await put(all.map((document) => ({create: document})))
  await put([{patch: {id: unused, set: about('unused asset document')}}])
  const authorId = desk.colleague.id
  await put(
    [
      {create: {_id: 'said', _type: 'comment', authorId, ...about('comment')}},
      {create: {_id: 'asked', _type: 'tasks.task', authorId, ...about('task')}},
    ],
    COMMENTS,
  )

  const version = {_id: 'versions.summer.other', _type: 'article', ...about('version in a release')}
  const release = await desk.actions(desk.editor, [
    {actionType: 'sanity.action.release.create', releaseId: 'summer', metadata: {title: 'Summer'}},
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'other',
      document: version,
    },
  ])
  if (!release.ok) throw new Error(await release.text())

  const shared = await desk.act(desk.editor, {
    act: 'sharePreview',
    articleId: 'shared',
    recipient: 'A lawyer',
    expiresAt: later(7),
  } as never)
  if (!shared.ok) throw new Error(await shared.text())
  const link = documents.ofType(DATASET, 'previewLink')[0]!._id
  const pass = await lake.fetch(`/v1/passes/${DATASET}/${link}`, {headers: desk.editor.headers})
  const {secret} = (await pass.json()) as {secret: string}

  const person = (role: Role): Voice => desk.person(role, `The ${role}`)
  const bearer = (token: string) => ({headers: {authorization: `Bearer ${token}`}})
  const reader = access.tokens.create({name: 'A front end', role: 'reader'})
  const voices: Record<RoleColumn, Voice> = {
    anonymous: {id: 'anonymous', headers: {}},
    guest: {id: link, ...bearer(secret)},
    'reader token': {id: reader.id, ...bearer(reader.secret)},
    journalist: person('journalist'),
    'photo editor': person('photoEditor'),
    editor: person('editor'),
    developer: person('developer'),
    administrator: person('administrator'),
    importer: desk.importer,
  }

  const known = (
    name: RoleColumn,
    {authorization = '', cookie = authorization}: Voice['headers'],
  ) => whose.set(cookie, name)
  for (const name of ROLE_NAMES) known(name, voices[name].headers)
  await openPieces(desk)

  const path = (kind: 'images' | 'files', asset: string): string =>
    `/${kind}/copydesk/${DATASET}/${asset.replace(/^(image|file)-/, '').replace(/-(\w+)$/, '.$1')}`
  const pathsOf = (kind: 'images' | 'files', assets: readonly string[]): Paths => {
    const [first = '', second = '', third = ''] = assets.map((asset) => path(kind, asset))
    return {public: first, embargoed: second, unused: third}
  }
  let count = 0
  return {
    lake,
    desk,
    voices,
    again(name) {
      const {id, headers} = voices[name]
      if (!access.users.get(id)) return {id, headers}
      const cookie = `copydesk_session=${access.sessions.start(id).secret}`
      known(name, {cookie})
      return {id, headers: {cookie}}
    },
    endpoints,
    pictures: pathsOf('images', [open, hidden, unused]),
    files: pathsOf('files', files),
    link,
    put,
    next: () => `cell-${++count}`,
    everything: () => JSON.stringify([log.last(), documents.all(DATASET), documents.all(COMMENTS)]),
    subjects: {
      published: {dataset: DATASET, id: 'open'},
      draft: {dataset: DATASET, id: 'drafts.other'},
      'draft of the shared preview': {dataset: DATASET, id: 'drafts.shared'},
      'version in a release': {dataset: DATASET, id: 'versions.summer.other'},
      private: {dataset: DATASET, id: 'private.source.one'},
      'under embargo': {dataset: DATASET, id: 'held'},
      'used only under embargo': {dataset: DATASET, id: 'held-photo'},
      record: {dataset: DATASET, id: 'review.other'},
      'unused asset document': {dataset: DATASET, id: unused},
      comment: {dataset: COMMENTS, id: 'said'},
      task: {dataset: COMMENTS, id: 'asked'},
    },
    async close() {
      await running.close()
      await provider.close()
    },
  }
}
