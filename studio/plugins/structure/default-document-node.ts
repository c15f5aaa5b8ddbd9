// Which views a document has beside its form.
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {pageAddress} from '../../data/page-address.ts'
import {PageView} from '../page/page-view.tsx'

export const defaultDocumentNode: DefaultDocumentNodeResolver = (
  S,
  {schemaType, documentId = ''},
) => {
  if (schemaType !== 'article' || pageAddress(documentId) === null) return S.document()
  const document = S.document().views([
    S.view.form().id('editor').title('Write').icon(EditIcon),
    S.view.component(PageView).id('page').title('Page').icon(EyeOpenIcon),
  ])
  // Side by side where both have room; elsewhere the page is one click away.
  return hasRoomForBoth() ? document.defaultPanes(['editor', 'page']) : document
}

const hasRoomForBoth = (): boolean => typeof window !== 'undefined' && window.innerWidth >= 1680
