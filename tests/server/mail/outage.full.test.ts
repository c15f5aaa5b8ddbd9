// The mail server is away, or does not want an e-mail: nothing is lost, sent twice, or tried for ever.
import {createServer, type AddressInfo} from 'node:net'
import {once} from 'node:events'
import {describe, expect, it} from 'vitest'
import {START} from '../../support/lake.ts'
import {at, HOUR, SECOND, startNewsroomWithMail, subjectsOf} from './support.ts'

describe('a mail server that is away', () => {
  it('is asked ever less often, holds up nobody, and gets each e-mail once when it is back', async () => {
    const newsroom = await startNewsroomWithMail()
    const {open, notify, server, testLake, stored, warnings, infos} = newsroom
    server.answers.greeting = () => '421 Down for a moment'
    const mail = open()
    await notify('1')
    await notify('2')
    const tries: number[] = []
    for (let seconds = 0; seconds <= 1_000; seconds += 1) {
      testLake.setTime(START + seconds * SECOND)
      const before = server.connections
      await mail.look()
      if (server.connections > before) tries.push(seconds)
    }
    expect(tries).toEqual([0, 5, 15, 35, 75, 155, 315, 635])
    // What is saved meanwhile is saved, and waits with the others.
    await notify('3')
    expect(stored('3')).not.toBeNull()
    await mail.look()
    testLake.setTime(START + 30 * HOUR)
    server.answers = {sender: () => '451 Not quite yet'}
    await mail.look()
    expect(warnings).toEqual([expect.stringContaining('E-mail cannot be sent: ')])
    expect(warnings[0]).not.toContain('Headline')
    server.answers = {}
    testLake.setTime(START + 31 * HOUR)
    await mail.look()
    await mail.look()
    expect(subjectsOf(server).toSorted()).toEqual([
      'Submitted: Headline 1',
      'Submitted: Headline 2',
      'Submitted: Headline 3',
    ])
    expect(['1', '2', '3'].map((id) => stored(id)?.['mailedAt'])).toEqual(
      Array.from({length: 3}, () => at(31 * HOUR)),
    )
    expect(infos).toEqual(['E-mail is sent again.'])
    expect(warnings).toHaveLength(1)
  })

  it('is logged again when it goes away again', async () => {
    const {open, notify, server, testLake, warnings} = await startNewsroomWithMail()
    const mail = open()
    for (let round = 0; round < 2; round += 1) {
      server.answers.greeting = () => '554 No'
      await notify(`${round}`)
      testLake.setTime(testLake.now() + HOUR)
      await mail.look()
      server.answers = {}
      testLake.setTime(testLake.now() + HOUR)
      await mail.look()
    }
    expect(server.received).toHaveLength(2)
    expect(warnings).toHaveLength(2)
  })

  it('may not even be there', async () => {
    const {open, notify, testLake, stored, warnings, server} = await startNewsroomWithMail()
    const nobody = createServer().listen(0, '127.0.0.1')
    await once(nobody, 'listening')
    const {port} = nobody.address() as AddressInfo
    await new Promise((resolve) => nobody.close(resolve))
    const mail = open({url: new URL(`smtp://127.0.0.1:${port}`)})
    await notify('1')
    await mail.look()
    expect(warnings).toEqual([expect.stringContaining('ECONNREFUSED')])
    expect(stored('1')).not.toHaveProperty('mailedAt')
    await mail.close()
    await open().look()
    expect(server.received).toHaveLength(1)
    expect(stored('1')).toMatchObject({mailedAt: new Date(testLake.now()).toISOString()})
  })

  it('that never answers does not keep the newsroom from stopping', async () => {
    const {open, notify, stored, warnings} = await startNewsroomWithMail()
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const connected = once(silent, 'connection')
    const mail = open({url: new URL(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`)})
    await notify('1')
    const looking = mail.look()
    await connected
    await mail.close()
    await looking
    silent.close()
    expect(stored('1')).not.toHaveProperty('mailedAt')
    expect(warnings).toEqual([])
  })
})

describe('an e-mail that is not wanted', () => {
  const elsewhere = (address: string): boolean => address === 'editor1@example.org'

  it('is tried once where the address is refused, and the others go', async () => {
    const newsroom = await startNewsroomWithMail()
    const {open, notify, server, stored, testLake, warnings, journalist, editor} = newsroom
    server.answers.recipient = (address) =>
      elsewhere(address) ? '550 No such mailbox here' : undefined
    const mail = open()
    await notify('1')
    await notify('2', {recipient: journalist, by: editor})
    await mail.look()
    testLake.setTime(START + 2 * HOUR)
    await mail.look()
    await open().look()
    expect(server.recipients).toEqual(['editor1@example.org', 'journalist2@example.org'])
    expect(subjectsOf(server)).toEqual(['Submitted: Headline 2'])
    expect(stored('1')).toMatchObject({mailError: expect.stringContaining('No such mailbox here')})
    expect(stored('1')).not.toHaveProperty('mailedAt')
    expect(warnings).toEqual([expect.stringContaining('notification.1 is not sent')])
  })

  it('is tried again where it is put off, and the others go meanwhile', async () => {
    const newsroom = await startNewsroomWithMail()
    const {open, notify, server, stored, testLake, warnings, journalist, editor} = newsroom
    server.answers.recipient = (address) =>
      elsewhere(address) ? '451 Greylisted, come again' : undefined
    const mail = open()
    await notify('1')
    await notify('2', {recipient: journalist, by: editor})
    await mail.look()
    testLake.setTime(START + 59 * SECOND)
    await mail.look()
    expect(server.recipients).toEqual(['editor1@example.org', 'journalist2@example.org'])
    server.answers = {}
    testLake.setTime(START + 60 * SECOND)
    await mail.look()
    expect(subjectsOf(server)).toEqual(['Submitted: Headline 2', 'Submitted: Headline 1'])
    expect(stored('1')).toMatchObject({mailedAt: at(60 * SECOND)})
    expect(warnings).toEqual([expect.stringContaining('notification.1 waits')])
  })

  it('is dropped after a day', async () => {
    const {open, notify, server, stored, testLake} = await startNewsroomWithMail()
    server.answers.data = () => '554 Daily quota exceeded'
    const mail = open()
    await notify('1')
    for (let hours = 0; hours < 24; hours += 2) {
      testLake.setTime(START + hours * HOUR)
      await mail.look()
    }
    expect(server.connections).toBe(12)
    expect(stored('1')).not.toHaveProperty('mailError')
    testLake.setTime(START + 24 * HOUR)
    await mail.look()
    expect(stored('1')).toMatchObject({mailError: expect.stringContaining('Daily quota exceeded')})
    await mail.look()
    expect(server.connections).toBe(13)
  })

  it('does not hold up the others when the server breaks off over it', async () => {
    const newsroom = await startNewsroomWithMail()
    const {open, notify, server, testLake, journalist, editor} = newsroom
    server.answers.recipient = (address) => (elsewhere(address) ? '421 Oops' : undefined)
    const mail = open()
    await notify('1')
    await notify('2', {recipient: journalist, by: editor})
    await mail.look()
    testLake.setTime(START + HOUR)
    await mail.look()
    expect(subjectsOf(server)).toEqual(['Submitted: Headline 2'])
  })
})

it('an e-mail that could not be noted as sent is noted later and not sent again', async () => {
  const {open, notify, server, stored, testLake, warnings} = await startNewsroomWithMail()
  const {lake} = testLake
  let isBusy = true
  const mail = open({
    lake: {
      ...lake,
      services: {
        ...lake.services,
        commit: (request) =>
          isBusy ? Promise.reject(new Error('database is locked')) : lake.services.commit(request),
      },
    },
  })
  await notify('1')
  await mail.look()
  expect(warnings).toEqual([expect.stringContaining('database is locked')])
  isBusy = false
  testLake.setTime(START + HOUR)
  await mail.look()
  expect(server.received).toHaveLength(1)
  expect(stored('1')).toMatchObject({mailedAt: at(0)})
})
