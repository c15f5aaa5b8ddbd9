// The server signs who verified a quote; nobody verifies their own words.
import {describe, expect, it} from 'vitest'
import {at} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {later, NOW} from '../pieces.ts'
import {ME, transact, type Attempt} from './transact.ts'

const DRAFT = 'drafts.q'
const CHECKED = ['sourceMatched', 'recordingChecked', 'confirmedBySpeaker']
const quote = (verification?: Record<string, string>, fields: object = {}): PieceDocument => ({
  _id: DRAFT,
  _type: 'expertQuote',
  text: 'So it is.',
  attribution: 'A witness',
  _system: {createdBy: 'colleague'},
  ...(verification && {verification}),
  ...fields,
})
const SIGNED = {status: 'recordingChecked', by: 'Otto', on: later(-9), verifiedWords: 'mark'}
/** The verification that an attempt leaves, or the codes that refuse it. */
function kept(attempt: Attempt, id = DRAFT): unknown {
  const {codes, get} = transact({role: 'editor', ...attempt})
  return codes.length > 0 ? codes : at(get(id), ['verification'])
}
const OWN = quote(undefined, {_system: {createdBy: ME}})

describe('A verification', () => {
  it.each(CHECKED)('as %s is signed by the server, whatever was sent', (status) => {
    const sent = {status, by: 'The Pope', on: '1999-01-01T00:00:00Z', verifiedWords: 'forged'}
    expect(kept({stored: [quote()], writes: [quote(sent)]})).toEqual({
      status,
      by: 'Me',
      on: NOW,
      verifiedWords: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
  })

  it('keeps a time that is near enough', () => {
    const sent = (hours: number) => ({status: 'disputed', by: 'Me', on: later(hours)})
    const on = (hours: number) => kept({stored: [quote()], writes: [quote(sent(hours))]})
    expect(on(1 / 60)).toMatchObject({on: later(1 / 60)})
    expect(on(6 / 60)).toMatchObject({on: NOW})
  })

  it.each(CHECKED)('as %s is not for the author of the words', (status) => {
    const written = {...OWN, verification: {status}}
    expect(kept({stored: [OWN], writes: [written]})).toEqual(['fieldOwnership'])
    const authors = ['colleague', ME]
    expect(kept({stored: [quote()], writes: [quote({status})], authors})).toEqual([
      'fieldOwnership',
    ])
    // Others wrote all that it says now.
    expect(kept({stored: [OWN], writes: [written], authors: ['colleague']})).toMatchObject({status})
  })

  it('is not for the person who changes the words with it, or creates the quote', () => {
    const status = 'confirmedBySpeaker'
    const rewritten = quote({status}, {text: 'It never was.'})
    expect(kept({stored: [quote()], writes: [rewritten]})).toEqual(['fieldOwnership'])
    const published = quote({status}, {_id: 'q'})
    const version = quote({status}, {_id: 'versions.r.q'})
    for (const writes of [
      [quote({status})],
      [published],
      [version],
      [published, quote({status})],
    ]) {
      expect(kept({writes})).toContain('fieldOwnership')
    }
  })

  it('as disputed is for anybody, and goes with its signature', () => {
    const disputed = {...OWN, verification: {status: 'disputed'}}
    const after = kept({stored: [OWN], writes: [disputed]})
    expect(after).toMatchObject({status: 'disputed', by: 'Me', on: NOW})
    const writes = [{...OWN, verification: {...(after as object), status: 'unverified'}}]
    expect(kept({stored: [{...OWN, verification: after as never}], writes})).toEqual({
      status: 'unverified',
    })
  })

  it.each<[string, Record<string, string>]>([
    ['another name', {...SIGNED, by: 'Me'}],
    ['another time', {...SIGNED, on: NOW}],
    ['other words', {...SIGNED, verifiedWords: 'forged'}],
    ['no name', {status: SIGNED.status}],
  ])('does not get %s without a new status', (_name, sent) => {
    expect(kept({stored: [quote(SIGNED)], writes: [quote(sent)]})).toEqual(SIGNED)
  })

  it('is published with its signature', () => {
    const attempt = {stored: [quote(SIGNED)], writes: [quote(SIGNED, {_id: 'q'})]}
    expect(kept({...attempt, deletes: [DRAFT]}, 'q')).toEqual(SIGNED)
  })
})
