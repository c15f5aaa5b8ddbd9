// Sanity adds its own plugins (comments, tasks, releases) behind those of the workspace. What must come after theirs, or
// stand within their frames, is the workspace's own: it is spread into the workspace and not listed among its plugins.
import {definePlugin, type NavbarProps} from 'sanity'
import {isTalkedAbout} from '../../data/is-talked-about.ts'
import {isOffered} from './offered-actions.ts'
import {SteadyPane} from './steady-pane.tsx'
import {SteadyStudio} from './steady-studio.tsx'
import {newsroomWords} from './words.ts'

export interface FrameOptions {
  /** Names of the tools, inspectors and buttons of the navbar that stand behind Sanity's own. */
  last: readonly string[]
}

/** How the newsroom's plugins and Sanity's own go together: what is offered, in which order, and when it is drawn. */
export const frame = definePlugin<FrameOptions>(({last}) => {
  const inOrder = <One extends {name: string}>(all: readonly One[]): One[] =>
    all.toSorted((a, b) => Number(last.includes(a.name)) - Number(last.includes(b.name)))
  return {
    name: 'copydesk/frame',
    tools: inOrder,
    document: {
      actions: (actions, context) => actions.filter((one) => isOffered(one, context)),
      inspectors: inOrder,
      comments: {enabled: ({documentType}) => isTalkedAbout(documentType)},
      askToEdit: {enabled: false},
      components: {unstable_layout: SteadyPane},
    },
    studio: {
      components: {
        layout: SteadyStudio,
        navbar: function OrderedNavbar(props: NavbarProps) {
          const buttons = inOrder(props.__internal_actions ?? [])
          return props.renderDefault({...props, __internal_actions: buttons})
        },
      },
    },
    i18n: {bundles: newsroomWords},
  }
})
