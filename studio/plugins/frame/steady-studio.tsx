// Shows the studio once it is known what the lake offers, as it will stand from then on.
//
// The studio draws everything at once, asks for the lake's features, and draws everything anew, within
// other providers, when it has learned of tasks: whoever has begun to type by then loses the caret and
// every open dialog. A frame later nothing has to be drawn twice.
import {useContext, useEffect, type ReactNode} from 'react'
import {LoadingBlock, useFeatureEnabled} from 'sanity'
import {TasksEnabledContext} from 'sanity/_singletons'
import {CommentsModeContext, type FeatureMode} from './features.ts'
import {keepKeyboard} from './keep-keyboard.ts'
import {loadAhead} from './load-ahead.ts'

/** Within the studio's own frames, around what they frame. */
export function SteadyStudio({children}: {children: ReactNode}) {
  const comments = useFeatureEnabled('studioComments')
  const tasks = useContext(TasksEnabledContext)
  useEffect(() => keepKeyboard(window), [])
  useEffect(() => loadAhead(window), [])
  // Where the question fails there is neither, and the studio draws nothing anew.
  if (comments.isLoading || (!comments.error && tasks.mode === null)) {
    return <LoadingBlock fill showText />
  }
  const mode: FeatureMode = comments.error ? null : comments.enabled ? 'default' : 'upsell'
  return <CommentsModeContext value={mode}>{children}</CommentsModeContext>
}
