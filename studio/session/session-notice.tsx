// Says that the session has ended while the form stays open, and leads back in.
import {EnterRightIcon} from '@sanity/icons/EnterRight'
import {Box, Button, Card, Flex, Heading, Layer, Stack, Text} from '@sanity/ui'
import {useEffect, useState, useSyncExternalStore} from 'react'
import type {LayoutProps} from 'sanity'
import {NewerPanels} from '../look/newer-panels.ts'
import {SteadyStudio} from '../steady/steady-studio.tsx'
import {askBeforeLeaving} from './ask-before-leaving.ts'
import {pageSession} from './page-session.ts'
import type {SessionGate} from './session-gate.ts'
import {onPossibleReturn, openSignIn} from './sign-in-window.ts'

/** The studio's frame, with the notice above it where there is something to say. */
export function NewsroomLayout(props: LayoutProps) {
  const gate = pageSession.get()
  return (
    <>
      <NewerPanels />
      <SteadyStudio>{props.renderDefault(props)}</SteadyStudio>
      {gate && <SessionNotice gate={gate} />}
    </>
  )
}

function SessionNotice({gate}: {gate: SessionGate}) {
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
    <Layer
      zOffset={10_000}
      style={{position: 'fixed', insetInline: 0, top: 40, pointerEvents: 'none'}}
    >
      <Flex justify="center" padding={4}>
        <Card
          radius={4}
          shadow={4}
          padding={4}
          tone="caution"
          role="alert"
          data-testid="session-ended"
          style={{pointerEvents: 'auto', maxWidth: 620}}
        >
          <Flex align="center" gap={4} wrap="wrap">
            <Box flex={1} style={{minWidth: 260}}>
              <Stack gap={3}>
                <Heading size={1}>Your session has ended</Heading>
                <Text size={1}>
                  {state.stranger
                    ? `${state.stranger.name} is signed in in this browser now. Your text is saved under your own name only: sign in as ${name ?? 'yourself'}.`
                    : 'Go on writing: everything you type is kept here and saved as soon as you have signed in again. Do not close this window.'}
                </Text>
                {forbidden && (
                  <Text size={1}>
                    The browser opened no new window. Open{' '}
                    <a href="/login" target="_blank" rel="noreferrer">
                      the sign-in page
                    </a>{' '}
                    yourself.
                  </Text>
                )}
              </Stack>
            </Box>
            <Button
              icon={EnterRightIcon}
              tone="primary"
              text={name ? `Sign in again as ${name}` : 'Sign in again'}
              onClick={() => setForbidden(!openSignIn(window))}
            />
          </Flex>
        </Card>
      </Flex>
    </Layer>
  )
}
