// The menus of photos and quotes, with lists of those that need work.
import {BillIcon} from '@sanity/icons/Bill'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {EditIcon} from '@sanity/icons/Edit'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {ImageIcon} from '@sanity/icons/Image'
import {ImagesIcon} from '@sanity/icons/Images'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {
  BARRED_QUOTES_FILTER,
  PHOTOS_TO_CLEAR_FILTER,
  PHOTOS_TO_COMPLETE_FILTER,
  PHOTOS_WITHOUT_CREDIT_FILTER,
  UNVERIFIED_QUOTES_FILTER,
} from '../../../queries/desk.ts'
import {filteredList, menuOf, type FilteredList} from './filtered-list.ts'

type List = Pick<FilteredList, 'id' | 'title' | 'icon' | 'filter'>

/** A line of the menu with lists of one type: first all, then those that need work. */
function lists(
  S: StructureBuilder,
  {type, ...menu}: Omit<List, 'filter'> & {type: string},
  [all, ...others]: [Omit<List, 'filter'>, ...List[]],
): ListItemBuilder {
  const detailed = (list: List) => ({...list, type, layout: 'detail'}) as const
  const every = {...detailed({...all, filter: `_type == "${type}"`}), home: type}
  return menuOf(S, menu, [
    filteredList(S, every),
    S.divider(),
    ...others.map((list) => filteredList(S, detailed(list))),
  ])
}

/** *Photos*. */
export const photos = (S: StructureBuilder): ListItemBuilder =>
  lists(S, {id: 'photos', title: 'Photos', icon: ImageIcon, type: 'photoWithCredit'}, [
    {id: 'all-photos', title: 'All photos', icon: ImagesIcon},
    {
      id: 'photos-to-complete',
      title: 'Photos to complete',
      icon: EditIcon,
      filter: PHOTOS_TO_COMPLETE_FILTER,
    },
    {
      id: 'photos-without-credit',
      title: 'Without a credit',
      icon: WarningOutlineIcon,
      filter: PHOTOS_WITHOUT_CREDIT_FILTER,
    },
    {
      id: 'photos-to-clear',
      title: 'Rights not checked',
      icon: BillIcon,
      filter: PHOTOS_TO_CLEAR_FILTER,
    },
  ])

/** *Quotes*. */
export const quotes = (S: StructureBuilder): ListItemBuilder =>
  lists(S, {id: 'quotes', title: 'Quotes', icon: DoubleQuoteIcon, type: 'expertQuote'}, [
    {id: 'all-quotes', title: 'All quotes', icon: DoubleQuoteIcon},
    {
      id: 'unverified-quotes',
      title: 'Not verified yet',
      icon: HelpCircleIcon,
      filter: UNVERIFIED_QUOTES_FILTER,
    },
    {
      id: 'barred-quotes',
      title: 'Not to be printed',
      icon: CloseCircleIcon,
      filter: BARRED_QUOTES_FILTER,
    },
  ])
