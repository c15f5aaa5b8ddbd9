// What the `sanity` commands need to know: build, dev, schema extract, typegen.
import {defineCliConfig} from 'sanity/cli'
import {workspaceMode} from './studio/data/workspace-mode.ts'

const {projectId, dataset} = workspaceMode()

export default defineCliConfig({
  api: {projectId, dataset},
  // The studio lives below the site. The workspace itself has no base path: Sanity joins the two.
  project: {basePath: '/studio'},
  deployment: {autoUpdates: false},
  reactStrictMode: false,
  typegen: {
    path: './queries/**/*.ts',
    schema: './queries/schema.json',
    generates: './queries/sanity.types.ts',
    overloadClientMethods: true,
  },
})
