// Random steps on a piece: every editorial action, every write without one, and the timer.
import fc from 'fast-check'
import {EDITORIAL_ACTIONS, type EditorialAction} from '../../model/editorial-actions.ts'
import {draftsOf, publishedOf, ref, type Desk, type Fields, type Voice} from './piece.ts'
import {ROADS, ROADS_OF_LIVE} from './publication-paths.ts'

export interface RandomStep {
  name: string
  run: (desk: Desk, who: Voice, id: string) => Promise<Response | void>
}

const HOUR = 3_600_000
const CODES = [
  'fourEyesByline',
  'fourEyesSubmitter',
  'fourEyesChanged',
  'fourEyesToken',
  'notApproved',
  'approvalLapsed',
  'roleMissing',
]

/** An act with all that it could ask for, on what is there now. */
export function act(name: EditorialAction, isOverridden: boolean): RandomStep {
  return {
    name: `${name}${isOverridden ? ' with overrides' : ''}`,
    run: (desk, who, id) =>
      desk.act(who, {
        act: name,
        ...(name === 'amend' ? {documentId: `${id}-photo`} : {articleId: id}),
        note: 'Because.',
        publishAt: new Date(desk.lake.now() + HOUR).toISOString(),
        assignee: desk.journalist.id,
        ...(name === 'approve' ? {ifContentHash: desk.hash(id)} : {}),
        ...(name === 'amend' ? {ifContentHash: desk.hash(`${id}-photo`)} : {}),
        ...(desk.get(id) ? {correction: {type: 'update', readerNote: 'More.'}} : {}),
        amendments: {[id]: {type: 'minor', readerNote: 'x'}},
        ...(isOverridden ? {overrides: CODES.map((code) => ({code, reason: 'Because.'}))} : {}),
      }),
  }
}

/** Writes the whole piece, as far as it is not there, with this byline. */
export const writing = (author: string): RandomStep => ({
  name: `write as ${author}`,
  run: (desk, who, id) => {
    const bylines = [{_key: 'b', author: ref(author), role: 'writer'}]
    const drafts = draftsOf(id, {article: {bylines}})
    return desk.mutate(
      who,
      drafts.map((createIfNotExists) => ({createIfNotExists})),
    )
  },
})

const set = (part: string, fields: Fields): RandomStep => ({
  name: `set ${part} ${JSON.stringify(fields)}`,
  run: (desk, who, id) => desk.mutate(who, [{patch: {id: `drafts.${id}${part}`, set: fields}}]),
})

const forge = (fields: (desk: Desk, who: Voice, id: string) => Fields): RandomStep => ({
  name: 'forge a record',
  run: (desk, who, id) => desk.mutate(who, [{createOrReplace: fields(desk, who, id)}]),
})

const FORGED: RandomStep[] = [
  forge((desk, _who, id) => ({
    ...desk.get(`review.${id}`),
    _id: `review.${id}`,
    _type: 'review',
    subject: {...ref(id), _weak: true},
    subjectType: 'article',
    stage: 'approved',
    state: 'approved',
    lapsed: false,
    approval: {by: desk.otherEditor.id, byName: 'Otto', at: 'x', hash: desk.hash(id)},
  })),
  forge((_desk, who) => ({
    _id: 'private.author.jane',
    _type: 'privateSource',
    userId: `not ${who.id}`,
  })),
  forge((desk, _who, id) => ({
    ...publishedOf(id).at(-1),
    _id: `versions.r1.${id}`,
    dek: desk.hash(id),
  })),
]

const time: RandomStep = {
  name: 'an hour and more goes by',
  async run(desk) {
    desk.lake.setTime(desk.lake.now() + 2 * HOUR)
    await desk.lake.lake.services.timer.check()
  },
}

const road = ({name, take}: (typeof ROADS)[number]): RandomStep => ({
  name,
  run: (desk, who, id) => take(desk, who, id, {}),
})

const WRITES: RandomStep[] = [
  writing('jane'),
  writing('edith'),
  set('', {dek: 'One.'}),
  set('', {dek: 'What happened.'}),
  set('', {bylines: [{_key: 'b', author: ref('edith'), role: 'writer'}]}),
  set('', {bylines: [{_key: 'b', author: ref('jane'), role: 'writer'}]}),
  set('-photo', {caption: 'Other'}),
  set('-photo', {caption: 'A ferry'}),
  set('-quote', {text: 'Other.'}),
  set('-quote', {text: 'So it is.'}),
  set('-source', {name: 'Other'}),
]

/** The acts that bring a piece on, more often than those that do not. */
const ONWARDS: EditorialAction[] = ['submit', 'approve', 'publish', 'schedule', 'handBack']
const acts = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...ONWARDS)},
  {weight: 1, arbitrary: fc.constantFrom(...(Object.keys(EDITORIAL_ACTIONS) as EditorialAction[]))},
)

export const anyStep: fc.Arbitrary<RandomStep> = fc
  .oneof(
    {weight: 6, arbitrary: fc.tuple(acts, fc.boolean()).map(([name, given]) => act(name, given))},
    {weight: 4, arbitrary: fc.constantFrom(...WRITES)},
    {weight: 2, arbitrary: fc.constantFrom(...[...ROADS, ...ROADS_OF_LIVE].map(road))},
    {weight: 1, arbitrary: fc.constantFrom(...FORGED)},
    {weight: 1, arbitrary: fc.constant(time)},
  )
  .map((step) => ({...step, toString: () => step.name}))

/** The way to the readers, with anything else that happens on it. */
export function onTheWay<T>(
  anything: fc.Arbitrary<T>,
  step: (name: EditorialAction) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> {
  const noise = fc.array(anything, {maxLength: 4})
  return fc
    .tuple(noise, step('submit'), noise, step('approve'), noise, step('publish'))
    .map(([a, submitting, b, approving, c, publishing]) => [
      ...a,
      submitting,
      ...b,
      approving,
      ...c,
      publishing,
    ])
}
