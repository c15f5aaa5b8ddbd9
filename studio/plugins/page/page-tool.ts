// The tool *On the page*: an article as readers will see it, where a click on words, a picture's caption or
// its credit opens the field in which they are written.
import {ComposeIcon} from '@sanity/icons/Compose'
import type {PluginOptions} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {hasPreviews} from '../../data/page-address.ts'
import {firstPage} from './first-page.ts'
import {locations} from './locations.ts'
import {mainDocuments} from './main-documents.ts'
import {PageHeader} from './page-header.tsx'
import {shareTheScreen} from './pane-widths.ts'

export const PAGE_TOOL = 'page'

/** Nothing where no site is known that has previews. */
export function pageTool(): PluginOptions[] {
  if (!hasPreviews()) return []
  return [
    presentationTool({
      name: PAGE_TOOL,
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
    }),
  ]
}
