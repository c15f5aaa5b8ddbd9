// Bytes become text in the character set that they have.
import {expect, test} from 'vitest'
import {declaredInPage, decode} from '../../src/read/charset.ts'
import {textsOf, utf8} from './support.ts'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const join = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
/** UTF-16 of a text. */
const wide = (text: string, isLittle: boolean): Uint8Array => {
  const units = Array.from({length: text.length}, (_, index) => text.charCodeAt(index))
  return Uint8Array.from(
    units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}
/** windows-1252 of a text whose characters are in Latin-1. */
const latin = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))

const JAPANESE = 'これは海です。'
/** JAPANESE in Shift_JIS and EUC-JP. */
const SJIS = bytes(
  0x82,
  0xb1,
  0x82,
  0xea,
  0x82,
  0xcd,
  0x8a,
  0x43,
  0x82,
  0xc5,
  0x82,
  0xb7,
  0x81,
  0x42,
)
const EUC = bytes(
  0xa4,
  0xb3,
  0xa4,
  0xec,
  0xa4,
  0xcf,
  0xb3,
  0xa4,
  0xa4,
  0xc7,
  0xa4,
  0xb9,
  0xa1,
  0xa3,
)
const ISO = join(
  bytes(0x1b, 0x24, 0x42),
  Uint8Array.from(EUC, (byte) => byte - 0x80),
  bytes(0x1b, 0x28, 0x42),
)

const CASES: [name: string, file: Uint8Array, declared: string | null, text: string][] = [
  ['UTF-8', utf8('Über “Ödnis”'), null, 'Über “Ödnis”'],
  ['UTF-8 with its mark', join(bytes(0xef, 0xbb, 0xbf), utf8('Über')), null, 'Über'],
  ['UTF-8 that is declared to be something else', utf8('Über'), 'iso-8859-1', 'Über'],
  ['UTF-16 with its mark', join(bytes(0xff, 0xfe), wide('Über', true)), null, 'Über'],
  [
    'UTF-16 of the other order with its mark',
    join(bytes(0xfe, 0xff), wide('Über', false)),
    null,
    'Über',
  ],
  ['UTF-16 without a mark', wide('The harbour is closed', true), null, 'The harbour is closed'],
  [
    'UTF-16 of the other order without a mark',
    wide('The harbour is closed', false),
    null,
    'The harbour is closed',
  ],
  ['Japanese in UTF-16 without a mark', wide(JAPANESE, true), null, JAPANESE],
  ['Shift_JIS', SJIS, null, JAPANESE],
  ['EUC-JP', EUC, null, JAPANESE],
  ['the Japanese of old mails', ISO, null, JAPANESE],
  ['German of Windows', latin('Schöne Grüße'), null, 'Schöne Grüße'],
  [
    'French of Windows',
    latin('déjà été à Orléans, près de là'),
    null,
    'déjà été à Orléans, près de là',
  ],
  ['quotation marks of Windows', bytes(0x93, 0x4e, 0x6f, 0x94), null, '“No”'],
  ['Polish that is declared', bytes(0xb3, 0xf3, 0x64, 0xbc), 'iso-8859-2', 'łódź'],
  ['bytes that fit no declaration', bytes(0x4e, 0xe9, 0x65), 'utf-8', 'Née'],
  ['an unknown declaration', bytes(0x4e, 0xe9, 0x65), 'klingon', 'Née'],
]

test.each(CASES)('reads %s', (_name, file, declared, text) => {
  expect(decode(file, declared)).toBe(text)
})

const DECLARED: [head: string, label: string | null][] = [
  ['<meta charset="shift_jis">', 'shift_jis'],
  ['<META http-equiv=Content-Type content="text/html; charset=windows-1252">', 'windows-1252'],
  ['<?xml version="1.0" encoding="iso-8859-2"?>', 'iso-8859-2'],
  ['<p>charset=x</p>', null],
]

test.each(DECLARED)('finds what %s declares', (head, label) => {
  expect(declaredInPage(utf8(head))).toBe(label)
})

test('a page and a media type may declare it', async () => {
  const page = (head: string): Uint8Array =>
    join(utf8(`<html>${head}<p>`), bytes(0xb3, 0xf3, 0x64, 0xbc))
  expect(await textsOf(page('<meta charset="iso-8859-2">'))).toEqual(['łódź'])
  expect(await textsOf(page(''), {mediaType: 'text/html; charset=iso-8859-2'})).toEqual(['łódź'])
})
