// Every way to change something, on something made for the attempt: allowed means that it has changed
// afterwards, and refused that it has not.
import {COMMENTS, comment, message, task} from '../comments.ts'
import type {Voice} from '../piece.ts'
import {askingOf, type Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

interface Target {
  _id: string
  _type: string
  [field: string]: unknown
}

/** Nothing that an editorial rule would miss. */
const PHOTO = {
  _type: 'photoWithCredit',
  image: {
    _type: 'image',
    asset: {_type: 'reference', _ref: `image-${'a'.repeat(40)}-1600x900-jpg`},
  },
  caption: 'A ferry',
  alt: 'A ferry at a pier',
  creditLine: '© Agency',
}

/** What it says of a document that somebody makes, by its name in the table. */
type Make = (name: string, who: Voice) => Target

const DOCUMENTS: Record<string, Make> = {
  'a draft of an article': (name) => ({_id: `drafts.${name}`, _type: 'article'}),
  'a published article': (name) => ({_id: name, _type: 'article'}),
  'a published photo': (name) => ({_id: name, ...PHOTO}),
  'a section': (name) => ({_id: name, _type: 'section', title: 'A section'}),
  'the settings': () => ({_id: 'siteSettings', _type: 'siteSettings'}),
  'a private source': (name) => ({_id: `private.source.${name}`, _type: 'privateSource'}),
  'the account of an author': (name) => ({
    _id: `private.author.${name}`,
    _type: 'privateAuthor',
    userId: 'nobody',
  }),
  'a record': (name) => ({_id: `review.${name}`, _type: 'review', stage: 'drafting'}),
  'an asset document': (name) => ({
    _id: `image-${Buffer.from(name).toString('hex').padEnd(40, '0')}-8x6-png`,
    _type: 'sanity.imageAsset',
  }),
  'your own draft of a photo': (name, who) => ({
    _id: `drafts.${name}`,
    ...PHOTO,
    _system: {createdBy: who.id},
  }),
  'a colleague’s draft of a photo': (name) => ({
    _id: `drafts.${name}`,
    ...PHOTO,
    _system: {createdBy: 'a-colleague'},
  }),
  'your own inbox': (name, who) => ({
    _id: `notification.${name}`,
    _type: 'notification',
    recipient: who.id,
  }),
  'a colleague’s inbox': (name) => ({
    _id: `notification.${name}`,
    _type: 'notification',
    recipient: 'a-colleague',
  }),
}
const A_COLLEAGUE: Voice = {id: 'a-colleague', headers: {}}
const SAID: Record<string, Make> = {
  'your own comment': (name, who) => comment(name, who, 'open'),
  'a colleague’s comment': (name) => comment(name, A_COLLEAGUE, 'open'),
  'your own task': (name, who) => task(name, who),
  'a colleague’s task': (name) => task(name, A_COLLEAGUE),
}

/** By `operation way of`. */
export function writingWays(world: World): Record<string, Tries> {
  const {lake, put} = world
  const stored = (dataset: string, id: string) => lake.lake.services.documents.get(dataset, id)
  const {mutate, act} = askingOf(world)

  const creates =
    (make: Make, dataset = DATASET): Tries =>
    (who) => {
      const target = make(world.next(), who)
      const happened = () => stored(dataset, target._id) !== null
      return mutate(who, dataset, {create: target}, happened)
    }
  const updates =
    (make: Make, dataset = DATASET, set: (now: string) => object = (now) => ({note: now})): Tries =>
    async (who) => {
      const target = make(world.next(), who)
      await put([{createIfNotExists: target}], dataset)
      const {_rev} = stored(dataset, target._id)!
      const happened = () => stored(dataset, target._id)?._rev !== _rev
      const patch = {id: target._id, set: set(world.next())}
      return mutate(who, dataset, {patch}, happened)
    }
  const deletes =
    (make: Make, dataset = DATASET): Tries =>
    async (who) => {
      const target = make(world.next(), who)
      await put([{createIfNotExists: target}], dataset)
      const happened = () => stored(dataset, target._id) === null
      return mutate(who, dataset, {delete: {id: target._id}}, happened)
    }
  const draftAction =
    (
      action: (id: string, target: Target) => object,
      happened: (id: string) => boolean,
      make: Make,
    ): Tries =>
    async (who) => {
      const name = world.next()
      const target = make(name, who)
      await put([{create: target}])
      return act(who, action(name, target), () => happened(name))
    }
  const takenAway = async (who: Voice, name: string, action: object): Promise<boolean> => {
    await put([{create: {_id: name, ...PHOTO}}])
    return act(who, action, () => stored(DATASET, name) === null)
  }
  const draftOf =
    (_type: string): Make =>
    (name) => ({_id: `drafts.${name}`, ...PHOTO, _type, title: 'A title'})
  const publication = (_type: string): Tries =>
    draftAction(
      (publishedId, {_id}) => ({
        actionType: 'sanity.action.document.publish',
        publishedId,
        draftId: _id,
      }),
      (id) => stored(DATASET, id) !== null,
      draftOf(_type),
    )
  const discarding = (make: Make): Tries =>
    draftAction(
      (_, {_id}) => ({actionType: 'sanity.action.document.discard', draftId: _id}),
      (id) => stored(DATASET, `drafts.${id}`) === null,
      make,
    )
  const named = (name: string): Make => {
    const make = DOCUMENTS[name] ?? SAID[name]
    if (!make) throw new Error(`There is no "${name}".`)
    return make
  }
  const markRead = () => ({readAt: '2026-11-25T10:00:00.000Z'})

  const ways: Record<string, Tries> = {
    'create actions a draft of an article': (who) => {
      const name = world.next()
      const attributes = {_id: `drafts.${name}`, _type: 'article'}
      return act(
        who,
        {
          actionType: 'sanity.action.document.create',
          publishedId: name,
          attributes,
          ifExists: 'fail',
        },
        () => stored(DATASET, attributes._id) !== null,
      )
    },
    'update actions a draft of an article': draftAction(
      (publishedId, {_id}) => ({
        actionType: 'sanity.action.document.edit',
        publishedId,
        draftId: _id,
        patch: {set: {headline: 'Another one'}},
      }),
      (id) => stored(DATASET, `drafts.${id}`)?.['headline'] === 'Another one',
      named('a draft of an article'),
    ),
    'delete actions your own draft of a photo': discarding(named('your own draft of a photo')),
    'delete actions a colleague’s draft of a photo': discarding(
      named('a colleague’s draft of a photo'),
    ),
    'publish actions an article that nobody approved': publication('article'),
    'publish actions a photo': publication('photoWithCredit'),
    'publish actions a section': publication('section'),
    'publish actions a photo, unpublished': (who) => {
      const name = world.next()
      return takenAway(who, name, {
        actionType: 'sanity.action.document.unpublish',
        publishedId: name,
        draftId: `drafts.${name}`,
      })
    },
    'delete actions a published photo': (who) => {
      const name = world.next()
      return takenAway(who, name, {
        actionType: 'sanity.action.document.delete',
        publishedId: name,
        includeDrafts: [],
      })
    },
    'update mutate your own inbox': updates(named('your own inbox'), DATASET, markRead),
    'update mutate a colleague’s inbox': updates(named('a colleague’s inbox'), DATASET, markRead),
    'update mutate the state of a colleague’s comment': updates(
      named('a colleague’s comment'),
      COMMENTS,
      () => ({status: 'resolved'}),
    ),
    'update mutate the text of a colleague’s task': updates(
      named('a colleague’s task'),
      COMMENTS,
      () => ({title: 'Other words'}),
    ),
    'update mutate the state of a colleague’s task': updates(
      named('a colleague’s task'),
      COMMENTS,
      () => ({status: 'closed'}),
    ),
    'update mutate the text of a colleague’s comment': updates(
      named('a colleague’s comment'),
      COMMENTS,
      () => ({message: message('Other words')}),
    ),
    'update mutate the text of your own comment': updates(
      named('your own comment'),
      COMMENTS,
      () => ({message: message('Other words')}),
    ),
  }
  for (const of of Object.keys(DOCUMENTS).filter((name) => !name.endsWith('inbox'))) {
    const isOwned = of.endsWith('draft of a photo')
    if (!isOwned && of !== 'the settings') ways[`create mutate ${of}`] = creates(named(of))
    if (!isOwned) ways[`update mutate ${of}`] = updates(named(of))
    if (of !== 'the settings') ways[`delete mutate ${of}`] = deletes(named(of))
  }
  for (const of of Object.keys(SAID)) {
    ways[`create mutate ${of}`] = creates(named(of), COMMENTS)
    ways[`delete mutate ${of}`] = deletes(named(of), COMMENTS)
  }
  return ways
}
