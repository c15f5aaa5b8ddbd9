// A configuration of the studio as Sanity resolves it, written out line by line: what each plugin adds.
import {createClient} from '@sanity/client'
import type {ReactElement} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {
  createWorkspaceFromConfig,
  flattenConfig,
  type PluginOptions,
  type WorkspaceOptions,
} from 'sanity'
import {deskActions, deskViews, reviewTabs} from '../../../studio/data/slots.tsx'

const EVERYTHING = ['administrator', 'editor', 'developer']
const VERSIONS = ['draft', 'published', 'version'] as const

/** The workspace as a person with these roles has it. Nothing is requested. */
export function resolve(config: WorkspaceOptions, ...roles: string[]) {
  const {projectId, dataset} = config
  const client = createClient({projectId, dataset, apiVersion: '2025-02-19', useCdn: false})
  const currentUser = {
    id: 'p-test',
    name: 'Test',
    email: 'test@example.com',
    role: '',
    roles: roles.map((name) => ({name, title: name})),
  }
  return createWorkspaceFromConfig({...config, currentUser, getClient: () => client})
}

type Resolved = Awaited<ReturnType<typeof resolve>>

/** What the studio offers to somebody with all roles, one thing a line, each list in its order. */
export async function offered(config: WorkspaceOptions): Promise<string[]> {
  const workspace = await resolve(config, ...EVERYTHING)
  return [
    ...workspace.tools.map(({name}) => `tool: ${name}`),
    ...documentTypes(workspace).flatMap((type) => documentLines(workspace, type)),
    ...workspace.templates.map(({id}) => `template: ${id}`),
    ...newDocuments(workspace),
    ...flattenConfig(config, []).flatMap(({config: plugin}) => pluginLines(plugin)),
    ...slotLines(config.plugins ?? []),
  ]
}

const documentTypes = ({schema}: Resolved): string[] =>
  schema.getTypeNames().filter((name) => {
    const isDocument = schema.get(name)?.type?.name === 'document'
    return isDocument && !/^(sanity|assist)\./.test(name)
  })

/** A component or an action, by its name. */
/** Every action is closed offline, so that wrapper is left out of its name. */
const nameOf = (one: {displayName?: string; name?: string}): string =>
  (one.displayName ?? one.name ?? '').replace(/^NeedsConnection\((.*)\)$/, '$1')

function documentLines({document}: Resolved, type: string): string[] {
  const documentId = 'test-id'
  const context = {schemaType: type, documentId, releaseId: undefined}
  const comments = document.comments.enabled({documentType: type, documentId})
  return [
    ...VERSIONS.flatMap((versionType) =>
      document
        .actions({...context, versionType})
        .map((one) => `action of a ${versionType} ${type}: ${nameOf(one)}`),
    ),
    ...document.badges(context).map((one) => `badge of ${type}: ${nameOf(one)}`),
    ...document
      .inspectors({documentType: type, documentId})
      .map(({name}) => `inspector of ${type}: ${name}`),
    ...(comments ? [`comments on ${type}`] : []),
  ]
}

function newDocuments({document}: Resolved): string[] {
  const everywhere = document.resolveNewDocumentOptions({type: 'global'})
  const inLists = document.resolveNewDocumentOptions({type: 'structure', schemaType: 'article'})
  return [
    ...everywhere.map(({templateId}) => `new document: ${templateId}`),
    ...inLists.map(({templateId}) => `new document in a list: ${templateId}`),
  ]
}

/** What a plugin puts around the form and the studio, and the words that it adds. */
function pluginLines({name, form, studio, document, i18n}: PluginOptions): string[] {
  const {portableText, ...inputs} = form?.components ?? {}
  const parts = {
    ...inputs,
    'text editor': portableText?.plugins,
    ...studio?.components,
    pane: document?.components?.unstable_layout,
  }
  const bundles = Array.isArray(i18n?.bundles) ? i18n.bundles : []
  return [
    ...Object.keys(parts).filter((part) => parts[part as keyof typeof parts]),
    ...bundles.map(({namespace}) => `words of ${namespace}`),
  ].map((line) => `${name}: ${line}`)
}

/** What plugins bring to *Review* and to the review desk. */
function slotLines(plugins: readonly PluginOptions[]): string[] {
  const layouts = plugins.flatMap(({studio}) => studio?.components?.layout ?? [])
  const Studio = layouts.reduceRight<() => ReactElement>(
    (inner, Layout) => () => <Layout renderDefault={inner} />,
    () => <Slots />,
  )
  return renderToStaticMarkup(<Studio />)
    .split('\n')
    .filter(Boolean)
}

function Slots() {
  const tabs = reviewTabs.useParts().map(({name}) => `tab of Review: ${name}\n`)
  const views = deskViews.useParts().map(({id}) => `view of the desk: ${id}\n`)
  const actions = deskActions.useParts().map(({name}) => `action of the desk: ${name}\n`)
  return (
    <>
      {tabs}
      {views}
      {actions}
    </>
  )
}
