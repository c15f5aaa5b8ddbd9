// The panel in which an editor shares a preview: the form, then the new link.
import {useState} from 'react'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {MadeLink, type Made} from './made-link.tsx'
import {ShareForm} from './share-form.tsx'
import type {SharedLink} from './shared-links.ts'
import type {PreviewActions} from './use-preview-actions.ts'

interface SharePanelProps {
  articleId: string
  acts: Pick<PreviewActions, 'share' | 'addressOf'>
  /** The new link may have been revoked since. */
  ended: readonly SharedLink[]
  now: number
  time: NewsroomTime
  say: (words: string) => void
}

export function SharePanel({articleId, acts, ended, now, time, say}: SharePanelProps) {
  const [made, setMade] = useState<Made | null>(null)
  const [isAgain, setAgain] = useState(false)

  const share = async (recipient: string, expiresAt: string): Promise<void> => {
    const linkId = await acts.share(articleId, recipient, expiresAt)
    // The link exists, even if its address cannot be shown.
    const address = await acts.addressOf(linkId).catch(() => null)
    setMade({linkId, recipient, expiresAt, address})
    say(`The link for ${recipient} is made.`)
  }
  if (!made || ended.some(({_id}) => _id === made.linkId)) {
    return <ShareForm isFocused={isAgain} now={now} share={share} time={time} />
  }
  const done = (): void => {
    setMade(null)
    setAgain(true)
  }
  return <MadeLink key={made.linkId} made={made} say={say} time={time} onDone={done} />
}
