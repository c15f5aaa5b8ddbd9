// What an e-mail says, and what it must not.
import {describe, expect, it, test} from 'vitest'
import {mailableArticle, mailableSubject} from '../../../server/mail/mailable-subject.ts'
import {KINDS, mailTextFor, type MailInput} from '../../../server/mail/mail-text.ts'
import type {Notification} from '../../../model/records.ts'

const NOTIFICATION: Notification = {
  _id: 'notification.1',
  _type: 'notification',
  recipient: 'u1',
  kind: 'changesRequested',
  article: {_type: 'reference', _ref: 'article-1', _weak: true},
  headline: 'Ships at anchor',
  note: 'The second quote needs a date.\nSo does the photo.',
  by: 'u2',
  byName: 'Hester Brandwick',
  at: '2026-11-25T10:00:00.000Z',
}

const mail = (notification: Partial<Notification> = {}, input: Partial<MailInput> = {}) =>
  mailTextFor({
    notification: {...NOTIFICATION, ...notification},
    article: {sayable: true, headline: 'Ships at anchor'},
    newsroom: {name: 'The Courier', timeZone: 'Asia/Tokyo'},
    origin: 'https://news.example.org',
    ...input,
  })

it('says who did what and when in the newsroom’s zone, the note, where, and why it comes', () => {
  expect(mail()).toEqual({
    subject: 'Changes requested: Ships at anchor',
    text: [
      'Hester Brandwick asked for changes to “Ships at anchor” on 25 November 2026, 19:00 GMT+9.',
      '',
      '> The second quote needs a date.',
      '> So does the photo.',
      '',
      'Open it in the studio:',
      'https://news.example.org/studio/intent/edit/id=article-1;type=article/',
      '',
      'You get this e-mail because it is in your inbox in the studio of The Courier, where you had not read it.',
      '',
    ].join('\n'),
  })
})

test.each(Object.keys(KINDS) as Notification['kind'][])('%s has words of its own', (kind) => {
  const {subject, text} = mail({kind})
  expect(subject).toMatch(/^[A-Z][a-z ]+: Ships at anchor$/)
  expect(text).toMatch(/^[^\n]*“Ships at anchor”[^\n]*\.\n\n> The second/)
  const others = (Object.keys(KINDS) as Notification['kind'][]).filter((other) => other !== kind)
  for (const other of others) expect(mail({kind: other}).subject).not.toBe(subject)
})

it('says until when, of what was assigned', () => {
  const {text} = mail({kind: 'assigned'}, {dueAt: '2026-11-25T23:30:00.000Z'})
  expect(text).toContain('It is due on 26 November 2026, 08:30 GMT+9.')
})

it('leads to a comment beside the form, and to a task', () => {
  const {article: _, ...bare} = NOTIFICATION
  const about = {_type: 'reference', _ref: 'a1', _weak: true} as const
  const link = (more: Partial<Notification>) =>
    /^https:.*$/m.exec(
      mailTextFor({
        notification: {...bare, kind: 'mentioned', ...more},
        article: {sayable: true},
        newsroom: {name: 'The Courier'},
        origin: 'https://news.example.org',
      }).text,
    )?.[0]
  expect(link({subject: about, subjectType: 'photoWithCredit', comment: 'c1'})).toBe(
    'https://news.example.org/studio/intent/edit/id=a1;type=photoWithCredit;inspect=sanity%2Fcomments;comment=c1/',
  )
  expect(link({task: 't1'})).toBe(
    'https://news.example.org/studio/structure/?sidebar=tasks&viewMode=edit&selectedTask=t1',
  )
  expect(mail({kind: 'task', task: 't1'}).text).toMatch(
    /^Hester Brandwick gave you the task “Ships at anchor” on/,
  )
})

it('says nothing of what was talked about where it may be under embargo', () => {
  const about = (subjectType: string) =>
    mailableSubject(
      (id) => (id === 'held' ? ({embargo: {until: '2030-01-01'}} as never) : null),
      {
        ...NOTIFICATION,
        article: undefined,
        subject: {_type: 'reference', _ref: 'held', _weak: true},
        subjectType,
      },
      Date.parse('2026-11-25'),
    )
  expect(about('article')).toEqual({sayable: false, what: 'article under embargo'})
  expect(about('photoWithCredit')).toEqual({sayable: false, what: 'photo'})
  const {subject, text} = mail({kind: 'mentioned'}, {article: {sayable: false, what: 'photo'}})
  expect(subject).toBe('A photo')
  expect(text).toContain('There is something about a photo in your inbox.')
  expect(text).not.toMatch(/second quote|Ships/)
})

