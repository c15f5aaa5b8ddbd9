import {ComposeIcon} from '@sanity/icons/Compose'
import {definePlugin, defineLocaleResourceBundle} from 'sanity'
import {presentationTool, defineDocuments, type PreviewHeaderProps} from 'sanity/presentation'
import {hasPreviews} from '../../data/page-address.ts'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import {FieldInView} from './field-in-view.tsx'
import {firstPage, RememberPiece} from './first-page.ts'
import {locations} from './locations.ts'
import {withPageOfDocument} from './page-of-document.ts'
import {withPageView} from './page-view-beside.ts'
import {shareTheScreen} from './pane-widths.ts'
import {CONTENT_TYPES} from '../../../model/content-types.ts'
import {pathPrefix} from '../../../model/registry.ts'
import type {ContentType} from '../../../model/kinds.ts'
import {createGlobalStyle} from 'styled-components'

/** Presentation has no public type of its texts. */
const PRESENTATION = {
  'locations-banner.resolving.text': 'Looking for the pages that show it…',
  'locations-banner.locations-count_zero': 'No page shows it yet',
  'main-document.label': 'This page',
  'main-document.missing.text': 'There is nothing to edit at <Code>{{path}}</Code> itself.',
  'document-list-pane.document-list.title': 'On this page',
  'narrow-tabs.content-tab.label': 'Form',
  'narrow-tabs.preview-tab.label': 'Page',
  'preview-frame.overlay.toggle-button.text': 'Click to edit',
  'preview-frame.overlay.toggle-button.tooltip_disable': 'Let a click follow links, as for readers',
  'preview-frame.overlay.toggle-button.tooltip_enable': 'Let a click open the field',
  'preview-frame.status_timeout': 'This page does not answer: it is not a preview.',
}

/** Added to the studio's own English. */
const pageLabels = [
  defineLocaleResourceBundle({locale: 'en-US', namespace: 'presentation', resources: PRESENTATION}),
]

/** For `resolve.mainDocuments`. A piece is found by its id and by its slug. */
const mainDocuments = defineDocuments(
  Object.entries(CONTENT_TYPES).flatMap(([type, {kind, path}]: [string, ContentType]) => {
    if (!path) return []
    const byId = '_id == $name'
    const bySlug = 'slug.current == $name'
    const found =
      kind === 'piece' ? `(${byId} || ${bySlug})` : path.endsWith('/:id') ? byId : bySlug
    return [{route: `/preview${pathPrefix(path)}/:name`, filter: `_type == "${type}" && ${found}`}]
  }),
)

const NAME = 'page'

/** The tool *On the page*: an article as readers will see it. A click on its words opens their field. */
const onThePage = () =>
  presentationTool({
    name: NAME,
    title: 'On the page',
    icon: ComposeIcon,
    previewUrl: {
      initial({client}) {
        shareTheScreen(localStorage)
        return firstPage(client)
      },
    },
    resolve: {locations, mainDocuments},
    components: {unstable_header: {component: PageHeader}},
  })

/** The article's page: as a tool where the site has previews, and beside the form. */
export const page = definePlugin(() => ({
  name: 'copydesk/page',
  plugins: hasPreviews() ? [onThePage()] : [],
  tools: (tools) =>
    tools.map((tool) => (tool.name === NAME ? withPageOfDocument(tool) : withPageView(tool))),
  form: {
    components: {
      input: (props) => {
        if (props.path.length > 0) return props.renderDefault(props)
        const id = articleOfForm(props)?.id
        return (
          <>
            <FieldInView />
            {id && <RememberPiece id={id} type={props.schemaType.name} />}
            {props.renderDefault(props)}
          </>
        )
      },
    },
  },
  i18n: {bundles: pageLabels},
}))

/**
 * Lets a form and the panel beside it (Review, comments) share the width that the page leaves them. Otherwise they keep 640
 * pixels, and their close buttons are outside the window.
 */
const NarrowPanes = createGlobalStyle`
  [data-testid='presentation-root'] [data-testid='document-pane'],
  [data-testid='presentation-root'] [data-testid='document-panel-form-view'] > * {
    min-width: 0 !important;
  }
  [data-testid='presentation-root'] [data-ui='DocumentInspectorPanel'] {
    min-width: 15.5rem !important;
  }
`

/** Without the studio’s own share button: its links need an account here. *Review* shares links without one. */
function PageHeader(props: PreviewHeaderProps) {
  return (
    <>
      <NarrowPanes />
      {props.renderDefault({...props, canSharePreviewAccess: false})}
    </>
  )
}
