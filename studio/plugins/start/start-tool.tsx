// The tool that the studio opens without a tool in the address. It leads to the work of the person's role at once.
import {useEffect} from 'react'
import {LoadingBlock, useCurrentUser, useTools, useWorkspace, type Tool} from 'sanity'
import {useRouter} from 'sanity/router'
import {actingUser} from '../../data/actions/acting-user.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {addressWithin, startOf, withinTools} from './start-of.ts'
import {browserZone, loadFirstSteps, stepsOf} from './steps.ts'
import {setsUp} from './sets-up.ts'

const NAME = 'start'
/** Milliseconds. Offline, a request waits for the connection. */
const PATIENCE = 4000

export const isStart = ({name}: Pick<Tool, 'name'>): boolean => name === NAME

function Start() {
  const user = useCurrentUser()
  const client = useRawClient()
  const tools = useTools()
  const {basePath} = useWorkspace()
  const {navigateUrl} = useRouter()

  useEffect(() => {
    let current = true
    const {roles} = actingUser(user, workspaceMode().embedded)
    const names = tools.filter((tool) => !isStart(tool)).map(({name}) => name)
    const go = (hasFirstSteps: boolean): void => {
      if (!current) return
      current = false
      const start = withinTools(startOf(roles, hasFirstSteps), names)
      const path = addressWithin(basePath, `${start}${location.search}`)
      navigateUrl({path, replace: true})
    }
    if (setsUp(user)) {
      loadFirstSteps(client).then(
        (facts) => go(stepsOf(facts, browserZone()).length > 0),
        () => go(false),
      )
    } else go(false)
    const late = setTimeout(() => go(false), PATIENCE)
    return () => {
      current = false
      clearTimeout(late)
    }
  }, [user, client, tools, basePath, navigateUrl])

  return <LoadingBlock fill />
}

export const startTool: Tool = {name: NAME, title: 'Start', component: Start}
