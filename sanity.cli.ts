// What the `sanity` commands need to know: build, dev, schema extract, typegen.
import {defineCliConfig} from 'sanity/cli'
import {defaultClientConditions, defaultServerConditions} from 'vite'
import {workspaceMode} from './studio/data/workspace-mode.ts'

const {projectId, dataset} = workspaceMode()
/** The lake's package is used from its sources, not from a build. */
const SOURCES = '@copydesk/source'

export default defineCliConfig({
  api: {projectId, dataset},
  // The studio lives below the site. The workspace itself has no base path: Sanity joins the two.
  project: {basePath: '/studio'},
  deployment: {autoUpdates: false},
  reactStrictMode: false,
  vite: (config) => ({
    ...config,
    resolve: {...config.resolve, conditions: [SOURCES, ...defaultClientConditions]},
    ssr: {...config.ssr, resolve: {conditions: [SOURCES, ...defaultServerConditions]}},
    build: {
      ...config.build,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        // One file for all icons: with one for each, a new window asks for two hundred more.
        output: {codeSplitting: {groups: [{name: 'icons', test: /[\\/]@sanity[\\/]icons[\\/]/}]}},
      },
    },
  }),
  typegen: {
    path: './queries/**/*.ts',
    schema: './queries/schema.json',
    generates: './queries/sanity.types.ts',
    overloadClientMethods: true,
  },
})
