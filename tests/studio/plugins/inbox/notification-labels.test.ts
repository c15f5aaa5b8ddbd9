import {expect, test} from 'vitest'
import {
  notificationTone,
  notificationLabel,
} from '../../../../studio/plugins/inbox/notification-labels.ts'
import type {Notification} from '../../../../model/records.ts'

const words = (kind: Notification['kind'], byName = 'Hester Brandwick') =>
  notificationLabel({kind, byName})

test('a notification says who did what', () => {
  expect(words('changesRequested')).toBe('Hester Brandwick asked for changes')
  expect(words('submitted')).toBe('Hester Brandwick submitted a piece')
  expect(words('assigned')).toBe('Hester Brandwick assigned you a piece')
  expect(words('mentioned')).toBe('Hester Brandwick mentioned you')
  expect(words('task')).toBe('Hester Brandwick gave you a task')
  expect(words('commented')).toBe('Hester Brandwick commented on a piece that was approved')
  expect(words('lapsed')).toBe(
    'Hester Brandwick changed an approved piece: the approval has lapsed',
  )
})

test('an event without a person has no name', () => {
  expect(words('scheduleFailed', 'The system')).toBe('A scheduled piece was not published')
  expect(words('rightsEnding', 'The system')).not.toContain('The system')
})

test('a missing name and an unknown kind still make a sentence', () => {
  expect(words('approved', ' ')).toBe('Somebody approved your piece')
  expect(words('praised' as Notification['kind'])).toBe(
    'Hester Brandwick did something with a piece',
  )
})

test('failures are marked differently from tasks', () => {
  expect(notificationTone('scheduleFailed')).toBe('critical')
  expect(notificationTone('changesRequested')).toBe('caution')
  expect(notificationTone('published')).toBe('positive')
  expect(notificationTone('submitted')).toBe('primary')
})
