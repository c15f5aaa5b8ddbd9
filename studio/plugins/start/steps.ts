// What an administrator sets up in an empty newsroom, and which of it is done.
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import type {SanityClient} from 'sanity'

export interface FirstStepsFacts {
  name: string | null
  timeZone: string | null
  /** Somebody has closed the card. */
  isHidden: boolean
  hasSection: boolean
  hasPublished: boolean
  /** All roles of the people who can sign in. */
  roles: readonly string[]
}

export type StepName = 'name' | 'timeZone' | 'section' | 'journalist' | 'editor'

export interface Step {
  name: StepName
  isDone: boolean
}

/** The time zone of a new newsroom. */
const UNCHOSEN = 'UTC'

/**
 * The steps in their order. None if the card is not needed any more.
 * @param browserZone the time zone of the person's browser
 */
export function stepsOf(facts: FirstStepsFacts, browserZone: string): Step[] {
  const {name, timeZone, roles} = facts
  if (facts.hasPublished || facts.isHidden) return []
  const steps: Step[] = [
    {name: 'name', isDone: Boolean(name?.trim())},
    {
      name: 'timeZone',
      isDone: Boolean(timeZone) && (timeZone !== UNCHOSEN || browserZone === UNCHOSEN),
    },
    {name: 'section', isDone: facts.hasSection},
    {name: 'journalist', isDone: roles.includes('journalist')},
    {name: 'editor', isDone: roles.includes('editor')},
  ]
  return steps.every(({isDone}) => isDone) ? [] : steps
}

const PIECES = isOneOf(typesOfKind('piece'))

/** An invited writer gets an author, whose account is in a `privateAuthor`. */
export const FIRST_STEPS_LISTEN = `*[_type in ["siteSettings", "section", "privateAuthor"] || ${PIECES}]`

const FIRST_STEPS_QUERY = `{
  "name": *[_id == "siteSettings"][0].name,
  "timeZone": *[_id == "siteSettings"][0].timeZone,
  "isHidden": *[_id == "siteSettings"][0].firstStepsHidden == true,
  "hasSection": defined(*[_type == "section" && _id in path("*")][0]._id),
  "hasPublished": defined(*[${PIECES} && _id in path("*")][0]._id)
}`

interface Account {
  roles: string[]
  disabled: boolean
}

/**
 * Only administrators may ask.
 * @param client its perspective is `raw`
 */
export async function loadFirstSteps(client: SanityClient): Promise<FirstStepsFacts> {
  const facts = await client.fetch<Omit<FirstStepsFacts, 'roles'>>(
    FIRST_STEPS_QUERY,
    {},
    {tag: 'start.steps'},
  )
  if (facts.hasPublished || facts.isHidden) return {...facts, roles: []}
  const {people} = await client.request<{people: Account[]}>({url: '/people', tag: 'start.people'})
  const active = people.filter(({disabled}) => !disabled)
  return {...facts, roles: active.flatMap(({roles}) => roles)}
}

const SETTINGS = 'siteSettings'

/** Also in a draft of the settings: publishing it would otherwise undo this. */
export async function writeSettings(
  client: SanityClient,
  fields: {timeZone: string} | {firstStepsHidden: true},
): Promise<void> {
  const draft = `drafts.${SETTINGS}`
  const hasDraft = await client.fetch<boolean>(
    'defined(*[_id == $draft][0]._id)',
    {draft},
    {tag: 'start.draft'},
  )
  const transaction = client
    .transaction()
    .createIfNotExists({_id: SETTINGS, _type: SETTINGS})
    .patch(SETTINGS, {set: fields})
  if (hasDraft) transaction.patch(draft, {set: fields})
  await transaction.commit({tag: 'start.settings'})
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
