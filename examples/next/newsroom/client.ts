// The client. Only `apiHost` and `useProjectHostname` differ from a hosted project's.
import {createClient} from '@sanity/client'

export const client = createClient({
  projectId: 'copydesk',
  dataset: 'production',
  apiVersion: '2025-02-19',
  apiHost: process.env.LAKE ?? 'http://127.0.0.1:3333',
  useProjectHostname: false, // the lake has one address, without the project before it
  useCdn: false,
  perspective: 'published',
})
