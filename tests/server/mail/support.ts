// A lake with people and an article, a mail server, and the mailer between them.
import {onTestFinished} from 'vitest'
import type {Json, Mutation} from '@copydesk/lake/types'
import {
  createMailNotifications,
  type MailNotifications,
  type MailNotificationsOptions,
} from '../../../server/mail/mail-notifications.ts'
import {createMailer} from '../../../server/mail/mailer.ts'
import type {Notification} from '../../../model/records.ts'
import {START, startLake, type TestLake} from '../../support/lake.ts'
import {startMailServer, type MailServer} from './mail-server.ts'
import {commit} from '../../support/commit.ts'

export const SECOND = 1_000
export const HOUR = 60 * 60 * SECOND

export interface Newsroom {
  testLake: TestLake
  server: MailServer
  /** Account ids. */
  editor: string
  journalist: string
  warnings: string[]
  infos: string[]
  /** A process that sends: it looks when it is told to, and not by the second. */
  open(options?: Partial<MailNotificationsOptions> & {url?: URL}): MailNotifications
  write(...mutations: Mutation[]): Promise<void>
  /** Writes a notification to the editor, by the journalist. */
  notify(id: string, fields?: Partial<Notification>): Promise<void>
  stored(id: string): {[field: string]: Json} | null
}

export async function startNewsroomWithMail(): Promise<Newsroom> {
  const testLake = await startLake()
  const server = await startMailServer()
  const {lake} = testLake
  const editor = testLake.person('editor', 'Hester Brandwick').id
  const journalist = testLake.person('journalist', 'Ingrid Vassall').id
  const opened: MailNotifications[] = []
  const warnings: string[] = []
  const infos: string[] = []
  onTestFinished(async () => {
    for (const mail of opened) await mail.close()
    await testLake.close()
  })
  const write = async (...mutations: Mutation[]): Promise<void> => {
    await commit(lake, mutations)
  }
  await write(
    {create: {_id: 'siteSettings', _type: 'siteSettings', name: 'The Courier', timeZone: 'UTC'}},
    {create: {_id: 'drafts.article-1', _type: 'article', headline: 'Ships at anchor'}},
  )
  return {
    testLake,
    server,
    editor,
    journalist,
    warnings,
    infos,
    open({url = server.url, ...options} = {}) {
      const mail = createMailNotifications({
        lake,
        mailer: createMailer({url, from: {name: 'Copydesk', address: 'copydesk@example.org'}}),
        origin: 'https://news.example.org',
        logger: {
          info: (message) => void infos.push(message),
          warn: (message) => void warnings.push(message),
        },
        clock: testLake.now,
        every: () => () => {},
        graceMs: 0,
        ...options,
      })
      opened.push(mail)
      return mail
    },
    write,
    notify: (id, fields = {}) =>
      write({
        create: {
          _id: `notification.${id}`,
          _type: 'notification',
          recipient: editor,
          kind: 'submitted',
          article: {_type: 'reference', _ref: 'article-1', _weak: true},
          headline: `Headline ${id}`,
          by: journalist,
          byName: 'Ingrid Vassall',
          at: new Date(testLake.now()).toISOString(),
          ...fields,
        },
      }),
    stored: (id) => lake.services.documents.get('production', `notification.${id}`),
  }
}

export const at = (offset: number): string => new Date(START + offset).toISOString()
export const subjectsOf = ({received}: MailServer): (string | undefined)[] =>
  received.map(({headers}) => headers['subject'])
