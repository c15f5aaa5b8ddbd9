// Each notification goes out once, to the person it is for, as far as it may be spoken of.
import {describe, expect, it, test} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {createNewsroomLake} from '../../../server/newsroom-lake.ts'
import {START} from '../../support/lake.ts'
import {at, HOUR, startNewsroomWithMail, subjectsOf} from './support.ts'

it('sends one e-mail for each notification, and notes when', async () => {
  const {open, notify, server, stored, testLake, editor, journalist} = await startNewsroomWithMail()
  const mail = open()
  await mail.look()
  expect(server.connections).toBe(0)
  await notify('1', {note: 'Ready when you are.'})
  await notify('2', {kind: 'approved', recipient: journalist, by: editor, byName: 'Hester'})
  testLake.setTime(START + 5_000)
  await mail.look()
  await mail.look()
  expect(server.received).toHaveLength(2)
  const [first, second] = server.received
  expect(first).toMatchObject({
    from: 'copydesk@example.org',
    to: ['editor1@example.org'],
    headers: {
      from: 'Copydesk <copydesk@example.org>',
      to: 'Hester Brandwick <editor1@example.org>',
      subject: 'Submitted: Headline 1',
      date: 'Wed, 25 Nov 2026 10:00:05 +0000',
      'message-id': '<notification.1@example.org>',
      'auto-submitted': 'auto-generated',
      'content-type': 'text/plain; charset=utf-8',
    },
  })
  expect(first?.text).toContain('Ingrid Vassall submitted “Headline 1” on 25 November 2026, 10:00')
  expect(first?.text).toContain('> Ready when you are.')
  expect(first?.text).toContain(
    'https://news.example.org/studio/intent/edit/id=article-1;type=article/',
  )
  expect(second?.to).toEqual(['journalist2@example.org'])
  expect(stored('1')).toMatchObject({mailedAt: at(5_000), note: 'Ready when you are.'})
  expect(stored('2')).toMatchObject({mailedAt: at(5_000)})
})

describe('remarks through one preview link', () => {
  const remark = (text: string, fields: object = {}) => ({
    kind: 'remark' as const,
    headline: 'Ships at anchor',
    by: 'link.a',
    byName: 'Her lawyer',
    note: text,
    ...fields,
  })
  const MINUTE = 60_000

  it('come in one e-mail, and further ones in one ten minutes later', async () => {
    const {open, notify, server, testLake, stored, journalist} = await startNewsroomWithMail()
    const mail = open()
    await mail.look()
    for (let n = 1; n <= 3; n++) await notify(`${n}`, remark(`Remark ${n}`))
    await notify('x', remark('By somebody else', {by: 'link.b', byName: 'A source'}))
    await notify('y', remark('For somebody else', {recipient: journalist}))
    await mail.look()
    expect(subjectsOf(server)).toEqual([
      '3 remarks: Ships at anchor',
      'Remark: Ships at anchor',
      'Remark: Ships at anchor',
    ])
    expect(server.received[0]?.text).toMatch(
      /^3 remarks were left on a preview of “Ships at anchor”\.\s+Her lawyer, 25 November 2026, 10:00[^]*> Remark 1[^]*> Remark 2[^]*> Remark 3/,
    )
    expect(['1', '2', '3'].map((id) => stored(id)?.['mailedAt'])).toEqual([at(0), at(0), at(0)])

    for (let n = 4; n <= 33; n++) {
      testLake.setTime(START + 5 * MINUTE)
      await notify(`${n}`, remark(`Remark ${n}`))
      await mail.look()
    }
    expect(server.received).toHaveLength(3)
    expect(mail.waiting()).toBe(30)
    testLake.setTime(START + 10 * MINUTE)
    await mail.look()
    await mail.look()
    expect(subjectsOf(server).slice(3)).toEqual(['30 remarks: Ships at anchor'])
    expect(server.received[3]?.text).toContain('> Remark 23')
    expect(server.received[3]?.text).not.toContain('> Remark 24')
    expect(server.received[3]?.text).toContain('The studio has 10 more.')
    expect(mail.waiting()).toBe(0)
  })

  it('that were read meanwhile are in no e-mail', async () => {
    const {open, notify, write, server} = await startNewsroomWithMail()
    const mail = open()
    await mail.look()
    for (let n = 1; n <= 3; n++) await notify(`${n}`, remark(`Remark ${n}`))
    await write({patch: {id: 'notification.1', set: {readAt: at(0)}}})
    await mail.look()
    expect(subjectsOf(server)).toEqual(['2 remarks: Ships at anchor'])
    expect(server.received[0]?.text).not.toContain('Remark 1')
  })

  it('wait together where the mail server puts the e-mail off', async () => {
    const {open, notify, server, testLake} = await startNewsroomWithMail()
    const mail = open()
    server.answers = {recipient: () => '451 Not quite yet'}
    for (let n = 1; n <= 3; n++) await notify(`${n}`, remark(`Remark ${n}`))
    await mail.look()
    server.answers = {}
    testLake.setTime(START + HOUR)
    await mail.look()
    expect(subjectsOf(server)).toEqual(['3 remarks: Ships at anchor'])
  })
})

