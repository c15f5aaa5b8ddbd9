// Shows the studio once it is known what the lake offers, as it will stand from then on.
//
// The studio draws everything at once, asks for the lake's features, and draws everything anew, within
// other providers, when it has learned of tasks: whoever has begun to type by then loses the caret and
// every open dialog. A frame later nothing has to be drawn twice.
import {createContext, useContext, useEffect} from 'react'
import {LoadingBlock, useFeatureEnabled, type LayoutProps} from 'sanity'
import {TasksEnabledContext} from 'sanity/_singletons'
import {keepKeyboard} from './keep-keyboard.ts'
import {loadAhead} from './load-ahead.ts'
import {createGlobalStyle} from 'styled-components'
import {SANS} from '../../ui/theme/theme.ts'

/** As the studio has it: `upsell` where the project's plan lacks it, null where it is not offered at all. */
type FeatureMode = 'default' | 'upsell' | null

/** What this project's lake offers for comments, for whatever is drawn once it is known. */
export const CommentsModeContext = createContext<FeatureMode>(null)
CommentsModeContext.displayName = 'CommentsModeContext'

/** Within the frames of Sanity's own plugins, around what they frame. */
export function StableStudio(props: LayoutProps) {
  return (
    <>
      <NewerPanels />
      <OnceKnown {...props} />
    </>
  )
}

function OnceKnown(props: LayoutProps) {
  const comments = useFeatureEnabled('studioComments')
  const tasks = useContext(TasksEnabledContext)
  useEffect(() => keepKeyboard(window), [])
  useEffect(() => loadAhead(window), [])
  // Where the question fails there is neither, and the studio draws nothing anew.
  if (comments.isLoading || (!comments.error && tasks.mode === null)) {
    return <LoadingBlock fill showText />
  }
  const mode: FeatureMode = comments.error ? null : comments.enabled ? 'default' : 'upsell'
  return <CommentsModeContext value={mode}>{props.renderDefault(props)}</CommentsModeContext>
}

/** The newest panels of the studio know nothing of the theme: they take their font from a variable. */
const NewerPanels = createGlobalStyle`
  html:root {
    --sans: ${SANS};
  }
`
