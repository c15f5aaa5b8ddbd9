// The article's page as a view of the document, beside its form.
import {isPieceType} from '../../../model/registry.ts'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {Tool} from 'sanity'
import type {DefaultDocumentNodeResolver, StructureToolOptions} from 'sanity/structure'
import {pageAddress} from '../../data/page-address.ts'
import {PageView} from './page-view.tsx'

/** Adds the view to the studio's structure tool. Other tools are returned unchanged. */
export function withPageView(tool: Tool): Tool {
  if (tool.name !== 'structure') return tool
  const options = tool.options as StructureToolOptions | undefined
  return {...tool, options: {...options, defaultDocumentNode: withPage(options)}}
}

function withPage(options: StructureToolOptions | undefined): DefaultDocumentNodeResolver {
  return (S, context) => {
    const {schemaType, documentId = ''} = context
    if (!isPieceType(schemaType) || pageAddress(documentId, schemaType) === null) {
      return options?.defaultDocumentNode?.(S, context) ?? S.document()
    }
    const document = S.document().views([
      S.view.form().id('editor').title('Write').icon(EditIcon),
      S.view.component(PageView).id('page').title('Page').icon(EyeOpenIcon),
    ])
    // Side by side if both have room. Otherwise the page is one click away.
    return hasRoomForBoth() ? document.defaultPanes(['editor', 'page']) : document
  }
}

const hasRoomForBoth = (): boolean => typeof window !== 'undefined' && window.innerWidth >= 1680
