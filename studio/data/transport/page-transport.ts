// The page's transport, once it is installed; null where there is no page.
import type {PageTransport} from '@copydesk/lake/transport'

let transport: PageTransport | null = null

export const pageTransport = {
  get: (): PageTransport | null => transport,
  set: (installed: PageTransport): void => {
    transport = installed
  },
}
