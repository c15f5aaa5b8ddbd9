// Says that the session has ended, and leads to the sign-in page. The form stays open.
import {askBeforeLeaving, type SessionGate} from '@copydesk/lake/transport'
import {EnterRightIcon} from '@sanity/icons/EnterRight'
import {Button, Text} from '@sanity/ui'
import {useEffect, useState, useSyncExternalStore} from 'react'
import {NoticeCard} from './notice-card.tsx'
import {onPossibleReturn, openSignIn, signInPage} from '../../data/transport/sign-in-window.ts'

export function SessionNotice({gate}: {gate: SessionGate}) {
  const state = useSyncExternalStore(gate.subscribe, gate.state)
  const ended = state.status === 'ended'
  const waiting = ended && state.waiting > 0
  const [forbidden, setForbidden] = useState(false)

  useEffect(() => {
    if (!ended) return undefined
    return onPossibleReturn(window, () => void gate.check())
  }, [ended, gate])

  useEffect(() => {
    if (!waiting) return undefined
    return askBeforeLeaving()
  }, [waiting])

  if (!ended) return null
  const name = gate.person()?.name
  return (
    <NoticeCard
      testId="session-ended"
      heading="Your session has ended"
      text={
        state.stranger
          ? `${state.stranger.name} is signed in in this browser now. Your text is saved under your own name only: sign in as ${name ?? 'yourself'}.`
          : 'Go on writing: everything you type is kept here and saved as soon as you have signed in again. Do not close this window.'
      }
      more={
        forbidden && (
          <Text size={1}>
            The browser opened no new window. Open{' '}
            <a href={signInPage()} target="_blank" rel="noreferrer">
              the sign-in page
            </a>{' '}
            yourself.
          </Text>
        )
      }
      button={
        <Button
          icon={EnterRightIcon}
          tone="primary"
          text={name ? `Sign in again as ${name}` : 'Sign in again'}
          onClick={() => setForbidden(!openSignIn(window))}
        />
      }
    />
  )
}
