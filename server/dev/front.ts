// The front under development: the site through Vite, the studio through `sanity dev`, one port.
import {createServer, type Server} from 'node:http'
import type {FrontMaker} from '../front.ts'
import {createReloader} from './reloader.ts'
import {createDevSite} from './site.ts'
import {createDevStudio, type DevStudio} from './studio.ts'

/** Makes the front; its sockets go before the lake's, which refuses those that it does not know. */
export function createDevFront(): FrontMaker {
  const reloader = createReloader()
  let studio: DevStudio | undefined
  return {
    beforeLake(server: Server): Server {
      // It never listens: it only hands on to the lake what came to the real one.
      const lakeServer = createServer()
      server.on('upgrade', (request, socket, head) => {
        const path = (request.url ?? '').split('?', 1)[0] ?? ''
        if (reloader.upgrade(path, request, socket, head)) return
        if (studio && isStudio(path)) studio.upgrade(request, socket, head)
        else lakeServer.emit('upgrade', request, socket, head)
      })
      return lakeServer
    },
    async open(options, say) {
      say('Starting studio and site for development …')
      const started = await createDevStudio({hosted: options.lake === undefined, say})
      studio = started
      const site = await createDevSite({...options, onChange: reloader.reload})
      return {
        pages: (request) =>
          isStudio(new URL(request.url).pathname)
            ? started.fetch(request)
            : reloader.attend(() => site.fetch(request)),
        async close() {
          reloader.close()
          await site.close()
          await started.close()
        },
      }
    },
  }
}

const isStudio = (path: string): boolean => path === '/studio' || path.startsWith('/studio/')
