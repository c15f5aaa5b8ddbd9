// Says something to a screen reader, and to nobody else.
import {useCallback, useState, type ReactNode} from 'react'

interface Spoken {
  say: (words: string) => void
  /** Belongs into the tree, and stays there. */
  region: ReactNode
}

/** The same words twice are said twice. */
export function useSpoken(): Spoken {
  const [said, setSaid] = useState({words: '', count: 0})
  const say = useCallback((words: string) => setSaid(({count}) => ({words, count: count + 1})), [])
  const region = (
    <span
      role="status"
      data-testid="shared-said"
      style={{
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      }}
    >
      <span key={said.count}>{said.words}</span>
    </span>
  )
  return {say, region}
}
