// The link of a notification: to the form, to the panel beside it, or to a task.
import {DEFAULT_PIECE} from '../../../model/registry.ts'
import type {ReactNode} from 'react'
import {COMMENTS_INSPECTOR_NAME} from 'sanity'
import {IntentLink, StateLink, useRouterState} from 'sanity/router'
import {atTab, SHARED_TAB} from '../../data/review-tab.ts'
import type {InboxItem} from './inbox-state.ts'

interface NoticeLinkProps {
  item: InboxItem
  onOpen: () => void
  children: ReactNode
}

export function NoticeLink({item, onOpen, children}: NoticeLinkProps) {
  const state = useRouterState()
  const id = item.articleId ?? item.subjectId
  if (item.task) {
    // Tasks open beside whatever is open.
    const beside = {...state, _searchParams: taskParams(item.task)}
    return (
      <StateLink state={beside} onClick={onOpen}>
        {children}
      </StateLink>
    )
  }
  if (id) {
    return (
      <IntentLink intent="edit" params={placeOf(item, id)} onClick={onOpen}>
        {children}
      </IntentLink>
    )
  }
  return (
    <a href="#inbox" onClick={onOpen}>
      {children}
    </a>
  )
}

/** Remarks and comments are in a panel beside the form. */
const placeOf = ({kind, subjectType, comment}: InboxItem, id: string) => ({
  id,
  type: subjectType ?? DEFAULT_PIECE,
  ...(kind === 'remark' && atTab(SHARED_TAB)),
  ...(comment && {inspect: COMMENTS_INSPECTOR_NAME, comment}),
})

const taskParams = (task: string): [string, string][] => [
  ['sidebar', 'tasks'],
  ['viewMode', 'edit'],
  ['selectedTask', task],
]
