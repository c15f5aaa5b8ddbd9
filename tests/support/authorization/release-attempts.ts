// Attempts on releases, versions and variants: every action, on one made for the attempt.
import {ok, type Voice} from '../piece.ts'
import {askingOf, type Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

interface InRelease {
  releaseId: string
  /** A topic that is nowhere else. */
  topic: string
  version: string
}

/** By `operation way of`. */
export function releasingWays(world: World): Record<string, Tries> {
  const {lake, desk} = world
  const {asks, act, mutate} = askingOf(world)
  const stored = (id: string) => lake.lake.services.documents.get(DATASET, id)
  const name = (): string => world.next().replace('-', '')
  const about = (action: string, releaseId: string, more: object = {}) => ({
    actionType: `sanity.action.release.${action}`,
    releaseId,
    ...more,
  })
  const onVersion = (action: string, more: object) => ({
    actionType: `sanity.action.document.version.${action}`,
    ...more,
  })
  const inDays = (days: number): string => new Date(lake.now() + days * 86_400_000).toISOString()
  const state = ({releaseId}: InRelease): unknown => stored(`_.releases.${releaseId}`)?.['state']

  const made = async (prepare: (place: InRelease) => object[]): Promise<InRelease> => {
    const releaseId = name()
    const topic = `${releaseId}topic`
    const version = `versions.${releaseId}.${topic}`
    const place = {releaseId, topic, version}
    const document = {_id: version, _type: 'topic', title: 'A topic'}
    const first = [
      about('create', releaseId, {metadata: {title: 'A release'}}),
      onVersion('create', {publishedId: topic, document}),
    ]
    for (const actions of [first, ...prepare(place).map((one) => [one])]) {
      await ok(desk.actions(desk.editor, actions))
    }
    return place
  }
  const tries =
    (
      action: (place: InRelease) => object,
      happened: (place: InRelease) => boolean,
      prepare: (place: InRelease) => object[] = () => [],
    ): Tries =>
    async (who) => {
      const place = await made(prepare)
      return act(who, action(place), () => happened(place))
    }
  const onVariant = (action: string, variantId: string, more: object = {}) => ({
    actionType: `sanity.action.variant.definition.${action}`,
    variantId,
    ...more,
  })
  const variant = (id: string) => stored(`_.variants.${id}`)
  const onNewVariant =
    (attempt: (who: Voice, variantId: string) => Promise<boolean>): Tries =>
    async (who) => {
      const variantId = name()
      await ok(desk.actions(desk.editor, [onVariant('create', variantId)]))
      return attempt(who, variantId)
    }
  const archive = ({releaseId}: InRelease) => about('archive', releaseId)
  const schedule = ({releaseId}: InRelease) => about('schedule', releaseId, {publishAt: inDays(60)})

  return {
    'read history the history of a release': asks(
      `/v2025-02-19/data/history/${DATASET}/events/releases/summer`,
    ),
    'create actions a release': async (who) => {
      const releaseId = name()
      const action = about('create', releaseId, {metadata: {title: 'A release'}})
      return act(who, action, () => stored(`_.releases.${releaseId}`) !== null)
    },
    'create actions a release that another lake had': async (who) => {
      const releaseId = name()
      const attributes = {state: 'active', metadata: {title: 'Elsewhere', releaseType: 'asap'}}
      const action = about('import', releaseId, {attributes, ifExists: 'fail'})
      return act(who, action, () => stored(`_.releases.${releaseId}`) !== null)
    },
    'create actions a version in a release': tries(
      ({releaseId, topic}) =>
        onVersion('create', {
          publishedId: `${topic}2`,
          document: {_id: `versions.${releaseId}.${topic}2`, _type: 'topic', title: 'Two'},
        }),
      ({releaseId, topic}) => stored(`versions.${releaseId}.${topic}2`) !== null,
    ),
    'update actions a version in a release': tries(
      ({version}) => onVersion('replace', {document: {_id: version, _type: 'topic', title: 'New'}}),
      ({version}) => stored(version)?.['title'] === 'New',
    ),
    'update actions what a release unpublishes': tries(
      ({releaseId}) =>
        onVersion('unpublish', {publishedId: 'world', versionId: `versions.${releaseId}.world`}),
      ({releaseId}) => stored(`versions.${releaseId}.world`) !== null,
    ),
    'update actions the name of a release': tries(
      ({releaseId}) => about('edit', releaseId, {patch: {set: {'metadata.title': 'New'}}}),
      ({releaseId}) => JSON.stringify(stored(`_.releases.${releaseId}`)).includes('New'),
    ),
    'update mutate a release without its actions': async (who) => {
      const {releaseId} = await made(() => [])
      const patch = {id: `_.releases.${releaseId}`, set: {state: 'published'}}
      return mutate(who, DATASET, {patch}, () => true)
    },
    'update actions the time of a release': tries(
      schedule,
      (place) => state(place) === 'scheduled',
    ),
    'update actions a release, unscheduled': tries(
      ({releaseId}) => about('unschedule', releaseId),
      (place) => state(place) === 'active',
      (place) => [schedule(place)],
    ),
    'update actions a release, archived': tries(archive, (place) => state(place) === 'archived'),
    'update actions a release, unarchived': tries(
      ({releaseId}) => about('unarchive', releaseId),
      (place) => state(place) === 'active',
      (place) => [archive(place)],
    ),
    'delete actions a version in a release': tries(
      ({version}) => onVersion('discard', {versionId: version}),
      ({version}) => stored(version) === null,
    ),
    'delete actions an archived release': tries(
      ({releaseId}) => about('delete', releaseId),
      ({releaseId}) => stored(`_.releases.${releaseId}`) === null,
      (place) => [archive(place)],
    ),
    'create actions a variant': (who) => {
      const variantId = name()
      return act(who, onVariant('create', variantId), () => variant(variantId) !== null)
    },
    'update actions the conditions of a variant': onNewVariant((who, id) => {
      const patch = {set: {'conditions.locale': 'fr'}}
      const isFrench = () => JSON.stringify(variant(id)).includes('fr')
      return act(who, onVariant('edit', id, {patch}), isFrench)
    }),
    'update mutate a variant without its actions': onNewVariant((who, id) => {
      const patch = {id: `_.variants.${id}`, set: {priority: 7}}
      return mutate(who, DATASET, {patch}, () => true)
    }),
    'delete actions a variant': onNewVariant((who, id) =>
      act(who, onVariant('delete', id), () => variant(id) === null),
    ),
    'publish actions a release': tries(
      ({releaseId}) => about('publish', releaseId),
      ({topic}) => stored(topic) !== null,
    ),
  }
}
