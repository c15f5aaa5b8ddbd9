// Whether the server has a newer build of the studio than this page.
import {useEffect, useState} from 'react'
import {buildNameOf, ownBuildName} from '../../build/build-name.ts'
import {pageTransport} from '../../data/transport/page-transport.ts'

/** Milliseconds. A server that is updated comes back, which is asked about at once. */
const EVERY = 60 * 60 * 1000

type Page = Pick<Window, 'document' | 'fetch' | 'location'>

/** False without an answer, and in a studio under development. */
export async function hasNewBuild(page: Page): Promise<boolean> {
  const own = ownBuildName(page.document)
  if (!own) return false
  try {
    const response = await page.fetch(page.location.pathname, {cache: 'no-cache'})
    const name = buildNameOf(await response.text())
    return response.ok && name !== undefined && name !== own
  } catch {
    return false
  }
}

/** Asks when the connection or the person comes back, and once an hour. */
export function useNewBuild(): boolean {
  const [isNew, setIsNew] = useState(false)
  useEffect(() => {
    if (isNew) return undefined
    const ask = (): void => void hasNewBuild(window).then(setIsNew)
    const connection = pageTransport.get()?.connection
    const unsubscribe = connection?.subscribe(() => {
      if (connection.state() === 'open') ask()
    })
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') ask()
    }
    document.addEventListener('visibilitychange', onVisible)
    const timer = setInterval(ask, EVERY)
    return () => {
      unsubscribe?.()
      document.removeEventListener('visibilitychange', onVisible)
      clearInterval(timer)
    }
  }, [isNew])
  return isNew
}
