// Offers a new build of the studio. Nothing is loaded before the person asks for it.
import {Button, Flex} from '@sanity/ui'
import {useEffect, useState, useSyncExternalStore} from 'react'
import {hasNewBuild, useNewBuild} from './new-build.ts'
import {NoticeCard} from './notice-card.tsx'
import {rememberPlace, returnToPlace} from './place.ts'
import {keptHere} from './unsaved/keeper.ts'

/** @param isHidden while another notice is there */
export function NewBuildNotice({isHidden}: {isHidden: boolean}) {
  const isNew = useNewBuild()
  const {unsaved, isTyping} = useSyncExternalStore(keptHere.subscribe, keptHere.get, keptHere.get)
  const [answer, setAnswer] = useState<'later' | 'load'>()

  useEffect(() => returnToPlace(window), [])
  useEffect(() => {
    if (answer !== 'load' || unsaved > 0 || isTyping) return
    // Without a server the page would not come back.
    void hasNewBuild(window).then((isThere) => {
      if (!isThere) return setAnswer(undefined)
      rememberPlace(window)
      window.location.reload()
    })
  }, [answer, unsaved, isTyping])

  if (!isNew || isHidden || answer === 'later') return null
  return (
    <NoticeCard
      testId="new-build"
      heading="A new version of the studio is ready"
      text="You come back to the same place. Your words are saved first."
      button={
        <Flex gap={2}>
          <Button mode="bleed" text="Later" onClick={() => setAnswer('later')} />
          <Button
            tone="primary"
            text="Load it"
            loading={answer === 'load'}
            disabled={answer === 'load'}
            onClick={() => setAnswer('load')}
          />
        </Flex>
      }
    />
  )
}
