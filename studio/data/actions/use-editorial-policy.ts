// How strictly the newsroom applies the four-eyes rule. The server knows; on the hosted lake, the studio's build.
import {useEffect, useState} from 'react'
import {useClient, useDataset} from 'sanity'
import type {Policy} from '../../../workflow/checks/four-eyes.ts'
import {workspaceMode} from '../workspace-mode.ts'

const ENFORCED: Policy = {fourEyes: 'enforced'}
let known: Policy | undefined
/** All actions of a menu ask at the same time: they share one request. */
let asked: Promise<Policy> | undefined

export function useEditorialPolicy(): Policy {
  const client = useClient({apiVersion: '2025-02-19'})
  const dataset = useDataset()
  const {embedded} = workspaceMode()
  // Until the server has answered, the stricter policy is assumed. The server decides in any case.
  const [policy, setPolicy] = useState(() => (embedded ? (known ?? ENFORCED) : builtPolicy()))
  useEffect(() => {
    if (known || !embedded) return undefined
    let current = true
    asked ??= client.request<Policy>({url: `/acts/${dataset}`, tag: 'acts.policy'})
    asked
      .then((found) => {
        known = found
        if (current) setPolicy(found)
      })
      .catch(() => {
        // The next component asks again.
        asked = undefined
      })
    return () => {
      current = false
    }
  }, [client, dataset, embedded])
  return policy
}

function builtPolicy(): Policy {
  return process.env.SANITY_STUDIO_FOUR_EYES === 'recorded' ? {fourEyes: 'recorded'} : ENFORCED
}
