// What `/healthz` answers. Unless all is well, a load balancer sends requests elsewhere.
import type {Base} from '../parts/base.ts'
import type {Clustering} from '../parts/clustering.ts'

export interface Health {
  status: 'ok' | 'starting' | 'stopping' | 'diverged' | 'out of touch' | 'wrong clock'
  /** For an operator. Anybody can read it. */
  reason?: string
}

export function healthOf(
  {isReady, isStopping}: Base['state'],
  clustering: Pick<Clustering, 'trouble'> | null,
): Health {
  if (!isReady) return {status: 'starting'}
  if (isStopping) return {status: 'stopping'}
  return clustering?.trouble() ?? {status: 'ok'}
}
