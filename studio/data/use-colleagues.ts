// The people of the newsroom: names for account IDs, and the people to whom a piece can be assigned.
import {useCallback, useEffect, useMemo, useState} from 'react'
import {useClient, useCurrentUser, useProjectId, useUserStore} from 'sanity'

export interface Colleague {
  id: string
  name: string
  /** The role's title, as people read it. */
  role: string
}

interface Project {
  members?: {id: string; isRobot?: boolean; roles?: {name: string; title: string}[]}[]
}

/** Roles that do not work on pieces, so none is assigned to them. */
const IDLE = new Set(['developer', 'administrator', 'viewer'])

/** A token has a name, but no piece waits for it. */
const isPerson = (user: object): boolean =>
  !('provider' in user && user.provider === 'copydesk-token')

export interface Colleagues {
  nameOf: (accountId: string) => string | undefined
  /** By name, oneself first. */
  assignable: Colleague[]
}

/** @param mentioned account IDs whose names are needed even if the people have left */
export function useColleagues(mentioned: readonly string[]): Colleagues {
  const client = useClient({apiVersion: '2021-12-15'})
  const projectId = useProjectId()
  const userStore = useUserStore()
  const me = useCurrentUser()?.id
  const [members, setMembers] = useState<NonNullable<Project['members']>>([])
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())

  useEffect(() => {
    let current = true
    client
      .request<Project>({url: `/projects/${projectId}`, tag: 'desk.members'})
      .then((project) => {
        if (current) setMembers((project.members ?? []).filter(({isRobot}) => !isRobot))
      })
      // Rows work without names: they show what the records say.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [client, projectId])

  const wanted = [...new Set([...members.map(({id}) => id), ...mentioned])].toSorted().join(',')
  useEffect(() => {
    if (!wanted) return undefined
    let current = true
    userStore
      .getUsers(wanted.split(','))
      .then((users) => {
        if (!current) return
        setNames(
          new Map(users.filter(isPerson).map(({id, displayName}) => [id, displayName ?? ''])),
        )
      })
      .catch(() => {})
    return () => {
      current = false
    }
  }, [userStore, wanted])

  const nameOf = useCallback((id: string) => names.get(id) || undefined, [names])
  const assignable = useMemo(
    () =>
      members
        .filter(({roles}) => !roles?.every(({name}) => IDLE.has(name)))
        .flatMap(({id, roles}): Colleague[] => {
          const name = names.get(id)
          const role = roles?.map(({title}) => title).join(', ') ?? ''
          return name ? [{id, name, role}] : []
        })
        .toSorted(
          (a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name),
        ),
    [members, names, me],
  )
  return {nameOf, assignable}
}
