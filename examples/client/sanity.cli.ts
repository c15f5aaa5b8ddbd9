// TypeGen: which queries, and which schema they are held against.
import {defineCliConfig} from '@sanity/cli'

export default defineCliConfig({
  api: {projectId: 'copydesk', dataset: 'production'},
  typegen: {
    path: './queries.ts',
    schema: '../../queries/schema.json',
    generates: './sanity.types.ts',
    overloadClientMethods: true,
  },
})
