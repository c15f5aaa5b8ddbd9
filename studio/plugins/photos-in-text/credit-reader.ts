// Reads credits with the forms of intake, once they are loaded: the studio starts without them.
import {useEffect, useState} from 'react'

export type CreditReader = typeof import('@copydesk/intake/credits')

export const loadCreditReader = (): Promise<CreditReader> => import('@copydesk/intake/credits')

/** Null until it is loaded. */
export function useCreditReader(): CreditReader | null {
  const [reader, setReader] = useState<CreditReader | null>(null)
  useEffect(() => {
    let isGone = false
    // Without a connection no credit is offered.
    void loadCreditReader().then(
      (loaded) => isGone || setReader(loaded),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [])
  return reader
}