it('learns of what another process wrote', async () => {
  const {open, server, testLake, editor, stored} = await startNewsroomWithMail()
  const mail = open()
  await mail.look()
  const other = createNewsroomLake({dataFolder: testLake.folder, origin: testLake.origin})
  await other.services.commit({
    dataset: 'production',
    actor: SYSTEM_ACTOR,
    steps: [
      () => ({
        mutations: [
          {
            create: {
              _id: 'notification.from.afar',
              _type: 'notification',
              recipient: editor,
              kind: 'lapsed',
              article: {_type: 'reference', _ref: 'article-1', _weak: true},
              by: 'u2',
              byName: 'Ingrid Vassall',
              at: at(0),
            },
          },
        ],
      }),
    ],
  })
  await other.close()
  await mail.look()
  expect(subjectsOf(server)).toEqual(['Approval lapsed: Ships at anchor'])
  expect(stored('from.afar')).toMatchObject({mailedAt: at(0)})
})

it('looks by itself, as often as its timer says', async () => {
  const {open, notify, server} = await startNewsroomWithMail()
  const timers: {milliseconds: number; work: () => void; stopped: boolean}[] = []
  const mail = open({
    every(milliseconds, work) {
      const timer = {milliseconds, work, stopped: false}
      timers.push(timer)
      return () => void (timer.stopped = true)
    },
  })
  await notify('1')
  expect(timers).toMatchObject([{milliseconds: 1_000, stopped: false}])
  timers[0]?.work()
  expect((await server.next()).headers['subject']).toBe('Submitted: Headline 1')
  await mail.close()
  expect(timers).toMatchObject([{stopped: true}])
})

describe('a restart', () => {
  it('sends nothing twice, and what was left over', async () => {
    const {open, notify, server} = await startNewsroomWithMail()
    const before = open()
    await notify('1')
    await before.look()
    await before.close()
    await notify('2', {at: at(-HOUR)})
    await notify('3', {at: at(-24 * HOUR - 1)})
    await notify('4', {at: at(-24 * HOUR + 1)})
    await open().look()
    expect(subjectsOf(server)).toEqual([
      'Submitted: Headline 1',
      'Submitted: Headline 4',
      'Submitted: Headline 2',
    ])
  })

  it('sends none for old notifications of an import', async () => {
    const {open, notify, server} = await startNewsroomWithMail()
    const mail = open()
    await mail.look()
    await notify('old', {at: at(-25 * HOUR)})
    await notify('new')
    await mail.look()
    expect(subjectsOf(server)).toEqual(['Submitted: Headline new'])
  })
})

it('sends none for a person’s own action, a read notification, a disabled or unknown account, or an invalid notification', async () => {
  const {open, notify, write, server, testLake, editor, stored} = await startNewsroomWithMail()
  const {users} = testLake.lake.services.access
  const gone = testLake.person('editor').id
  users.disable(gone)
  const mail = open()
  await notify('own', {by: editor})
  await notify('read', {readAt: at(0)})
  await notify('disabled', {recipient: gone})
  await notify('unknown', {recipient: 'u-nobody'})
  await notify('kind', {kind: 'toString' as 'submitted'})
  await write({create: {_id: 'notification.bare', _type: 'notification', recipient: editor}})
  await write({create: {_id: 'notification.article', _type: 'article', recipient: editor}})
  await notify('meant')
  await mail.look()
  expect(subjectsOf(server)).toEqual(['Submitted: Headline meant'])
  for (const id of ['own', 'read', 'disabled', 'unknown']) {
    expect(stored(id)).not.toHaveProperty('mailedAt')
  }
})

it('tells the scheduler about a failure, although it is under their name', async () => {
  const {open, notify, server, editor} = await startNewsroomWithMail()
  await notify('1', {kind: 'scheduleFailed', by: editor})
  await open().look()
  expect(subjectsOf(server)).toEqual(['Not published as scheduled: Headline 1'])
})

