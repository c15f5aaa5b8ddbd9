// *Review* as an inspector of articles. Its button shows how many reasons there are against publication.
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {Badge, Flex} from '@sanity/ui'
import {useMemo, type ComponentType} from 'react'
import {defineDocumentInspector} from 'sanity'
import {useEditorialReasons} from '../../data/actions/use-editorial-reasons.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {checklistGroups} from './checklist-groups.ts'
import {rememberReview, REVIEW_INSPECTOR, REVIEW_KEY} from '../../data/review-beside.ts'
import {ReviewPanel} from './review-panel.tsx'

/** One component for each number, so that the button is mounted again only if the number changes. */
function iconWith(count: number): ComponentType {
  if (count === 0) return ClipboardIcon
  return function ReviewIcon() {
    return (
      <Flex align="center" gap={1}>
        <ClipboardIcon />
        <Badge fontSize={0} tone="critical">
          {count}
        </Badge>
      </Flex>
    )
  }
}

const REQUEST = {}

export const reviewInspector = defineDocumentInspector({
  name: REVIEW_INSPECTOR,
  component: ReviewPanel,
  useMenuItem: ({documentId}) => {
    const {piece} = usePiece(documentId)
    const {all} = useEditorialReasons(piece, 'publish', REQUEST)
    const isClosed = piece.status === 'ready' && ['killed', 'spiked'].includes(piece.standing.state)
    const {mustFix, mayPass} = checklistGroups(all, [])
    const count = isClosed ? 0 : mustFix.length + mayPass.length
    const icon = useMemo(() => iconWith(count), [count])
    const label =
      count === 0
        ? 'Review'
        : `Review: ${count === 1 ? 'one problem blocks' : `${count} problems block`} it`
    return {title: `${label} (Ctrl + Alt + ${REVIEW_KEY})`, icon, showAsAction: true}
  },
  onOpen: (context) => {
    rememberReview('open')
    return context
  },
  onClose: (context) => {
    rememberReview('closed')
    return context
  },
})
