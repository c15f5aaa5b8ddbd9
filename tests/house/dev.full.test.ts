// `npm run dev`: studio and site from their sources, and all their sockets, on the newsroom's one port.
import {WebSocket} from 'ws'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {copySeededFolder} from '../support/seeded-folder.ts'
import {start, temporaryFolder, type Started} from './support.ts'

/** The first message of a socket, or `refused` and the status. */
function firstMessage(url: string, protocol?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocol)
    socket.once('message', (data: Buffer) => {
      resolve(data.toString())
      socket.close()
    })
    socket.once('unexpected-response', (_, {statusCode}) => resolve(`refused ${statusCode}`))
    socket.once('error', reject)
  })
}

describe('npm run dev', () => {
  let newsroom: Started
  let site = ''
  let sockets = ''

  beforeAll(async () => {
    const folder = temporaryFolder()
    await copySeededFolder(folder)
    newsroom = await start({COPYDESK_DATA: folder, PORT: '0'}, 'dev')
    site = newsroom.addresses.site
    sockets = site.replace(/^http/, 'ws')
  }, 120_000)

  afterAll(() => newsroom.stop('SIGTERM'))

  test('builds nothing, and prints what npm start prints', () => {
    expect(newsroom.output()).not.toContain('Building')
    expect(newsroom.output()).toContain('Copydesk is running')
    expect(newsroom.output()).toContain('/sign-in/')
  })

  test('serves the site with a script that its policy allows, and that announces changes', async () => {
    const answer = await fetch(site)
    const page = await answer.text()
    expect(page).toContain('<article')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'sha256-")
    const version = /data === '([\w-]+)'/.exec(page)?.[1]
    expect(version).toBeTruthy()
    expect(await firstMessage(`${sockets}_dev/reload`)).toBe(version)
  })

  test('passes forms to the site', async () => {
    const body = new URLSearchParams({text: 'A remark that came too late'})
    const answer = await fetch(`${site}preview/link/none`, {method: 'POST', body})
    expect(answer.status).toBe(404)
    // To be copied from there.
    expect(await answer.text()).toContain('A remark that came too late')
  })

  test('serves the studio from its sources, with nothing from other hosts in its page', async () => {
    for (const address of [newsroom.addresses.studio, `${site}studio/plugins/structure`]) {
      const answer = await fetch(address, {headers: {accept: 'text/html'}})
      const page = await answer.text()
      expect(answer.status).toBe(200)
      expect(page).toContain('/studio/@vite/client')
      expect(page).not.toMatch(/<(?:script|link)\b[^>]*https?:/)
      const policy = answer.headers.get('content-security-policy')
      expect(policy).toContain("default-src 'self'")
      expect(/script-src ([^;]*)/.exec(policy ?? '')?.[1]).not.toContain('unsafe-inline')
    }
    const client = await fetch(`${site}studio/@vite/client`)
    expect(client.headers.get('content-type')).toContain('javascript')
  })

  test('passes the socket of hot reloading through the same port', async () => {
    const client = await (await fetch(`${site}studio/@vite/client`)).text()
    const token = /const wsToken = "([\w-]+)"/.exec(client)?.[1] ?? ''
    expect(token).not.toBe('')
    const hello = await firstMessage(`${sockets}studio/?token=${token}`, 'vite-hmr')
    expect(JSON.parse(hello)).toEqual({type: 'connected'})
  })

  test('leaves the lake its own sockets, and the refusal of others', async () => {
    const streams = new WebSocket(`${sockets}v1/mux`)
    await new Promise((resolve, reject) => {
      streams.once('open', resolve)
      streams.once('error', reject)
    })
    streams.close()
    expect(await firstMessage(`${sockets}v1/socket/production`)).toBe('♥')
    expect(await firstMessage(`${sockets}v1/socket-of-nobody`)).toBe('refused 404')
  })
})
