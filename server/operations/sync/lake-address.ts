// Where another Content Lake is: a project id of Sanity's, or the address of a newsroom.
import {OperatorError} from '@copydesk/lake/errors'
import {PROJECT_ID} from '../../newsroom-lake.ts'

export interface Address {
  /** As people know it. */
  title: string
  /** Scheme and host, without a trailing slash. */
  base: string
  isHosted: boolean
  projectId: string
  dataset: string
}

/** @throws OperatorError for what is neither */
export function lakeAddress(given: string, dataset: string): Address {
  if (!/^[a-z0-9_][-a-z0-9_]{0,63}$/.test(dataset)) {
    throw new OperatorError(`"${dataset}" is not the name of a dataset.`)
  }
  if (/^[a-z0-9][a-z0-9-]*$/.test(given) && given !== 'localhost') {
    return {
      title: `Sanity's project ${given}, dataset ${dataset}`,
      base: `https://${given}.api.sanity.io`,
      isHosted: true,
      projectId: given,
      dataset,
    }
  }
  const url = URL.parse(given)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new OperatorError(
      `"${given}" is neither the id of a Sanity project nor the address of a newsroom, such as https://newsroom.example.org.`,
    )
  }
  return {title: url.origin, base: url.origin, isHosted: false, projectId: PROJECT_ID, dataset}
}

/** Plain http beyond this machine: others on the network can read token and content. */
export function isReadableOnTheWay({base}: Address): boolean {
  const {protocol, hostname} = new URL(base)
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
