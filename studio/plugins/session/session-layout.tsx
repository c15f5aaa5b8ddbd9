// The studio's frame, with a notice above it while the studio cannot save.
import {useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import type {PageTransport} from '@copydesk/lake/transport'
import {pageTransport} from '../../data/transport/page-transport.ts'
import {NoticeCard} from './notice-card.tsx'
import {SessionNotice} from './session-notice.tsx'

export function SessionLayout(props: LayoutProps) {
  const transport = pageTransport.get()
  return (
    <>
      {props.renderDefault(props)}
      {transport && <Notices transport={transport} />}
    </>
  )
}

/** Nobody can sign in while the server cannot be reached. */
function Notices({transport: {gate, connection}}: {transport: PageTransport}) {
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  return state === 'lost' ? (
    <NoticeCard
      testId="connection-lost"
      heading="The newsroom cannot be reached"
      text="What you have written is kept here and saved as soon as the connection is back. Do not close this window. Trying again …"
    />
  ) : (
    <SessionNotice gate={gate} />
  )
}
