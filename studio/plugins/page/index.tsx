import {ComposeIcon} from '@sanity/icons/Compose'
import {definePlugin} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {hasPreviews} from '../../data/page-address.ts'
import {articleOfForm} from '../../data/piece/article-of-form.ts'
import {FieldInView} from './field-in-view.tsx'
import {firstPage, RememberPiece} from './first-page.ts'
import {locations} from './locations.ts'
import {mainDocuments} from './main-documents.ts'
import {PageHeader} from './page-header.tsx'
import {withPageView} from './page-view-beside.ts'
import {shareTheScreen} from './pane-widths.ts'
import {pageLabels} from './page-labels.ts'

/** The tool *On the page*: an article as readers will see it. A click on its words opens their field. */
const onThePage = () =>
  presentationTool({
    name: 'page',
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
  tools: (tools) => tools.map(withPageView),
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
