import {visionTool} from '@sanity/vision'
import {definePlugin} from 'sanity'
import {hasRole} from '../../data/roles.ts'

/** Sanity's tool for queries, for developers and administrators. */
export const queries = definePlugin<{dataset: string}>(({dataset}) => ({
  name: 'copydesk/queries',
  plugins: [
    visionTool({title: 'Queries', defaultApiVersion: '2025-02-19', defaultDataset: dataset}),
  ],
  tools: (tools, {currentUser}) =>
    hasRole(currentUser, 'developer', 'administrator')
      ? tools
      : tools.filter(({name}) => name !== 'vision'),
}))
