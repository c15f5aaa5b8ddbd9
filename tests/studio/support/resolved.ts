// A configuration of the studio as Sanity resolves it, written out line by line: what each plugin adds.
import {createClient} from '@sanity/client'
import {
  createWorkspaceFromConfig,
  flattenConfig,
  type PluginOptions,
  type WorkspaceOptions,
} from 'sanity'

/** An account with these roles. */
const person = (...roles: string[]) => ({
  id: 'p-test',
  name: 'Test',
  email: 'test@example.com',
  role: '',
  roles: roles.map((name) => ({name, title: name})),
})

/** The workspace as a person with these roles has it. Nothing is requested. */
export function resolve(config: WorkspaceOptions, ...roles: string[]) {
  const {projectId, dataset} = config
  const client = createClient({projectId, dataset, apiVersion: '2025-02-19', useCdn: false})
  const account = {currentUser: person(...roles), getClient: () => client}
  return createWorkspaceFromConfig({...config, ...account})
}

type Resolved = Awaited<ReturnType<typeof resolve>>

const EVERYTHING = ['administrator', 'editor', 'developer']
const VERSIONS = ['draft', 'published', 'version'] as const

/** What the studio offers, one thing a line, each list in its order. */
export async function offered(config: WorkspaceOptions): Promise<string[]> {
  const workspace = await resolve(config, ...EVERYTHING)
  const types = documentTypes(workspace)
  return [
    ...workspace.tools.map(({name}) => `tool ${name}`),
    ...types.flatMap((type) => documentLines(workspace, type)),
    ...workspace.templates.map(({id}) => `template ${id}`),
    ...newDocuments(workspace),
    ...flattenConfig(config, []).flatMap(({config: plugin}) => componentLines(plugin)),
  ]
}

const documentTypes = ({schema}: Resolved): string[] =>
  schema
    .getTypeNames()
    .filter((name) => schema.get(name)?.type?.name === 'document' && !/^(sanity|assist)\./.test(name))

/** A component or an action, by its name. */
const nameOf = (one: {displayName?: string; name?: string}): string =>
  one.displayName ?? one.name ?? ''

function documentLines({document}: Resolved, type: string): string[] {
  const documentId = 'test-id'
  const context = {schemaType: type, documentId}
  return [
    ...VERSIONS.flatMap((versionType) =>
      document
        .actions({...context, versionType, releaseId: undefined})
        .map((one) => `action of a ${versionType} ${type}: ${nameOf(one)}`),
    ),
    ...document.badges(context).map((one) => `badge of ${type}: ${nameOf(one)}`),
    ...document
      .inspectors({documentType: type, documentId})
      .map(({name}) => `inspector of ${type}: ${name}`),
    ...(document.comments.enabled({documentType: type, documentId}) ? [`comments on ${type}`] : []),
  ]
}

function newDocuments({document}: Resolved): string[] {
  const everywhere = document.resolveNewDocumentOptions({type: 'global'})
  const inLists = document.resolveNewDocumentOptions({type: 'structure', schemaType: 'article'})
  return [
    ...everywhere.map(({templateId}) => `new document: ${templateId}`),
    ...inLists.map(({templateId}) => `new document in a list of articles: ${templateId}`),
  ]
}

/** What a plugin puts around the form and the studio, and the words that it adds. */
function componentLines({form, studio, document, i18n}: PluginOptions): string[] {
  const {portableText, ...around} = form?.components ?? {}
  const components = {
    ...around,
    text: portableText?.plugins,
    ...studio?.components,
    documentLayout: document?.components?.unstable_layout,
  }
  const bundles = Array.isArray(i18n?.bundles) ? i18n.bundles : []
  return [
    ...Object.entries(components).flatMap(([place, one]) =>
      one ? [`${place}: ${nameOf(one as {name?: string})}`] : [],
    ),
    ...bundles.flatMap(({namespace, resources}) =>
      typeof resources === 'object'
        ? Object.keys(resources).map((key) => `words of ${namespace}: ${key}`)
        : [`words of ${namespace}`],
    ),
  ]
}