it('says until when an article is due that was assigned to this person', async () => {
  const {open, notify, write, server, editor} = await startNewsroomWithMail()
  const assignment = (assignee: string) => ({
    createOrReplace: {
      _id: 'review.article-1',
      _type: 'review',
      assignment: {assignee, dueAt: '2026-11-26T15:00:00.000Z'},
    },
  })
  const mail = open()
  await write(assignment(editor))
  await notify('1', {kind: 'assigned'})
  await mail.look()
  await write(assignment('somebody else'))
  await notify('2', {kind: 'assigned'})
  await mail.look()
  const [first, second] = server.received
  expect(first?.text).toContain('It is due on 26 November 2026, 15:00 UTC.')
  expect(second?.text).toContain('assigned “Headline 2” to you')
  expect(second?.text).not.toContain('due')
})

describe('an article under embargo', () => {
  const SECRETS = /Headline|Ships|anchor|secret|Ingrid|submitted[^"]/i

  test.each(['drafts.article-2', 'article-2'])(
    'is named in no part of an e-mail: %s',
    async (_id) => {
      const {open, notify, write, server} = await startNewsroomWithMail()
      const mail = open()
      const embargo = {until: at(HOUR)}
      await write({create: {_id, _type: 'article', headline: 'Ships secret', embargo}})
      const article = {_type: 'reference', _ref: 'article-2', _weak: true} as const
      await notify('1', {article, note: 'A secret note'})
      await mail.look()
      const [message] = server.received
      expect(message?.headers['subject']).toBe('An article under embargo')
      expect(message?.text).toContain('There is something about an article under embargo')
      expect(message?.text).toContain('/studio/intent/edit/id=article-2;type=article/')
      expect(message?.text).not.toMatch(SECRETS)
      expect(JSON.stringify(message?.headers)).not.toMatch(SECRETS)
    },
  )

  it('is judged when the e-mail goes out, not when the notification was written', async () => {
    const {open, notify, write, server, testLake} = await startNewsroomWithMail()
    server.answers.greeting = () => '421 Come back later'
    const mail = open()
    await notify('1')
    await mail.look()
    const embargo = {until: at(HOUR)}
    await write({patch: {id: 'drafts.article-1', set: {embargo}}})
    server.answers = {}
    testLake.setTime(START + 10_000)
    await mail.look()
    await notify('2')
    testLake.setTime(START + HOUR)
    await mail.look()
    expect(subjectsOf(server)).toEqual(['An article under embargo', 'Submitted: Headline 2'])
  })
})

describe('texts of people', () => {
  it('begin no header and name no other recipient', async () => {
    const {open, notify, server, testLake} = await startNewsroomWithMail()
    const name = 'Eve\r\nBcc: name@elsewhere.example\r\nX: "<a@elsewhere.example>,'
    const eve = testLake.lake.services.access.users.add({
      email: 'eve,x@example.org',
      name,
      roles: ['editor'],
    })
    const text = 'Ships\r\nBcc: text@elsewhere.example\r\n\r\nA body\u2028of\u0085its own'
    await notify('1', {recipient: eve.id, headline: text, byName: text, note: text})
    await open().look()
    const [mail] = server.received
    expect(mail?.to).toHaveLength(1)
    expect(server.recipients).toHaveLength(1)
    expect(server.recipients[0]).toMatch(/^"?eve,x"?@example\.org$/)
    expect(mail?.headerLines.map((line) => line.split(':')[0]?.toLowerCase()).toSorted()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
    expect(mail?.headers['subject']).toBe(
      'Submitted: Ships Bcc: text@elsewhere.example A body of its own',
    )
    expect(mail?.text).toMatch(/^Ships Bcc: text@elsewhere.example A body of its own submitted/)
  })

  it('arrive with their accents, full-width characters and emoji', async () => {
    const {open, notify, server} = await startNewsroomWithMail()
    const headline =
      'Żółta łódź: 「台湾有事」＠＜東京＞ １２３　Ｂｃｃ：ａ — “naïve” שלום 🚢👩‍✈️ =?UTF-8?Q?x?='
    const note = `${headline}\n.\n..\nFrom here on ${'long '.repeat(300)}`
    await notify('1', {headline, note})
    await open().look()
    const [mail] = server.received
    expect(mail?.headers['subject']).toBe(`Submitted: ${headline.replace('\u3000', ' ')}`)
    expect(mail?.text).toContain(`> ${headline}\n> .\n> ..\n> From here on long long`)
    expect(mail?.headerLines.every((line) => /^[\x20-\x7E]*$/.test(line))).toBe(true)
  })
})
