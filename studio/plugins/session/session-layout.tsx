// The studio's frame, with a notice above it while the studio cannot save.
import {lazy, Suspense, useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import type {PageTransport, SessionState} from '@copydesk/lake/transport'
import {pageTransport} from '../../data/transport/page-transport.ts'
import {useOffline} from '../../data/transport/offline.ts'
import {worksOffline} from '../../data/works-offline.ts'
import {NewBuildNotice} from './new-build-notice.tsx'
import {NoticeCard} from './notice-card.tsx'
import {SessionNotice} from './session-notice.tsx'
import {keptHere} from './unsaved/keeper.ts'

/** After the studio is there: nobody waits for it. */
const AskAhead = lazy(async () => {
  const {AskAhead: component} = await import('./offline/ask-ahead.ts')
  return {default: component}
})

/** After the studio is there: most days there is nothing to offer. */
const UnsavedOffer = lazy(async () => {
  const {UnsavedOffer: component} = await import('./unsaved/unsaved-offer.tsx')
  return {default: component}
})

export function SessionLayout(props: LayoutProps) {
  return (
    <>
      {props.renderDefault(props)}
      <Suspense>{worksOffline() && <AskAhead />}</Suspense>
      <Notices transport={pageTransport.get()} />
    </>
  )
}

const OPEN: SessionState = {status: 'open'}

interface Store<State> {
  state: () => State
  subscribe: (listener: () => void) => () => void
}

/** The state of a part of the transport; without one, always the same. */
function useTransport<State>(store: Store<State> | undefined, otherwise: State): State {
  const get = () => store?.state() ?? otherwise
  return useSyncExternalStore(store?.subscribe ?? never, get, get)
}

const never = () => () => {}

/** One at a time: the first that prevents work. Nobody can sign in while the server cannot be reached. */
function Notices({transport}: {transport: PageTransport | null}) {
  const connection = useTransport(transport?.connection, 'open')
  const session = useTransport(transport?.gate, OPEN)
  const {left} = useKept()
  const isOffline = connection === 'lost'
  const isClosed = isOffline || session.status === 'ended'
  return (
    <>
      {isOffline && <OfflineNotice />}
      {!isOffline && transport && <SessionNotice gate={transport.gate} />}
      <Suspense>
        <UnsavedOffer isHidden={isClosed} />
      </Suspense>
      <NewBuildNotice isHidden={isClosed || left > 0} />
    </>
  )
}

const useKept = () => useSyncExternalStore(keptHere.subscribe, keptHere.get, keptHere.get)

function OfflineNotice() {
  const {unsaved, isRefused, left} = useKept()
  const {isIncomplete} = useOffline()
  const amount = unsaved === 1 ? 'one document' : `${unsaved} documents`
  const sentences = [
    isRefused
      ? 'Do not close this window: the browser has no room to keep your text elsewhere. It will be saved when the connection is back.'
      : 'Your text is kept in this browser and will be saved when the connection is back.',
    unsaved > 0 && `Unsaved: words in ${amount}.`,
    left > 0 && 'Words of a window that was closed are kept as well: they will be offered then.',
    isIncomplete && 'What was not opened here lately, and any search, waits for the connection.',
    // Browsers open a page without a network on https and on this machine only.
    !window.isSecureContext && 'Without the connection this window cannot be opened again.',
  ]
  return (
    <NoticeCard
      testId="connection-lost"
      heading="Offline"
      text={sentences.filter(Boolean).join(' ')}
    />
  )
}
