// SMTP_URL and SMTP_FROM: what they may be, and that a newsroom started with them sends.
import {describe, expect, it, onTestFinished, test} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {readEnvironment} from '../../../server/environment.ts'
import {asksForTls, createMailer} from '../../../server/mail/mailer.ts'
import {startNewsroom} from '../../../server/newsroom.ts'
import {noFront, refusal, temporaryFolder} from '../support.ts'
import {startMailServer} from './mail-server.ts'

describe('SMTP_URL', () => {
  test.each([
    'mail.example.org:587',
    'https://mail.example.org',
    'smtp://',
    'smtp:mail.example.org',
    'smtp://user:100%@mail.example.org',
    'smtp://mail.example.org:99999',
  ])('refuses %s in one sentence, without its password', (url) => {
    expect(refusal({SMTP_URL: url})).toMatch(/^SMTP_URL must be [^.]+\.$/)
  })

  it('is nothing that a newsroom needs', () => {
    expect(readEnvironment({})).not.toHaveProperty('mail')
    expect(readEnvironment({SMTP_URL: '', SMTP_FROM: 'a@example.org'})).not.toHaveProperty('mail')
  })

  test.each(['smtp://mail.example.org', 'smtps://u:p%40w@mail.example.org:465', 'smtp://[::1]:25'])(
    'takes %s',
    (url) => {
      expect(readEnvironment({SMTP_URL: url}).mail?.url.href).toBe(url)
    },
  )
})

describe('SMTP_FROM', () => {
  const from = (variables: Record<string, string>) =>
    readEnvironment({SMTP_URL: 'smtp://mail.example.org', ...variables}).mail?.from

  test.each([
    ['desk@example.org', {name: '', address: 'desk@example.org'}],
    ['The Courier <desk@example.org>', {name: 'The Courier', address: 'desk@example.org'}],
    ['"Courier, The" <desk@example.org>', {name: 'Courier, The', address: 'desk@example.org'}],
    ['Łódź <desk@example.org>', {name: 'Łódź', address: 'desk@example.org'}],
  ])('takes %s', (text, sender) => {
    expect(from({SMTP_FROM: text})).toEqual(sender)
  })

  test.each(['The Courier', 'a <b>', '<@>', 'a@b c', 'a\r\nBcc: x <a@b.example>', 'a@b, c@d'])(
    'refuses %j in one sentence',
    (text) => {
      const said = refusal({SMTP_URL: 'smtp://mail.example.org', SMTP_FROM: text})
      expect(said).toMatch(/^SMTP_FROM must be [^.]+\.$/)
    },
  )

  it('is the newsroom’s host otherwise, or the mail server’s', () => {
    expect(from({PUBLIC_URL: 'https://news.example.org'})).toEqual({
      name: 'Copydesk',
      address: 'copydesk@news.example.org',
    })
    expect(from({PUBLIC_URL: 'http://192.168.0.7:3333'})?.address).toBe('copydesk@mail.example.org')
    expect(from({SMTP_URL: 'smtp://127.0.0.1'})?.address).toBe('copydesk@localhost')
    expect(from({SMTP_URL: 'smtp://[::1]:25'})?.address).toBe('copydesk@localhost')
  })
})

const MAIL = {
  id: 'notification.1',
  to: {name: 'Ada', address: 'ada@example.org'},
  subject: 'Hello',
  text: 'Hello',
  date: new Date(0),
}

it('user and password may hold any character', async () => {
  const server = await startMailServer({user: 'desk@example.org', password: 'pä/ss: w@rd%'})
  const from = {name: '', address: 'desk@example.org'}
  await createMailer({url: server.url, from}).send(MAIL)
  expect(server.received).toMatchObject([{to: ['ada@example.org']}])
  const wrong = new URL(server.url)
  wrong.password = 'other'
  await expect(createMailer({url: wrong, from}).send(MAIL)).rejects.toThrow('Invalid login')
  expect(server.received).toHaveLength(1)
})

test.each([
  ['smtp://u:p@mail.example.org', true],
  ['smtp://u:p@mail.example.org?requireTLS=false', false],
  ['smtp://mail.example.org', false],
  ['smtp://u:p@LOCALHOST:25', false],
  ['smtp://u:p@[::1]', false],
])('a password crosses a network only in TLS: %s, %s', (url, asks) => {
  expect(asksForTls(new URL(url))).toBe(asks)
})

it('an address that cannot be sent is refused for good, and no matter of the server', async () => {
  const server = await startMailServer()
  const mailer = createMailer({url: server.url, from: {name: '', address: 'desk@example.org'}})
  const to = {name: 'Ada', address: ''}
  await expect(mailer.send({...MAIL, to})).rejects.toMatchObject({
    name: 'MailRefused',
    permanent: true,
  })
})

it('a newsroom that is started with them sends, and stops', {tags: ['full']}, async () => {
  const server = await startMailServer()
  const running = await startNewsroom(
    {
      port: 0,
      host: '127.0.0.1',
      dataFolder: temporaryFolder(),
      mail: {url: server.url, from: {name: 'The Courier', address: 'desk@example.org'}},
    },
    () => {},
    {demonstration: false, frontMaker: noFront},
  )
  onTestFinished(running.close)
  const {access, commit} = running.lake.services
  const {id} = access.users.add({email: 'ada@example.org', name: 'Ada', roles: ['editor']})
  const notification = {
    _id: 'notification.1',
    _type: 'notification',
    recipient: id,
    kind: 'submitted',
    article: {_type: 'reference', _ref: 'article-1', _weak: true},
    by: 'u2',
    byName: 'Ingrid Vassall',
    at: new Date().toISOString(),
  }
  const article = {_id: 'drafts.article-1', _type: 'article', headline: 'Ships at anchor'}
  await commit({
    dataset: 'production',
    actor: SYSTEM_ACTOR,
    steps: [() => ({mutations: [{create: article}, {create: notification}]})],
  })
  const mail = await server.next()
  expect(mail.headers).toMatchObject({
    from: 'The Courier <desk@example.org>',
    subject: 'Submitted: Ships at anchor',
  })
  expect(mail.text).toContain(`${running.origin}/studio/intent/edit/id=article-1;type=article/`)
})
