import {definePlugin} from 'sanity'
import {hasRole} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {peopleTool} from './people-tool.tsx'

/** The tool *People*, for administrators. On the hosted lake people are managed at Sanity. */
export const people = definePlugin({
  name: 'copydesk/people',
  tools: (tools, {currentUser}) =>
    workspaceMode().embedded && hasRole(currentUser, 'administrator')
      ? [...tools, peopleTool]
      : tools,
})
