import {safeHref} from '../display/safe-href.ts'

/** An address on the web, as `safeHref` and without `mailto:`; `undefined` for anything else. */
export function webAddress(address: unknown): string | undefined {
  const href = safeHref(address)
  return href?.startsWith('http') ? href : undefined
}
