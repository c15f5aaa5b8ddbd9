// Listens to the lake, once for the whole server, and invalidates the tags of each change.
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const {client} = await import('./newsroom/client')
  const secret = (process.env.REVALIDATE_SECRET ??= crypto.randomUUID())
  const here = `http://127.0.0.1:${process.env.PORT ?? 3000}/revalidate`

  // Next.js lets only a request mark tags, so the server asks itself.
  const touched = (tags: string[]) =>
    fetch(here, {
      method: 'POST',
      headers: {authorization: secret},
      body: JSON.stringify(tags),
    }).catch((error: unknown) => console.error('The cache could not be told:', error))

  const listen = () =>
    client.live.events().subscribe({
      next: (event) => {
        if (event.type === 'message') void touched(event.tags)
        // What happened while nobody listened is unknown: everything is asked again. So at the start, as
        // the pages may have been built long ago.
        if (event.type === 'restart' || event.type === 'welcome') void touched([])
      },
      error: (error: unknown) => {
        console.error('No live events, for now:', error)
        setTimeout(listen, 5_000)
      },
    })
  listen()
}
