// Every public method of `@sanity/client`, called as its documentation says, and how far it goes here.
import type {SanityClient} from '@sanity/client'

/** `here`: the client answers by itself. `no`: refused in a sentence that says so. */
export type Answer = 'yes' | 'here' | 'no'

export interface Method {
  name: string
  answer: Answer
  /** Uses a client with the perspective `raw`, of an editor or of the role. */
  call: (client: SanityClient) => unknown
  role?: 'administrator'
}

const SECTION = {_type: 'section', title: 'World'} as const
const RELEASE = 'rSpring'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const yes = (name: string, call: Method['call']): Method => ({name, answer: 'yes', call})
const managed = (name: string, call: Method['call']): Method => ({
  ...yes(name, call),
  role: 'administrator',
})
const here = (name: string, call: Method['call']): Method => ({name, answer: 'here', call})
const no = (name: string, call: Method['call']): Method => ({name, answer: 'no', call})

interface Source<T> {
  subscribe(observer: {next: (value: T) => void; error: (error: unknown) => void}): {
    unsubscribe: () => void
  }
}

/** The first value of an observable, which is left then. */
const firstOf = <T>(source: Source<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const subscription = source.subscribe({
      next(value) {
        resolve(value)
        // Some answer at once, when there is no subscription yet.
        queueMicrotask(() => subscription.unsubscribe())
      },
      error: reject,
    })
  })

/** Comments of the hosted platform belong to an organization. */
const collaborating = (client: SanityClient): SanityClient['collaboration'] =>
  client.withConfig({collaboration: {organizationId: 'o1'}}).collaboration