it('does without note, headline and time zone', () => {
  const {note: _, headline: __, ...bare} = NOTIFICATION
  const {subject, text} = mailTextFor({
    notification: bare,
    article: {sayable: true},
    newsroom: {name: 'Copydesk', timeZone: 'Nowhere/At_All'},
    origin: 'http://127.0.0.1:3333',
  })
  expect(subject).toBe('Changes requested: an article without a headline')
  expect(text).toContain('to an article without a headline on 25 November 2026, 10:00 UTC.\n\nOpen')
  expect(text).not.toContain('>')
})

it('takes the headline of now where the notification was written under an embargo', () => {
  const {headline: _, ...bare} = NOTIFICATION
  const input: MailInput = {
    notification: bare,
    article: {sayable: true, headline: 'Ships under way'},
    newsroom: {name: 'The Courier'},
    origin: '',
  }
  expect(mailTextFor(input).subject).toBe('Changes requested: Ships under way')
})

it('says nothing about an article that may not be spoken of', () => {
  for (const kind of Object.keys(KINDS) as Notification['kind'][]) {
    const article = {sayable: false, what: 'article under embargo'} as const
    const {subject, text} = mail({kind}, {article, dueAt: '2026-11-25T23:30:00.000Z'})
    expect(subject).toBe('An article under embargo')
    expect(text).toBe(
      [
        'There is something about an article under embargo in your inbox.',
        '',
        'Open it in the studio:',
        'https://news.example.org/studio/intent/edit/id=article-1;type=article/',
        '',
        'You get this e-mail because it is in your inbox in the studio of The Courier, where you had not read it.',
        '',
      ].join('\n'),
    )
  }
})

describe('texts that are up to something', () => {
  it('stay on the subject’s one line, without controls and turned directions', () => {
    const {subject} = mail({
      headline: 'Ships\r\nBcc: a@b.example\u2028\u0000at\u202Eanchor\uD83D',
    })
    expect(subject).toBe('Changes requested: Ships Bcc: a@b.example atanchor\uFFFD')
  })

  it('are shortened between characters', () => {
    const {subject, text} = mail({headline: '🚢'.repeat(500)})
    expect(Array.from(subject)).toHaveLength(150)
    expect(subject).toMatch(/🚢…$/u)
    expect(subject.isWellFormed()).toBe(true)
    expect(Array.from(/“(.*)”/u.exec(text)?.[1] ?? '')).toHaveLength(300)
  })

  it('cannot pass for the e-mail itself', () => {
    const note = 'Fine.\r\n\r\nOpen it in the studio:\u2028https://elsewhere.example/'
    const lines = mail({note, byName: 'Eve\nOpen it here: x'}).text.split('\n')
    expect(lines.filter((line) => line.includes('elsewhere'))).toEqual([
      '> https://elsewhere.example/',
    ])
    expect(lines.filter((line) => line.startsWith('Open it'))).toEqual(['Open it in the studio:'])
  })
})

describe('an embargo', () => {
  const NOW = Date.parse('2026-11-25T10:00:00.000Z')
  const form = (_id: string, until?: unknown) => ({
    _id,
    _type: 'article',
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
    headline: `Headline of ${_id}`,
    ...(until === undefined ? {} : {embargo: {until: until as string}}),
  })
  const now = (...forms: ReturnType<typeof form>[]) =>
    mailableArticle(
      (id) => forms.find(({_id}) => _id === id) ?? null,
      {id: 'a', type: 'article'},
      NOW,
    )
  const AHEAD = '2026-11-25T10:00:00.001Z'
  const SILENT = {sayable: false, what: 'article under embargo'}

  it('holds on the draft or on the live form, and when nobody can tell its time', () => {
    expect(now(form('drafts.a', AHEAD))).toEqual(SILENT)
    expect(now(form('drafts.a', AHEAD), form('a'))).toEqual(SILENT)
    expect(now(form('drafts.a'), form('a', AHEAD))).toEqual(SILENT)
    expect(now(form('a', AHEAD))).toEqual(SILENT)
    expect(now(form('drafts.a', 'tomorrow'))).toEqual(SILENT)
    expect(now(form('drafts.a', 7))).toEqual(SILENT)
  })

  it('is over from its very moment', () => {
    const over = {sayable: true, headline: 'Headline of drafts.a'}
    expect(now(form('drafts.a', new Date(NOW).toISOString()))).toEqual(over)
    expect(now(form('drafts.a'), form('a'))).toEqual(over)
    expect(now(form('a'))).toEqual({sayable: true, headline: 'Headline of a'})
  })

  it('may have lain on an article that has gone', () => {
    expect(now()).toEqual({sayable: false, what: 'article that is no longer there'})
  })
})

it('of a remark leads to where remarks stand', () => {
  expect(mail({kind: 'remark'}).text).toContain(
    '/studio/intent/edit/id=article-1;type=article;inspect=review;reviewTab=shared/',
  )
})
