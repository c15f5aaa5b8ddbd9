// Articles with references. Some references are dangling, and some fields have another type.
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'

const ref = (_ref: string): Json => ({_type: 'reference', _ref})
const text = (...paragraphs: string[]): Json =>
  paragraphs.map((paragraph, at) => ({
    _type: 'block',
    _key: `p${at}`,
    children: [{_type: 'span', _key: 's', text: paragraph}],
  }))
const day = (number: number): string => `2026-01-0${number}T08:00:00Z`

const article = (id: string, fields: Record<string, Json>): LakeDocument =>
  doc(id, 'article', fields)

export const ARTICLES: LakeDocument[] = [
  article('a1', {
    title: 'Ebb',
    slug: {current: 'ebb'},
    section: ref('s1'),
    topics: [ref('t1'), ref('t2')],
    author: ref('p1'),
    photos: [{photo: ref('f1')}],
    at: day(1),
    n: 1,
    flag: true,
    body: text('The harbour lay still.', 'Nobody came.'),
  }),
  article('a2', {
    title: 'flow',
    slug: {current: 'flow'},
    section: ref('s2'),
    topics: [ref('t2')],
    author: ref('p2'),
    photos: [{photo: ref('f1')}, {photo: ref('f2')}, {photo: ref('f1')}],
    at: day(3),
    n: 2,
    flag: false,
    body: text('Snow fell on the harbour.'),
  }),
  article('a3', {
    title: 'Tide',
    slug: {current: 'ebb'},
    section: ref('s1'),
    topics: [],
    author: ref('gone'),
    at: day(2),
    n: 2,
    flag: true,
  }),
  article('a4', {
    title: 'ebb',
    section: ref('s2'),
    topics: [ref('t1'), ref('t3'), ref('t1')],
    author: ref('p1'),
    at: day(3),
    n: null,
    body: text(),
  }),
  article('a5', {title: null, n: 1, topics: null, body: 'No blocks: harbour.'}),
  // A string and a list instead of references.
  article('a6', {
    title: 'Gale',
    section: 's1',
    topics: 't1',
    author: [ref('p1')],
    at: day(1),
    n: '2',
  }),
  article('drafts.a1', {
    title: 'Ebb again',
    section: ref('s2'),
    topics: [ref('t1')],
    author: ref('p1'),
    at: day(4),
    n: 3,
  }),
  article('drafts.a7', {title: 'New', section: ref('s1'), topics: [], n: 1, at: day(5)}),
  article('versions.r1.a2', {title: 'flow at last', section: ref('s1'), n: 9, at: day(6)}),
  doc('f1', 'photo', {caption: 'A harbour', source: ref('p3')}),
  doc('f2', 'photo', {caption: 'Snow'}),
  doc('p1', 'author', {name: 'Ada', boss: ref('p2')}),
  doc('p2', 'author', {name: 'bo', friends: [ref('p1'), ref('p3'), ref('gone')]}),
  doc('p3', 'author', {name: 'Cy', boss: {...(ref('p2') as object), _weak: true}}),
  doc('s1', 'section', {title: 'Sea'}),
  doc('s2', 'section', {title: 'Ash', parent: ref('s1')}),
  doc('s3', 'section', {title: 'Snow', parent: ref('s3')}),
  doc('s4', 'section'),
  doc('t1', 'topic', {name: 'tides'}),
  doc('t2', 'topic', {name: 'Weather'}),
  doc('t3', 'topic', {name: 'weather'}),
]
