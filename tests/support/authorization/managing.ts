// Acts, files, and what is around the content, tried: answers whether somebody is let in.
import {expect} from 'vitest'
import {openPresenceTab} from '../presence-tab.ts'
import type {Voice} from '../piece.ts'
import {DATASET, type World} from './world.ts'
import type {Tries} from './writing.ts'

const REFUSALS = [400, 401, 403, 404]
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** By `operation way of`. */
export function managingWays(world: World): Record<string, Tries> {
  const {lake, desk} = world
  const asks =
    (path: string, init: RequestInit = {}, holds: (text: string) => boolean = () => true): Tries =>
    async (who) => {
      const response = await lake.fetch(path, {...init, headers: who.headers})
      const text = await response.text()
      if (response.ok) return holds(text)
      expect(REFUSALS, text).toContain(response.status)
      return false
    }
  const sends = (path: string, body: () => object, method = 'POST'): Tries => {
    return (who) => asks(path, {method, body: JSON.stringify(body())})(who)
  }
  /** As a dry run, so that each finds the piece where it was. */
  const acts =
    (act: string, at: string, more: () => object = () => ({})): Tries =>
    async (who) => {
      const before = world.everything()
      const body = () => ({act, articleId: at, dryRun: true, note: 'A reason', ...more()})
      const allowed = await sends(`/v1/acts/${DATASET}`, body)(who)
      expect(world.everything()).toBe(before)
      return allowed
    }
  const inDays = (days: number): string => new Date(lake.now() + days * 86_400_000).toISOString()
  const uploads = (kind: 'images' | 'files'): Tries =>
    asks(`/v2025-02-19/assets/${kind}/${DATASET}?filename=a.png`, {method: 'POST', body: PIXEL})

  return {
    'act acts submit': acts('submit', 'at-drafting'),
    'act acts request changes': acts('requestChanges', 'at-inReview'),
    'act acts approve': acts('approve', 'at-inReview', () => ({
      ifContentHash: desk.hash('at-inReview'),
    })),
    'act acts schedule': acts('schedule', 'at-approved', () => ({publishAt: inDays(1)})),
    'act acts assign': acts('assign', 'at-drafting', () => ({assignee: desk.journalist.id})),
    'act acts require a legal check': acts('requireLegal', 'at-drafting'),
    'act acts withdraw': acts('withdraw', 'at-published'),
    'act acts kill': acts('kill', 'at-published'),
    'act acts spike a colleague’s': acts('spike', 'at-drafting'),
    'act acts give a link to a preview': acts('sharePreview', 'at-drafting', () => ({
      recipient: 'A source',
      expiresAt: inDays(2),
    })),
    'act acts take a link back': acts('revokePreview', 'shared', () => ({linkId: world.link})),
    'act acts remark on a preview': acts('remark', 'shared', () => ({text: 'A remark'})),
    'publish acts an approved article': acts('publish', 'at-approved'),
    'create assets a picture': uploads('images'),
    'create assets a file': uploads('files'),
    'read assets a picture of what is published': asks(`${world.pictures.public}?w=4`),
    'read assets a picture that an embargo hides': asks(`${world.pictures.embargoed}?w=4`),
    'read assets the original of a picture': asks(`${world.pictures.public}?dlRaw=true`),
    'read export an address that opens an original': exportsOriginals(world),
    'read presence who is here': hearsPresence(world),
    'read users a colleague’s name': asks(`/v1/users/${desk.journalist.id}`),
    'read projects who is on the staff': asks(
      '/v1/projects/copydesk',
      {},
      (text) => (JSON.parse(text) as {members: unknown[]}).members.length > 0,
    ),
    'read projects datasets': asks('/v1/datasets'),
    'manage users one’s own settings': sends(
      '/v1/users/me/keyvalue',
      () => [{key: 'sort', value: 'title'}],
      'PUT',
    ),
    'manage people accounts': asks('/v1/people'),
    'manage people invitations': sends('/v1/people', () => ({
      name: 'A newcomer',
      email: `${world.next()}@example.org`,
      roles: ['journalist'],
    })),
    'manage passes the secret of a link': asks(`/v1/passes/${DATASET}/${world.link}`),
    'manage hooks webhooks': asks('/v1/hooks/projects/copydesk'),
    'manage tokens tokens over the API': asks('/v1/access/project/copydesk/robots'),
    'manage projects a new dataset': sends('/v1/datasets/another', () => ({}), 'PUT'),
    'read metrics numbers about the server': asks('/metrics'),
  }
}

/** Whoever has the address needs nothing else: what matters is who is given one. */
function exportsOriginals({lake, pictures}: World): (who: Voice) => Promise<boolean> {
  return async ({headers}) => {
    const response = await lake.fetch(`/v2025-02-19/data/export/${DATASET}`, {headers})
    const text = await response.text()
    if (!response.ok) return false
    const lines = text.split('\n').filter((line) => line.includes(pictures.public))
    const asset = lines.map((line) => JSON.parse(line) as {_type: string; url: string})
    const address = asset.find(({_type}) => _type === 'sanity.imageAsset')?.url ?? ''
    const picture = await fetch(address)
    return picture.ok && picture.headers.get('x-sanity-sha1') !== null
  }
}

function hearsPresence({lake}: World): (who: Voice) => Promise<boolean> {
  return async (who) => {
    const tab = await openPresenceTab(lake.origin, who.headers).catch((error: unknown) => {
      // Refused at the door.
      expect(String(error)).toMatch(/40[13]/)
      return null
    })
    if (!tab) return false
    const {error} = await tab.call('presence_subscribe')
    tab.socket.close()
    return error === undefined
  }
}
