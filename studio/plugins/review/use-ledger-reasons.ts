// The reasons that the ledger keeps of a piece: what was let pass and why, and why a change was minor.
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {LedgerReason} from './history-labels.ts'

const LEDGER_QUERY = `*[
  (_type == "override" && article._ref == $articleId)
  || (_type == "ledgerEntry" && kind == "minor" && $articleId in articles[]._ref)
][defined(reason)]{at, reason}`

/** @param acts how many there were: after each there may be another reason */
export function useLedgerReasons(articleId: string, acts: number): readonly LedgerReason[] {
  const client = useClient({apiVersion: '2025-02-19'})
  const [reasons, setReasons] = useState<readonly LedgerReason[]>([])
  useEffect(() => {
    if (acts === 0) return undefined
    let current = true
    client
      .withConfig({perspective: 'raw'})
      .fetch<LedgerReason[]>(LEDGER_QUERY, {articleId}, {tag: 'ledger'})
      .then((found) => current && setReasons(found))
      // The history stands without them; the next act asks again.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [client, articleId, acts])
  return reasons
}
