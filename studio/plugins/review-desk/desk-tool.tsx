// The studio's tool *Review desk*.
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {Box, Card, Flex, Tab, TabList} from '@sanity/ui'
import {useCurrentUser, type Tool} from 'sanity'
import {route, useRouter} from 'sanity/router'
import {beginsPieces, hasRole, type RoleHolder} from '../../data/roles.ts'
import {deskViews, type DeskView} from '../../data/slots.tsx'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {ReviewDesk} from './review-desk.tsx'

/** Shown when the desk is opened. */
const first: DeskView = {id: 'queues', title: 'In the works', component: ReviewDesk}

/** Where journalists begin. */
const mine: DeskView = {
  id: 'mine',
  title: 'My work',
  component: () => <ReviewDesk isMyWork />,
}

function DeskTool() {
  const {state, navigate} = useRouter()
  const writes = beginsPieces(useCurrentUser(), !workspaceMode().embedded)
  const views = [first, ...(writes ? [mine] : []), ...deskViews.useParts()]
  const view = views.find(({id}) => id === state['view']) ?? first
  const View = view.component
  return (
    <Flex direction="column" height="fill" as="main" aria-label="Review desk">
      {views.length > 1 && (
        <Card borderBottom paddingX={4} paddingY={1}>
          <TabList gap={1}>
            {views.map(({id, title}) => (
              <Tab
                key={id}
                id={`desk-tab-${id}`}
                aria-controls="desk-view"
                label={title}
                fontSize={1}
                padding={2}
                selected={id === view.id}
                onClick={() => navigate(id === first.id ? {} : {view: id})}
              />
            ))}
          </TabList>
        </Card>
      )}
      <Box id="desk-view" flex={1} style={{minHeight: 0}}>
        <View />
      </Box>
    </Flex>
  )
}

/**
 * Whether the person works on pieces or manages them.
 * @param hosted on the hosted lake, developers can write like editors
 */
export function usesDesk(person: RoleHolder | null | undefined, hosted = false): boolean {
  if (hosted) return Boolean(person)
  return hasRole(person, 'journalist', 'photoEditor', 'editor', 'administrator')
}

/** The tool. The studio offers it to people for whom `usesDesk` is true. */
export const deskTool: Tool = {
  name: 'desk',
  title: 'Review desk',
  icon: ClipboardIcon,
  component: DeskTool,
  router: route.create('/', [route.create('/:view')]),
}
