// The newsroom's people from the lake, and the actions on them.
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import type {AccountEventsPage} from './account-event.ts'
import type {KnownAuthors} from '../../../model/namesakes.ts'
import {KNOWN_AUTHORS} from './author-choice.ts'
import type {Invited, OfferedRole, Person, SignInLink} from './person.ts'

export type PeopleLookup =
  | {status: 'loading'}
  | {status: 'failed'; message: string}
  /**
   * `hasLinks`: people set passwords by links. Without, all of them sign in with a work account.
   * `events`: the last changes of accounts. `asOf`: when the list was read, in milliseconds since the epoch.
   */
  | {
      status: 'ready'
      people: Person[]
      hasLinks: boolean
      roles: OfferedRole[]
      events: AccountEventsPage
      asOf: number
    }

/** `author`: what was chosen of `AuthorChoice`. */
interface Invitation {
  name: string
  email: string
  roles: string[]
  author?: string
}

/** Each throws an `Error` whose message is a sentence for the administrator. */
export interface PeopleActions {
  reload(): Promise<void>
  invite(person: Invitation): Promise<Invited>
  change(id: string, change: {roles?: string[]; disabled?: boolean}): Promise<void>
  /** For *Invite a colleague*. */
  authors(): Promise<KnownAuthors>
  /** Returns how many were ended. */
  endSessions(id: string): Promise<number>
  renewLink(id: string): Promise<SignInLink>
  /** The changes of accounts before the event with this ID. */
  eventsBefore(id: number): Promise<AccountEventsPage>
}

const API_VERSION = '2025-02-19'

interface ErrorBody {
  statusCode?: number
  response?: {body?: {error?: {description?: string}}}
}

/** Reads the list, and again after each action and each return to the page. */
export function usePeople(): {lookup: PeopleLookup; actions: PeopleActions} {
  const client = useClient({apiVersion: API_VERSION})
  const [lookup, setLookup] = useState<PeopleLookup>({status: 'loading'})

  const read = useCallback(async (): Promise<PeopleLookup> => {
    try {
      const [{people, hasLinks, roles}, events] = await Promise.all([
        client.request<{people: Person[]; hasLinks: boolean; roles: OfferedRole[]}>({
          url: '/people',
          tag: 'people.list',
        }),
        client.request<AccountEventsPage>({url: '/people/events', tag: 'people.events'}),
      ])
      return {status: 'ready', people, hasLinks, roles, events, asOf: Date.now()}
    } catch (error) {
      return {status: 'failed', message: inWords(error)}
    }
  }, [client])
  const show = useCallback((found: PeopleLookup) => {
    // If loading fails, the list stays: it is out of date, but not wrong.
    setLookup((shown) => (found.status === 'failed' && shown.status === 'ready' ? shown : found))
  }, [])
  const reload = useCallback(async () => show(await read()), [read, show])

  useEffect(() => {
    void read().then(show)
    const onReturn = (): void => void read().then(show)
    window.addEventListener('focus', onReturn)
    return () => window.removeEventListener('focus', onReturn)
  }, [read, show])

  const actions = useMemo<PeopleActions>(() => {
    const send = async <T>(method: string, url: string, body?: object): Promise<T> => {
      try {
        return await client.request<T>({method, url, tag: 'people.change', ...(body && {body})})
      } catch (error) {
        throw new Error(inWords(error), {cause: error})
      } finally {
        await reload()
      }
    }
    const path = (id: string): string => `/people/${encodeURIComponent(id)}`
    return {
      reload,
      invite: (person) => send('POST', '/people', person),
      authors: () =>
        client.fetch<KnownAuthors>(KNOWN_AUTHORS, {}, {perspective: 'raw', tag: 'people.authors'}),
      change: async (id, change) => void (await send('PATCH', path(id), change)),
      endSessions: async (id) =>
        (await send<{ended: number}>('DELETE', `${path(id)}/sessions`)).ended,
      renewLink: (id) => send('POST', `${path(id)}/links`),
      async eventsBefore(id) {
        const query = {before: String(id)}
        try {
          return await client.request({url: '/people/events', query, tag: 'people.events'})
        } catch (error) {
          throw new Error(inWords(error), {cause: error})
        }
      },
    }
  }, [client, reload])

  return {lookup, actions}
}

/** The lake's own message if there is one. */
function inWords(error: unknown): string {
  const {statusCode, response} = error as ErrorBody
  return (
    response?.body?.error?.description ??
    (statusCode === undefined
      ? 'The newsroom’s server did not answer. Try again in a moment.'
      : 'The newsroom’s server could not do that. Try again in a moment.')
  )
}
