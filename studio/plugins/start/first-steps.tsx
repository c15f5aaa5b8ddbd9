// The first-steps card of an empty newsroom, above each tool: what an administrator sets up, with a tick when it is done.
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useEffect, useState} from 'react'
import {useCurrentUser, useWorkspace, type ActiveToolLayoutProps} from 'sanity'
import {useLink, useRouter} from 'sanity/router'
import {styled} from 'styled-components'
import {useLive} from '../../data/use-live.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {addressWithin} from './start-of.ts'
import {setsUp} from './sets-up.ts'
import {
  browserZone,
  FIRST_STEPS_LISTEN,
  loadFirstSteps,
  stepsOf,
  writeSettings,
  type Step,
  type StepName,
} from './steps.ts'

const Steps = styled.ol`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
  margin: 0;
  padding: 0;
  list-style: none;

  & li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  & a {
    color: inherit;
  }
  & li[data-done='false'] a {
    text-decoration: underline;
  }
`

/** An administrator's tools keep their place in the tree when the card goes: a form stays as it is. */
export function AboveTools(props: ActiveToolLayoutProps) {
  const user = useCurrentUser()
  const [isOver, setOver] = useState(false)
  if (!setsUp(user)) return props.renderDefault(props)
  return (
    <Flex direction="column" height="fill">
      {!isOver && <FirstSteps onOver={setOver} />}
      <Box flex={1} style={{minHeight: 0}}>
        {props.renderDefault(props)}
      </Box>
    </Flex>
  )
}

/** @param onOver called when there is nothing to do, so that nothing listens any more */
function FirstSteps({onOver}: {onOver: (isOver: boolean) => void}) {
  const {value: facts} = useLive({
    listenTo: FIRST_STEPS_LISTEN,
    load: loadFirstSteps,
    tag: 'start.listen',
  })
  const zone = browserZone()
  const steps = facts ? stepsOf(facts, zone) : null
  const isOver = steps?.length === 0
  useEffect(() => onOver(isOver), [isOver, onOver])
  if (!steps || isOver) return null
  return <FirstStepsCard steps={steps} zone={zone} />
}

function FirstStepsCard({steps, zone}: {steps: readonly Step[]; zone: string}) {
  const client = useRawClient()
  const toast = useToast()
  const write = (fields: Parameters<typeof writeSettings>[1]): void =>
    void writeSettings(client, fields).catch((error: Error) =>
      toast.push({status: 'error', title: `This could not be saved: ${error.message}`}),
    )
  return (
    <Card
      as="section"
      aria-label="First steps"
      borderBottom
      data-testid="first-steps"
      paddingX={4}
      paddingY={2}
      tone="primary"
    >
      <Flex align="center" gap={4} wrap="wrap">
        <Text size={1} weight="semibold">
          First steps
        </Text>
        <Box flex={1}>
          <Steps>
            {steps.map(({name, isDone}) => (
              <li key={name} data-done={isDone}>
                <Text size={1}>
                  {isDone ? (
                    <CheckmarkCircleIcon role="img" aria-label="Done" />
                  ) : (
                    <CircleIcon role="img" aria-label="To do" />
                  )}
                </Text>
                <Text size={1} muted={isDone}>
                  <StepLink name={name} />
                </Text>
                {name === 'timeZone' && !isDone && (
                  <Button
                    fontSize={1}
                    mode="ghost"
                    padding={2}
                    text={`Use ${zone}`}
                    onClick={() => write({timeZone: zone})}
                  />
                )}
              </li>
            ))}
          </Steps>
        </Box>
        <Button
          fontSize={1}
          mode="bleed"
          padding={2}
          text="Hide"
          onClick={() => write({firstStepsHidden: true})}
        />
      </Flex>
    </Card>
  )
}

const SETTINGS = {id: 'siteSettings', type: 'siteSettings'}

interface Place {
  title: string
  /** Part of the studio's address. */
  address?: string
  intent?: {name: 'edit' | 'create'; params: Record<string, string>}
}

const PLACES: Readonly<Record<StepName, Place>> = {
  name: {
    title: 'Name of the newsroom',
    intent: {name: 'edit', params: {...SETTINGS, path: 'name'}},
  },
  timeZone: {title: 'Time zone', intent: {name: 'edit', params: {...SETTINGS, path: 'timeZone'}}},
  section: {
    title: 'First section',
    intent: {name: 'create', params: {type: 'section', template: 'section'}},
  },
  journalist: {title: 'Invite a journalist', address: 'people/invite/journalist'},
  editor: {title: 'Invite an editor', address: 'people/invite/editor'},
}

function StepLink({name}: {name: StepName}) {
  const {resolveIntentLink} = useRouter()
  const {basePath} = useWorkspace()
  const {title, address, intent} = PLACES[name]
  const href = intent
    ? resolveIntentLink(intent.name, intent.params)
    : addressWithin(basePath, address ?? '')
  const {onClick} = useLink({href})
  return (
    <a href={href} onClick={onClick}>
      {title}
    </a>
  )
}
