// Hidden content has no influence: the response to an anonymous client is the same word for word,
// whether hidden documents exist, change or are deleted.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openEvents} from '../support/events.ts'
import {
  changeHidden,
  HIDDEN_CHANGES,
  hiddenFrom,
  referToHidden,
  STRANGERS,
} from '../support/authorization/hidden.ts'
import {DATASET, MARK, openWorld, type World} from '../support/authorization/world.ts'
import {COMMENTS} from '../support/comments.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await referToHidden(world, 'anonymous')
})
afterAll(() => world.close())

const HIDDEN = hiddenFrom('anonymous')
const PERSPECTIVES = ['raw', 'published', 'drafts', 'summer', '["summer","drafts"]']

/** Each depends on hidden content: the staff get another response when it changes. */
const QUERIES: [what: string, query: string][] = [
  ['everything', '* | order(_id)'],
  ['a projection', '*[headline != "x"] | order(_id) {headline, "all": @}'],
  ['one by its id', '*[_id in ["drafts.other", "private.source.one", "held", "review.other"]]'],
  ['a count', 'count(*)'],
  ['a count of a type', 'count(*[_type in ["privateSource", "review", "article"]])'],
  ['whether there is one', 'select(count(*[_type == "privateSource"]) > 0 => "yes", "no")'],
  ['what is referred to', '*[_id == "subject"][0]{hides[]->}'],
  ['a field of what is referred to', '*[_id == "subject"][0].hides[]->headline'],
  ['what refers to it', '*[references("subject")]._id'],
  ['how many refer to it', '*[_id == "subject"][0]{"n": count(*[references(^._id)])}'],
  ['what the hidden refer to', '*[_id in *[_type == "privateSource"].about._ref]._id'],
  ['who refers to the hidden', '*[references(*[_type == "review"]._id)]._id'],
  ['an order', '* | order(coalesce(secret, 0) desc, _id)[0..4]._id'],
  ['an order by age', '* | order(_updatedAt desc, _id)[0..30]._id'],
  ['a search', '*[headline match "sees"]._id'],
  ['a search by its score', '* | score(headline match "Only") | order(_score desc, _id)[0..9]._id'],
  ['a search in all text', '*[@ match text::query("sees")]._id'],
  ['all types', 'array::unique(*._type)'],
  ['a sum', 'math::sum(*.secret)'],
  ['a comparison', '*[secret > 10]._id'],
  ['ids by a path', '*[_id in path("drafts.**") || _id in path("private.**")]._id'],
  ['versions', '*[sanity::versionOf("other")]._id'],
  ['a subquery in a filter', '*[_type == "topic" && count(*[secret > 10]) > 0]._id'],
  ['pictures', '*[_type == "sanity.imageAsset"]._id'],
  ['revisions', '*[]._rev'],
]
const PATHS = [
  ...HIDDEN.map((kind) => (w: World) => {
    const {dataset, id} = w.subjects[kind]
    return `data/doc/${dataset}/${id}?includeAllVersions=true`
  }),
  () => `data/references/${DATASET}/documents/subject/to`,
  ...HIDDEN.map(
    (kind) => (w: World) => `data/references/${DATASET}/documents/${w.subjects[kind].id}/to`,
  ),
  () => `data/history/${DATASET}/documents/drafts.other`,
  () => `data/history/${DATASET}/transactions/drafts.other,private.source.one`,
  () => `data/export/${DATASET}`,
  () => `data/query/${COMMENTS}?query=*`,
]

async function ask(who: (typeof STRANGERS)[number] | 'editor', path: string): Promise<string> {
  const {headers} = world.voices[who]
  const response = await world.lake.fetch(`/v2025-02-19/${path}`, {headers})
  const text = (await response.text()).replace(/"ms":\d+/, '')
  return `${response.status} ${response.headers.get('etag')} ${text}`
}
const groq = (query: string, perspective: string): string =>
  `data/query/${DATASET}?${new URLSearchParams({query, perspective})}`
const questions = (): string[] => [
  ...QUERIES.flatMap(([, query]) => PERSPECTIVES.map((p) => groq(query, p))),
  ...PATHS.map((path) => path(world)),
]
const answersTo = async (who: (typeof STRANGERS)[number] | 'editor') => {
  const answers: Record<string, string> = {}
  for (const path of questions()) answers[path] = await ask(who, path)
  return answers
}
/** The requests whose responses differ. */
const different = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(before).filter((path) => before[path] !== after[path])

it('has no effect on responses and streams for anonymous clients', async () => {
  const paths = [
    `/vX/data/listen/${DATASET}?query=*&includeResult=true&includeAllVersions=true`,
    `/vX/data/live/events/${DATASET}`,
  ]
  const streams = await Promise.all(
    STRANGERS.flatMap((who) =>
      paths.map((path) => openEvents(world.lake, path, world.voices[who].headers)),
    ),
  )
  const first = await Promise.all(STRANGERS.map(answersTo))
  const staff = [await answersTo('editor')]
  for (const answers of first) {
    const all = Object.values(answers).join('\n')
    for (const kind of HIDDEN) expect(all).not.toContain(`${MARK}: ${kind}"`)
    expect(all).not.toMatch(/^5\d\d/m)
  }

  for (const change of HIDDEN_CHANGES) {
    await changeHidden(world, 'anonymous', change)
    const now = await Promise.all(STRANGERS.map(answersTo))
    for (const [index] of STRANGERS.entries()) {
      expect(different(first[index]!, now[index]!)).toEqual([])
    }
    staff.push(await answersTo('editor'))
  }
  // The staff's responses do change at one of the steps, so the queries depend on hidden content.
  const seen = new Set([...different(staff[0]!, staff[1]!), ...different(staff[1]!, staff[2]!)])
  const blind = QUERIES.filter(([, query]) => !seen.has(groq(query, 'raw'))).map(([what]) => what)
  expect(blind).toEqual([])

  await world.put([{patch: {id: 'subject', set: {title: 'Everybody hears this'}}}])
  for (const stream of streams) {
    const [welcome, heard] = await stream.until(2)
    expect(welcome!.event).toBe('welcome')
    expect(JSON.stringify(heard)).toMatch(/"subject"|s1:topic/)
    expect(stream.items).toHaveLength(2)
    await stream.close()
  }
})
