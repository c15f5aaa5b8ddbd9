// Reads credits with the forms of intake, once they are needed: forms open without them.
import {useEffect, useState} from 'react'

export type CreditReader = typeof import('@copydesk/intake/credits')

export const loadCreditReader = (): Promise<CreditReader> => import('@copydesk/intake/credits')

/** Null until it is loaded, which begins when it is first needed. */
export function useCreditReader(isNeeded: boolean): CreditReader | null {
  const [reader, setReader] = useState<CreditReader | null>(null)
  useEffect(() => {
    if (!isNeeded) return undefined
    let isGone = false
    // Without a connection no credit is offered.
    void loadCreditReader().then(
      (loaded) => isGone || setReader(loaded),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isNeeded])
  return reader
}
