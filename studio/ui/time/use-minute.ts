// The current time, updated often enough for ages and due times.
import {useEffect, useState} from 'react'

const STEP_MS = 30_000

/** Milliseconds since the epoch. It changes each half minute and when a person comes back to the tab. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = (): void => setNow(Date.now())
    const timer = setInterval(tick, STEP_MS)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
  return now
}
