// What articles are made of: photos and quotes, first those that somebody has to look at.
import {BillIcon} from '@sanity/icons/Bill'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {ImageIcon} from '@sanity/icons/Image'
import {ImagesIcon} from '@sanity/icons/Images'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {
  BARRED_QUOTES_FILTER,
  PHOTOS_TO_CLEAR_FILTER,
  PHOTOS_WITHOUT_CREDIT_FILTER,
  UNVERIFIED_QUOTES_FILTER,
} from '../../../queries/desk.ts'
import {filteredList} from './filtered-list.ts'

/** *Photos*. */
export function photos(S: StructureBuilder): ListItemBuilder {
  const photoList = (id: string, title: string, icon: typeof ImageIcon, filter: string) =>
    filteredList(S, {
      id,
      title,
      icon,
      filter,
      type: 'photoWithCredit',
      layout: 'detail',
      ...(id === 'all-photos' && {home: 'photoWithCredit'}),
    })
  return S.listItem()
    .id('photos')
    .title('Photos')
    .icon(ImageIcon)
    .child(
      S.list()
        .id('photos')
        .title('Photos')
        .items([
          photoList('all-photos', 'All photos', ImagesIcon, '_type == "photoWithCredit"'),
          S.divider(),
          photoList(
            'photos-without-credit',
            'Without a credit',
            WarningOutlineIcon,
            PHOTOS_WITHOUT_CREDIT_FILTER,
          ),
          photoList('photos-to-clear', 'Rights not checked', BillIcon, PHOTOS_TO_CLEAR_FILTER),
        ]),
    )
}

/** *Quotes*. */
export function quotes(S: StructureBuilder): ListItemBuilder {
  const quoteList = (id: string, title: string, icon: typeof ImageIcon, filter: string) =>
    filteredList(S, {
      id,
      title,
      icon,
      filter,
      type: 'expertQuote',
      layout: 'detail',
      ...(id === 'all-quotes' && {home: 'expertQuote'}),
    })
  return S.listItem()
    .id('quotes')
    .title('Quotes')
    .icon(DoubleQuoteIcon)
    .child(
      S.list()
        .id('quotes')
        .title('Quotes')
        .items([
          quoteList('all-quotes', 'All quotes', DoubleQuoteIcon, '_type == "expertQuote"'),
          S.divider(),
          quoteList(
            'unverified-quotes',
            'Not verified yet',
            HelpCircleIcon,
            UNVERIFIED_QUOTES_FILTER,
          ),
          quoteList('barred-quotes', 'Not to be printed', CloseCircleIcon, BARRED_QUOTES_FILTER),
        ]),
    )
}
