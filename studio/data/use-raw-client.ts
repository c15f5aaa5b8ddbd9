// Reads documents as they are stored: drafts and versions beside what is published.
import {useMemo} from 'react'
import {useClient, type SanityClient} from 'sanity'

export function useRawClient(): SanityClient {
  const client = useClient({apiVersion: '2025-02-19'})
  return useMemo(() => client.withConfig({perspective: 'raw'}), [client])
}
