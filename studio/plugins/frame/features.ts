// What this project's lake offers for comments and tasks, for whatever is drawn once it is known.
import {createContext} from 'react'

/** As the studio has it: `upsell` where the project's plan lacks it, null where it is not offered at all. */
export type FeatureMode = 'default' | 'upsell' | null

export const CommentsModeContext = createContext<FeatureMode>(null)
CommentsModeContext.displayName = 'CommentsModeContext'
