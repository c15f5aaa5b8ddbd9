// The studio's frame, with a notice above it where there is something to say.
import {useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import {NewerPanels} from '../../ui/theme/newer-panels.ts'
import {SteadyStudio} from '../frame/steady-studio.tsx'
import type {PageTransport} from '../../data/transport/install.ts'
import {pageTransport} from '../../data/transport/page-transport.ts'
import {ConnectionNotice} from './connection-notice.tsx'
import {SessionNotice} from './session-notice.tsx'

export function NewsroomLayout(props: LayoutProps) {
  const transport = pageTransport.get()
  return (
    <>
      <NewerPanels />
      <SteadyStudio>{props.renderDefault(props)}</SteadyStudio>
      {transport && <Notices transport={transport} />}
    </>
  )
}

/** Nobody can sign in where the server cannot be reached. */
function Notices({transport: {gate, connection}}: {transport: PageTransport}) {
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  return state === 'lost' ? <ConnectionNotice /> : <SessionNotice gate={gate} />
}
