// The studio's frame, with a notice above it while the studio cannot save.
import {lazy, Suspense, useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import type {PageTransport} from '@copydesk/lake/transport'
import {pageTransport} from '../../data/transport/page-transport.ts'
import {NewBuildNotice} from './new-build-notice.tsx'
import {NoticeCard} from './notice-card.tsx'
import {SessionNotice} from './session-notice.tsx'
import {keptHere} from './unsaved/keeper.ts'

/** After the studio is there: most days there is nothing to offer. */
const UnsavedOffer = lazy(async () => {
  const {UnsavedOffer: component} = await import('./unsaved/unsaved-offer.tsx')
  return {default: component}
})

export function SessionLayout(props: LayoutProps) {
  const transport = pageTransport.get()
  return (
    <>
      {props.renderDefault(props)}
      <Suspense>
        <UnsavedOffer />
      </Suspense>
      <NewBuildNotice />
      {transport && <Notices transport={transport} />}
    </>
  )
}

/** Nobody can sign in while the server cannot be reached. */
function Notices({transport: {gate, connection}}: {transport: PageTransport}) {
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  return state === 'lost' ? <OfflineNotice /> : <SessionNotice gate={gate} />
}

function OfflineNotice() {
  const {unsaved, isRefused} = useSyncExternalStore(keptHere.subscribe, keptHere.get)
  const text = isRefused
    ? 'Do not close this window: the browser has no room to keep your text elsewhere. It will be saved when the connection is back.'
    : 'Your text is kept in this browser and will be saved when the connection is back.'
  const amount = unsaved === 1 ? 'one document' : `${unsaved} documents`
  return (
    <NoticeCard
      testId="connection-lost"
      heading="Offline"
      text={unsaved > 0 ? `${text} Unsaved: words in ${amount}.` : text}
    />
  )
}