/** In the order in which they can be called: later ones use what earlier ones made. */
export const CLIENT_METHODS: readonly Method[] = [
  here('clone', (client) => client.clone()),
  here('config', (client) => client.config().projectId),
  here('withConfig', (client) => client.withConfig({perspective: 'drafts'})),
  here('getAuth', (client) => client.getAuth()),
  here('observeAuth', (client) => firstOf(client.observeAuth())),
  here('getUrl', (client) => client.getUrl('/users/me')),
  here('getDataUrl', (client) => client.getDataUrl('query')),
  yes('create', (client) => client.create({_id: 'm', ...SECTION})),
  yes('createIfNotExists', (client) => client.createIfNotExists({_id: 'm', ...SECTION})),
  yes('createOrReplace', (client) => client.createOrReplace({_id: 'm', ...SECTION})),
  yes('fetch', (client) => client.fetch('*[_id == $id][0]._id', {id: 'm'})),
  yes('getDocument', (client) => client.getDocument('m')),
  yes('getDocuments', (client) => client.getDocuments(['m', 'missing'])),
  yes('documentsExists', (client) => client.documentsExists(['m', 'missing'])),
  yes('patch', (client) => client.patch('m').set({title: 'Abroad'}).commit()),
  yes('transaction', (client) =>
    client
      .transaction()
      .patch('m', (patch) => patch.set({title: 'World'}))
      .commit(),
  ),
  yes('mutate', (client) => client.mutate([{patch: {id: 'm', set: {title: 'Home'}}}])),
  yes('action', (client) =>
    client.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'n',
      attributes: {_id: 'drafts.n', ...SECTION},
      ifExists: 'fail',
    }),
  ),
  yes('request', (client) => client.request({url: '/users/me'})),
  yes('dataRequest', (client) => client.dataRequest('query', {query: '1'})),
  yes('listen', (client) => firstOf(client.listen('*', {}, {events: ['welcome']}))),
  yes('live.events', (client) => firstOf(client.live.events())),
  yes('assets.upload', (client) => client.assets.upload('image', PNG, {filename: 'dot.png'})),
  yes('users.getById', (client) => client.users.getById('me')),
  yes('projects.list', (client) => client.projects.list()),
  yes('projects.getById', (client) => client.projects.getById('copydesk')),
  yes('datasets.list', (client) => client.datasets.list()),
  yes('releases.create', (client) =>
    client.releases.create({releaseId: RELEASE, metadata: {title: 'Spring'}}),
  ),
  yes('releases.get', (client) => client.releases.get({releaseId: RELEASE})),
  yes('releases.edit', (client) =>
    client.releases.edit({releaseId: RELEASE, patch: {set: {metadata: {title: 'Early'}}}}),
  ),
  yes('createVersion', (client) =>
    client.createVersion({
      releaseId: RELEASE,
      publishedId: 'm',
      document: {_id: `versions.${RELEASE}.m`, ...SECTION, title: 'In spring'},
    }),
  ),
  yes('replaceVersion', (client) =>
    client.replaceVersion({
      document: {_id: `versions.${RELEASE}.m`, ...SECTION, title: 'In early spring'},
    }),
  ),
  yes('releases.fetchDocuments', (client) => client.releases.fetchDocuments({releaseId: RELEASE})),
  yes('unpublishVersion', (client) =>
    client.unpublishVersion({releaseId: RELEASE, publishedId: 'm'}),
  ),
  yes('discardVersion', (client) => client.discardVersion({releaseId: RELEASE, publishedId: 'm'})),
  yes('releases.schedule', (client) =>
    client.releases.schedule({releaseId: RELEASE, publishAt: '2030-01-01T00:00:00.000Z'}),
  ),
  yes('releases.unschedule', (client) => client.releases.unschedule({releaseId: RELEASE})),
  yes('releases.archive', (client) => client.releases.archive({releaseId: RELEASE})),
  yes('releases.unarchive', (client) => client.releases.unarchive({releaseId: RELEASE})),
  yes('releases.publish', (client) => client.releases.publish({releaseId: RELEASE})),
  yes('releases.delete', (client) => client.releases.delete({releaseId: RELEASE})),
  yes('delete', (client) => client.delete('m')),
  managed('datasets.create', (client) => client.datasets.create('other')),
  managed('datasets.edit', (client) => client.datasets.edit('other', {aclMode: 'private'})),
  managed('datasets.delete', (client) => client.datasets.delete('other')),
  no('datasets.getEmbeddingsSettings', (client) =>
    client.datasets.getEmbeddingsSettings('production'),
  ),
  no('datasets.editEmbeddingsSettings', (client) =>
    client.datasets.editEmbeddingsSettings('production', {enabled: true}),
  ),
  no('mediaLibrary.video.getPlaybackInfo', (client) =>
    client
      .withConfig({resource: {type: 'media-library', id: 'mlib'}})
      .mediaLibrary.video.getPlaybackInfo('media-library:mlib:inst1'),
  ),
  no('agent.action.generate', ({agent}) =>
    agent.action.generate({schemaId: 's', documentId: 'm', instruction: 'Write.'}),
  ),
  no('agent.action.transform', ({agent}) =>
    agent.action.transform({schemaId: 's', documentId: 'm', instruction: 'Shorten.'}),
  ),
  no('agent.action.translate', ({agent}) =>
    agent.action.translate({
      schemaId: 's',
      documentId: 'm',
      toLanguage: {id: 'de', title: 'German'},
    }),
  ),
  no('agent.action.prompt', ({agent}) => agent.action.prompt({instruction: 'Say a word.'})),
  no('agent.action.patch', ({agent}) =>
    agent.action.patch({
      schemaId: 's',
      documentId: 'm',
      target: {path: 'title', operation: 'set', value: 'x'},
    }),
  ),
  no('functions.invoke', (client) => client.functions.invoke('greet', {stackId: 's1'})),
  no('functions.durables.callbackSuccess', (client) =>
    client.functions.durables.callbackSuccess('c1', {}),
  ),
  no('functions.durables.callbackFailure', (client) =>
    client.functions.durables.callbackFailure('c1', new Error('x')),
  ),
  here('collaboration.comments.getTargetDocumentRef', (client) =>
    collaborating(client).comments.getTargetDocumentRef('m'),
  ),
  no('collaboration.comments.create', (client) =>
    collaborating(client).comments.create({
      message: [],
      target: {documentId: 'm', documentType: 'section'},
    }),
  ),
  no('collaboration.comments.update', (client) =>
    collaborating(client).comments.update('c1', {status: 'resolved'} as never),
  ),
  no('collaboration.comments.delete', (client) => collaborating(client).comments.delete('c1')),
  no('collaboration.comments.addReaction', (client) =>
    collaborating(client).comments.addReaction('c1', ':eyes:'),
  ),
  no('collaboration.comments.removeReaction', (client) =>
    collaborating(client).comments.removeReaction('c1', ':eyes:'),
  ),
  no('collaboration.comments.fetch', (client) => collaborating(client).comments.fetch('*')),
  no('collaboration.comments.listen', (client) =>
    firstOf(collaborating(client).comments.listen('*')),
  ),
  no('context.request', ({context}) =>
    context.request('GET /knowledge-bases', {query: {organizationId: 'o1'}}),
  ),
  no('context.requestBytes', ({context}) =>
    context.requestBytes('GET /knowledge-bases', {query: {organizationId: 'o1'}}),
  ),
  no('context.uploadFile', ({context}) =>
    context.uploadFile({knowledgeBaseId: 'k1', sourceId: 's1', file: PNG, filename: 'dot.png'}),
  ),
  no('context.createFileSource', ({context}) =>
    context.createFileSource({file: PNG, filename: 'dot.png', knowledgeBaseId: 'k1'} as never),
  ),
  no('context.fetch', (client) =>
    client.withConfig({context: {organizationId: 'o1'}}).context.fetch('*'),
  ),
  no('context.listen', (client) =>
    firstOf(client.withConfig({context: {organizationId: 'o1'}}).context.listen('*')),
  ),
]
