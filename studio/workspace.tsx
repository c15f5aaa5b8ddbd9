// The workspace of the studio: the newsroom's content types, and its features as plugins, one a
// line. Plugins can be removed and added (docs/studio-plugins.md).
import {defineConfig, type WorkspaceOptions} from 'sanity'
import {schemaTypes} from '../schemas/index.ts'
import {workspaceMode} from './data/workspace-mode.ts'
import {articleForm} from './plugins/article-form/index.ts'
import {badges} from './plugins/badges/index.ts'
import {body} from './plugins/body/index.tsx'
import {withQuotationWords} from './plugins/body/quotation-words.tsx'
import {confidential} from './plugins/confidential/index.ts'
import {documentActions} from './plugins/document-actions/index.ts'
import {editorialActions} from './plugins/editorial-actions/index.ts'
import {frame} from './plugins/frame/index.tsx'
import {fronts} from './plugins/fronts/index.ts'
import {inbox} from './plugins/inbox/index.tsx'
import {intake} from './plugins/intake/index.ts'
import {ledger} from './plugins/ledger/index.ts'
import {newsroomTime} from './plugins/newsroom-time/index.tsx'
import {page} from './plugins/page/index.tsx'
import {people} from './plugins/people/index.ts'
import {photoMetadata} from './plugins/photo-metadata/index.tsx'
import {photosInText} from './plugins/photos-in-text/index.tsx'
import {queries} from './plugins/queries/index.ts'
import {quoting} from './plugins/quoting/index.tsx'
import {review} from './plugins/review/index.ts'
import {reviewDesk} from './plugins/review-desk/index.ts'
import {rights} from './plugins/rights/index.ts'
import {session} from './plugins/session/index.tsx'
import {sharedPreviews} from './plugins/shared-previews/index.ts'
import {start} from './plugins/start/index.ts'
import {structure} from './plugins/structure/index.ts'
import {textLength} from './plugins/text-length/index.tsx'
import {verification} from './plugins/verification/index.ts'
import {whereUsed} from './plugins/where-used/index.ts'
import {writing} from './plugins/writing/index.tsx'
import {theme} from './ui/theme/theme.ts'

/** In the current text colour, so that it works on light and dark. */
function Mark() {
  return (
    <svg
      viewBox="0 0 25 25"
      width="1em"
      height="1em"
      aria-hidden="true"
      data-sanity-icon="copydesk"
    >
      <rect width="25" height="25" rx="4" fill="#1f1c1a" />
      <path d="M5 6h15M5 9h15" stroke="#faf8f4" strokeWidth="1.8" />
      <path d="M5 13h6M5 16h6M5 19h6M14 19h6" stroke="#faf8f4" strokeWidth="1.2" opacity=".75" />
      <rect x="14" y="12.4" width="6" height="4.4" fill="#b3261e" />
    </svg>
  )
}

const signInAt = (origin: string): WorkspaceOptions['auth'] => ({
  loginMethod: 'cookie',
  redirectOnSingle: true,
  providers: [{name: 'copydesk', title: 'Sign in', url: `${origin}/login`}],
})

/** Builds the workspace for the lake that `workspaceMode` names. */
export function newsroomWorkspace(): WorkspaceOptions {
  const {embedded, projectId, dataset} = workspaceMode()
  // Without a page (`sanity schema extract`) any address works, because nothing is requested.
  const origin = globalThis.location?.origin ?? 'http://127.0.0.1:3333'

  const config: WorkspaceOptions = {
    ...frame({last: ['people', 'where-used', 'inbox-bell', 'inbox-drawer']}),
    name: 'default',
    title: 'Copydesk',
    icon: Mark,
    theme,
    projectId,
    dataset,
    basePath: '/',
    ...(embedded && {apiHost: origin, auth: signInAt(origin)}),
    schema: {types: withQuotationWords(schemaTypes)},
    // The form components of the first plugin are the outermost.
    plugins: [
      session(),
      start(),
      structure(),
      reviewDesk(),
      page(),
      fronts(),
      queries({dataset}),
      people(),
      inbox(),
      documentActions(),
      editorialActions(),
      badges(),
      articleForm(),
      intake(),
      review(),
      sharedPreviews(),
      rights(),
      whereUsed(),
      ledger(),
      photoMetadata(),
      photosInText(),
      confidential(),
      verification(),
      textLength(),
      writing(),
      quoting(),
      body(),
      newsroomTime(),
    ],
    // On Sanity's lake nothing ensures that a release publishes only what was approved.
    releases: {enabled: embedded},
    // A release's activity shows added and removed documents.
    beta: {eventsAPI: {releases: true}},
    // A release of one document would bypass the newsroom's own schedule.
    scheduledDrafts: {enabled: false},
    scheduledPublishing: {enabled: false},
    // Each of these needs a service of the hosted platform.
    mediaLibrary: {enabled: false},
    apps: {canvas: {enabled: false}},
    announcements: {enabled: false},
  }
  return defineConfig<WorkspaceOptions>(config)
}
