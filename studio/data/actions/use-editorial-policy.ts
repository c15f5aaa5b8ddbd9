// How strictly the house keeps four eyes: the server says so, on the hosted lake the studio's build.
import {useEffect, useState} from 'react'
import {useClient, useDataset} from 'sanity'
import type {Policy} from '../../../workflow/checks/four-eyes.ts'
import {workspaceMode} from '../workspace-mode.ts'

const ENFORCED: Policy = {fourEyes: 'enforced'}
let known: Policy | undefined
/** Every act of a menu asks at once: one request answers them all. */
let asked: Promise<Policy> | undefined

export function useEditorialPolicy(): Policy {
  const client = useClient({apiVersion: '2025-02-19'})
  const dataset = useDataset()
  const {embedded} = workspaceMode()
  // The stricter one is assumed until the server has answered; it decides anyway.
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
        // Whoever comes next asks again.
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
