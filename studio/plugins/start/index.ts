import {definePlugin} from 'sanity'
import {AboveTools} from './first-steps.tsx'
import {isStart, startTool} from './start-tool.tsx'

/** Leads each role to its own work, and an administrator through an empty newsroom. */
export const start = definePlugin({
  name: 'copydesk/start',
  tools: (tools) => [startTool, ...tools],
  studio: {
    components: {
      activeToolLayout: AboveTools,
      toolMenu: (props) =>
        props.renderDefault({...props, tools: props.tools.filter((tool) => !isStart(tool))}),
    },
  },
})
