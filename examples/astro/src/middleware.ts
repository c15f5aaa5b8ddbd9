// Listens to the lake, once for the whole server, and drops the cached pages that a change affects.
import {defineMiddleware} from 'astro:middleware'
import type {APIContext} from 'astro'
import {EVERYTHING} from './newsroom/ask'
import {client} from './newsroom/client'

let listening = false

export const onRequest = defineMiddleware(({cache}, next) => {
  if (!listening) listen(cache)
  return next()
})

// The first request brings the cache along; nothing is kept before it.
function listen(cache: APIContext['cache']) {
  listening = true
  const forget = (tags: string[]) =>
    cache.invalidate({tags}).catch((error: unknown) => console.error('Not forgotten:', error))

  client.live.events().subscribe({
    next: (event) => {
      if (event.type === 'message') void forget(event.tags)
      // What happened while nobody listened is unknown.
      if (event.type === 'restart' || event.type === 'welcome') void forget([EVERYTHING])
    },
    error: (error: unknown) => {
      console.error('No live events, for now:', error)
      setTimeout(listen, 5_000, cache)
    },
  })
}
