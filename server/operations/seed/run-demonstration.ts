// Performs the actions of `demonstration-actions.ts`, each in the name of its person.
import {draftIdOf} from '../../../model/ids.ts'
import {createActorOf} from '@copydesk/lake/access'
import {RuleRefused} from '@copydesk/lake/errors'
import type {Lake} from '@copydesk/lake'
import type {Actor, Mutation} from '@copydesk/lake/types'
import {createNewsroomTime} from '../../../studio/ui/time/newsroom-time.ts'
import {DATASET} from '../../newsroom-lake.ts'
import {demonstrationStories, type Step, type Moments, type Story} from './demonstration-actions.ts'

const HOUR = 60 * 60_000
const QUARTER = 15 * 60_000

/**
 * May be run again where it was interrupted: what was done is not done twice. Pieces that came with a
 * history of their own are left alone, and so is the rest of a story with a refused action.
 */
export async function runDemonstration(lake: Lake, now = Date.now()): Promise<void> {
  const zone = lake.services.documents.get(DATASET, 'siteSettings')?.['timeZone']
  for (const story of demonstrationStories(
    momentsFrom(now, typeof zone === 'string' ? zone : 'UTC'),
  )) {
    await playStory(story, lake)
  }
}

async function playStory({article, steps}: Story, lake: Lake): Promise<void> {
  const {access, documents, log} = lake.services
  const transactionOf = (index: number): string => `demonstration-${article}-${index + 1}`
  const isDone = (index: number): boolean => log.find(DATASET, transactionOf(index)) !== null
  const hasHistory = documents.get(DATASET, `review.${article}`) !== null
  const exists = [article, draftIdOf(article)].some((id) => documents.get(DATASET, id) !== null)
  if (!exists || (hasHistory && !isDone(0))) return

  const accounts = new Map(access.users.list().map(({name, id}) => [name, id]))
  const actorOf = createActorOf(access.users, access.tokens)
  for (const [index, step] of steps.entries()) {
    const actor = actorOf(accounts.get(step.by) ?? '')
    if (!actor || isDone(index)) continue
    await readInbox(article, actor, lake)
    try {
      await perform(step, {article, actor, transactionId: transactionOf(index), accounts, lake})
    } catch (error) {
      if (error instanceof RuleRefused) return
      throw error
    }
  }
}

interface Circumstances {
  article: string
  actor: Actor
  transactionId: string
  /** Account ids by name. */
  accounts: ReadonlyMap<string, string>
  lake: Lake
}

async function perform(
  step: Step,
  {article, actor, transactionId, accounts, lake}: Circumstances,
): Promise<void> {
  const {commit, documents, runCustomAction} = lake.services
  const common = {dataset: DATASET, actor, transactionId}
  const id = draftIdOf(article)
  const published = documents.get(DATASET, article)
  const before = documents.get(DATASET, id) ?? published
  if (!before) return
  if ('act' in step) {
    const {by: _, assignee, ...input} = step
    const named = assignee ? {assignee: accounts.get(assignee)} : {}
    const request = {...input, ...named, articleId: article, ifRevision: before._rev}
    await runCustomAction({...common, request})
    return
  }
  const mutations: Mutation[] = [{patch: {id, set: step.change(before)}}]
  // The first edit of what is published makes its draft, as it does in the studio.
  if (published) mutations.unshift({createIfNotExists: {...published, _id: id}})
  await commit({...common, steps: [() => ({mutations})]})
}

/** A person who acts on a piece has read the notifications about it. */
async function readInbox(article: string, actor: Actor, lake: Lake): Promise<void> {
  const {commit, documents} = lake.services
  const readAt = new Date().toISOString()
  const mutations = documents
    .all(DATASET)
    .filter(({_type, recipient, readAt: read, article: about}) => {
      const isAbout = (about as {_ref?: string} | undefined)?._ref === article
      return _type === 'notification' && recipient === actor.id && isAbout && !read
    })
    .map(({_id}): Mutation => ({patch: {id: _id, set: {readAt}}}))
  if (mutations.length === 0) return
  await commit({dataset: DATASET, actor, steps: [() => ({mutations})]})
}

function momentsFrom(now: number, zone: string): Moments {
  const time = createNewsroomTime(zone)
  const noon = Date.parse(time.instantOf(`${time.wallOf(now).slice(0, 10)}T12:00`) ?? '')
  /** Noon to noon is a day also when the clock is changed in between. */
  const inDays = (days: number, clock: string): string =>
    time.instantOf(`${time.wallOf(noon + days * 24 * HOUR).slice(0, 10)}T${clock}`) ?? ''
  return {
    laterToday: new Date(Math.ceil((now + 3 * HOUR) / QUARTER) * QUARTER).toISOString(),
    tomorrowMorning: inDays(1, '06:00'),
    dayBeforeEmbargoEnds: inDays(4, '16:00'),
    embargoEnds: inDays(5, '06:00'),
  }
}
