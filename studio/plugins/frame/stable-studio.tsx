// Mounts the studio once it is known which features the lake offers.
//
// By itself, the studio mounts everything, asks for the lake's features, and mounts everything again inside other providers
// once it knows about tasks. A person who has begun to type by then loses the caret and every open dialog. A moment later,
// everything is mounted only once.
import {createContext, useContext, useEffect} from 'react'
import {LoadingBlock, useFeatureEnabled, type LayoutProps} from 'sanity'
import {TasksEnabledContext} from 'sanity/_singletons'
import {keepKeyboard} from './keep-keyboard.ts'
import {keepStyles} from './keep-styles.ts'
import {loadAhead} from './load-ahead.ts'
import {createGlobalStyle} from 'styled-components'
import {SANS} from '../../ui/theme/theme.ts'

/** As in the studio: `upsell` if the project's plan lacks the feature, null if it is not offered. */
type FeatureMode = 'default' | 'upsell' | null

/** The mode of comments in this project, once it is known. */
export const CommentsModeContext = createContext<FeatureMode>(null)
CommentsModeContext.displayName = 'CommentsModeContext'

/** Inside the layouts of Sanity's own plugins. */
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
  useEffect(() => keepStyles(window), [])
  useEffect(() => {
    // The files are there in a built studio only.
    void import('../../ui/theme/reading-face.ts').then(({addReadingFace}) => addReadingFace())
  }, [])
  // If the request fails there are no comments and tasks, and the studio mounts nothing again.
  if (comments.isLoading || (!comments.error && tasks.mode === null)) {
    return <LoadingBlock fill showText />
  }
  const mode: FeatureMode = comments.error ? null : comments.enabled ? 'default' : 'upsell'
  return <CommentsModeContext value={mode}>{props.renderDefault(props)}</CommentsModeContext>
}

/** The newest panels of the studio do not use the theme. Their font comes from a variable. */
const NewerPanels = createGlobalStyle`
  html:root {
    --sans: ${SANS};
  }
`
