// The tool *Fronts*: editors arrange the front page and the first pages of sections.
import {ComponentIcon} from '@sanity/icons/Component'
import {Box, Card, Flex, Select, Spinner, Text} from '@sanity/ui'
import {useEffect, useMemo, useState} from 'react'
import {useCurrentUser, type Tool} from 'sanity'
import {route, useRouter} from 'sanity/router'
import {frontIdOf, HOME_FRONT} from '../../../model/fronts.ts'
import {arrangesFronts} from '../../data/roles.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {Problem} from '../../ui/problem.tsx'
import {FrontEditor} from './front-editor.tsx'
import {initialFront} from './initial-front.ts'
import {loadSections, type FrontChoice} from './load-front.ts'

export const frontsTool: Tool = {
  name: 'fronts',
  title: 'Fronts',
  icon: ComponentIcon,
  component: FrontsTool,
  router: route.create('/', [route.create('/:front')]),
}

function FrontsTool() {
  const {state, navigate} = useRouter()
  const sections = useSections()
  const mayEdit = arrangesFronts(useCurrentUser(), !workspaceMode().embedded)
  if (sections === undefined) {
    return (
      <Flex align="center" height="fill" justify="center">
        <Spinner muted />
      </Flex>
    )
  }
  if (sections instanceof Error) {
    return (
      <Box padding={4}>
        <Problem>The sections could not be loaded: {sections.message}</Problem>
      </Box>
    )
  }
  const section = sections.find(({_id}) => frontIdOf(_id) === state['front'])
  return (
    <Card as="main" aria-label="Fronts" height="fill" overflow="auto">
      <Flex align="center" gap={3} padding={3} wrap="wrap">
        <Text as="label" htmlFor="front-choice" size={1} weight="medium">
          Front
        </Text>
        <Box style={{width: 240}}>
          <Select
            id="front-choice"
            value={section ? frontIdOf(section._id) : HOME_FRONT}
            onChange={(event) => {
              const front = event.currentTarget.value
              navigate(front === HOME_FRONT ? {} : {front})
            }}
          >
            <option value={HOME_FRONT}>Front page</option>
            {sections.map(({_id, title}) => (
              <option key={_id} value={frontIdOf(_id)}>
                {title}
              </option>
            ))}
          </Select>
        </Box>
      </Flex>
      <Open key={section?._id ?? 'home'} mayEdit={mayEdit} section={section} sections={sections} />
    </Card>
  )
}

function Open({
  section,
  sections,
  mayEdit,
}: {
  section: FrontChoice | undefined
  sections: readonly FrontChoice[]
  mayEdit: boolean
}) {
  const basis = useMemo(() => initialFront(sections, section), [sections, section])
  return <FrontEditor basis={basis} isReadOnly={!mayEdit} {...(section && {section})} />
}

function useSections(): FrontChoice[] | Error | undefined {
  const client = useRawClient()
  const [sections, setSections] = useState<FrontChoice[] | Error>()
  useEffect(() => {
    loadSections(client).then(setSections, (error: Error) => setSections(error))
  }, [client])
  return sections
}
