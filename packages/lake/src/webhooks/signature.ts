// `sanity-webhook-signature`, as @sanity/webhook verifies it: the time of the signature in milliseconds and
// an HMAC over that time and the body.
import {createHmac} from 'node:crypto'

/** @param time milliseconds since the epoch */
export function signatureOf(payload: string, time: number, secret: string): string {
  const mac = createHmac('sha256', secret).update(`${time}.${payload}`).digest('base64url')
  return `t=${time},v1=${mac}`
}
