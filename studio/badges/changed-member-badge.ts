// Says that a photo, a quote or a source was changed while live articles still show it as it was.
import {useEffect, useState} from 'react'
import {useClient, type DocumentBadgeComponent} from 'sanity'
import {readsTheSame} from '../../workflow/canonical-json.ts'

const TYPES = new Set(['photoWithCredit', 'expertQuote', 'source'])

/** Also through a quote. */
const LIVE_USERS_QUERY = `count(*[
  _type == "article" && !(_id in path("drafts.**")) && !(_id in path("versions.**")) &&
  (references($id) || references(*[_type == "expertQuote" && !(_id in path("drafts.**")) && references($id)]._id))
])`

export const useChangedMemberBadge: DocumentBadgeComponent = ({id, type, draft, published}) => {
  const isChanged =
    TYPES.has(type) && draft !== null && published !== null && !readsTheSame(draft, published)
  const count = useLiveUsers(isChanged ? id : null)
  if (!isChanged || count === 0) return null
  return {
    label: 'Changed, live articles show the old one',
    color: 'warning',
    title:
      count === 1
        ? 'Readers of one article see it as it was. “Amend” publishes the change and tells them.'
        : `Readers of ${count} articles see it as it was. “Amend” publishes the change and tells them.`,
  }
}
useChangedMemberBadge.displayName = 'ChangedMemberBadge'

/** Asked once for each change that begins; nobody is told late for want of a listener. */
function useLiveUsers(id: string | null): number {
  const client = useClient({apiVersion: '2025-02-19'})
  const [found, setFound] = useState({id: '', count: 0})
  useEffect(() => {
    if (id === null) return undefined
    let current = true
    client
      .fetch<number>(LIVE_USERS_QUERY, {id}, {perspective: 'raw', tag: 'changed-badge'})
      .then((count) => {
        if (current) setFound({id, count})
      })
      // A badge is a help; the act itself looks again.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [client, id])
  return found.id === id ? found.count : 0
}
