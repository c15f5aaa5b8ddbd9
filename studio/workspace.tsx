// The workspace that the studio shows: content types, menu, actions, inputs, look.
import {visionTool} from '@sanity/vision'
import {defineConfig, type WorkspaceOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from '../schemas/index.ts'
import {documentActions} from './plugins/document-actions/document-actions.ts'
import {documentBadges} from './plugins/badges/document-badges.ts'
import {InboxNavbar} from './plugins/inbox/inbox-navbar.tsx'
import {NewsroomBlock} from './plugins/body/newsroom-block.tsx'
import {withTextPlugins} from './plugins/body/text-plugins.tsx'
import {NewsroomAnnotation, NewsroomField, NewsroomInput, NewsroomItem} from './form.tsx'
import {Mark} from './ui/theme/mark.tsx'
import {theme} from './ui/theme/theme.ts'
import {newDocumentOptions} from './plugins/structure/new-document-options.ts'
import {peopleTool} from './plugins/people/people-tool.tsx'
import {pageTool} from './plugins/page/page-tool.ts'
import {reviewInspectors} from './plugins/review/review-inspector.tsx'
import {deskTool, usesDesk} from './plugins/review-desk/desk-tool.tsx'
import {hasRole} from './data/roles.ts'
import {NewsroomLayout} from './plugins/session/newsroom-layout.tsx'
import {defaultDocumentNode} from './plugins/structure/default-document-node.ts'
import {steadyPanes} from './plugins/frame/steady-panes.tsx'
import {structure} from './plugins/structure/structure.ts'
import {newsroomTemplates} from './plugins/structure/templates.ts'
import {whereUsedInspectors} from './plugins/where-used/where-used-inspector.tsx'
import {newsroomWords} from './ui/words.ts'
import {isTalkedAbout} from './data/is-talked-about.ts'
import {workspaceMode} from './data/workspace-mode.ts'

/** Builds the workspace for the lake that `workspaceMode` names. */
export function newsroomWorkspace(): WorkspaceOptions {
  const {embedded, projectId, dataset} = workspaceMode()
  // Without a page (`sanity schema extract`) any address will do: nothing is requested.
  const origin = globalThis.location?.origin ?? 'http://127.0.0.1:3333'

  const config: WorkspaceOptions = {
    name: 'default',
    title: 'Copydesk',
    icon: Mark,
    theme,
    projectId,
    dataset,
    basePath: '/',
    ...(embedded && {
      apiHost: origin,
      auth: {
        loginMethod: 'cookie' as const,
        redirectOnSingle: true,
        providers: [{name: 'copydesk', title: 'Sign in', url: `${origin}/login`}],
      },
    }),
    plugins: [
      steadyPanes(),
      structureTool({title: 'Newsroom', structure, defaultDocumentNode}),
      ...pageTool(),
      visionTool({title: 'Queries', defaultApiVersion: '2025-02-19', defaultDataset: dataset}),
    ],
    tools: ([newsroomTool, ...tools], {currentUser}) => [
      ...(newsroomTool ? [newsroomTool] : []),
      ...(usesDesk(currentUser, !embedded) ? [deskTool] : []),
      ...tools.filter(
        ({name}) => name !== 'vision' || hasRole(currentUser, 'developer', 'administrator'),
      ),
      // On the hosted lake people are managed at Sanity.
      ...(embedded && hasRole(currentUser, 'administrator') ? [peopleTool] : []),
    ],
    schema: {
      types: schemaTypes.map(withTextPlugins),
      templates: (templates) => [...templates, ...newsroomTemplates],
    },
    form: {
      components: {
        input: NewsroomInput,
        field: NewsroomField,
        item: NewsroomItem,
        block: NewsroomBlock,
        annotation: NewsroomAnnotation,
      },
    },
    studio: {components: {layout: NewsroomLayout, navbar: InboxNavbar}},
    i18n: {bundles: newsroomWords},
    document: {
      actions: documentActions,
      badges: documentBadges,
      inspectors: (inspectors, context) =>
        reviewInspectors(whereUsedInspectors(inspectors, context), context),
      newDocumentOptions: newDocumentOptions(
        !embedded,
        (id) => newsroomTemplates.find((template) => template.id === id)?.schemaType,
      ),
      comments: {enabled: ({documentType}) => isTalkedAbout(documentType)},
      askToEdit: {enabled: false},
    },
    // On Sanity's lake nothing would hold a release to what was approved.
    releases: {enabled: embedded},
    // What was put into a release, and taken out, stands in its activity.
    beta: {eventsAPI: {releases: true}},
    // A release of one document would go round the newsroom's own schedule.
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    // Each of these asks the lake for services of the hosted platform.
    mediaLibrary: {enabled: false},
    apps: {canvas: {enabled: false}},
    announcements: {enabled: false},
  }
  return defineConfig<WorkspaceOptions>(config)
}
