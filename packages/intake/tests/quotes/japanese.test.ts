// Quotations in Japanese, with who says them.
import {describe, expect, test} from 'vitest'
import {japaneseRules} from '../../src/languages/ja-quotes.ts'
import type {Passage} from '../../src/quotes/mentions.ts'
import {japaneseQuotes} from '../../src/quotes/japanese/index.ts'
import {AGENCIES} from './japanese/agencies.ts'
import {MAGAZINES} from './japanese/magazines.ts'
import {NEWSPAPERS} from './japanese/newspapers.ts'
import {differences, f1, passagesOf, scoreOf, sumOf, wantedOf} from './japanese/score.ts'

const ALL = [...NEWSPAPERS, ...MAGAZINES, ...AGENCIES]
const results = ALL.map((article) => {
  const wanted = wantedOf(article)
  const found = japaneseQuotes(passagesOf(article), japaneseRules)
  return {article, found, score: scoreOf(wanted, found), faults: differences(wanted, found)}
})

describe('articles', () => {
  test.each(results)('finds the quotations of $article.name', ({article, found, score, faults}) => {
    const message = faults.join('\n')
    expect(f1(score.quote), message).toBeGreaterThanOrEqual(0.93)
    expect(f1(score.form), message).toBeGreaterThanOrEqual(0.9)
    expect(f1(score.speaker), message).toBeGreaterThanOrEqual(0.88)
    expect(found.filter(({words}) => article.notQuotes.includes(words))).toEqual([])
  })

  test('most speakers have their title and affiliation', () => {
    expect(f1(sumOf(results.map(({score}) => score.title)))).toBeGreaterThanOrEqual(0.8)
  })

  test('words are where the quotation says', () => {
    for (const {article, found} of results) {
      const body = passagesOf(article).filter(({block}) => block !== null)
      for (const {block, from, to, words} of found)
        expect(body[block]?.text.slice(from, to)).toBe(words)
    }
  })
})

/** Who says what, in short: `words / form / speakers or attribution`. */
const inShort = (...texts: string[]): string[] =>
  japaneseQuotes(
    texts.map((text, block): Passage => ({block, text, isHeading: false})),
    japaneseRules,
  ).map(({words, form, speakers, attribution}) => {
    const who = speakers.map(({name}) => name).join('、')
    return `${words} / ${form} / ${who === '' ? attribution : who}`
  })

describe('words between marks', () => {
  test('marks within marks have no entry', () => {
    expect(inShort('山本一郎氏は「『終わり』の日だと、父が言った」と話した。')).toEqual([
      '『終わり』の日だと、父が言った / direct / 山本一郎',
    ])
  })

  test('a full stop before the closing mark is left out', () => {
    expect(inShort('「もう帰る。」と山本一郎氏は言った。')).toEqual([
      'もう帰る / direct / 山本一郎',
    ])
  })

  test('a mark at the beginning that is not closed goes on to the end of the paragraph', () => {
    expect(inShort('山本一郎さんは立ち上がった。', '「長い話になる。まず、')).toEqual([
      '長い話になる。まず / direct / 山本一郎',
    ])
  })

  test.each([
    ['a name', '山本一郎氏は店を「海猫亭」と名付けた。'],
    ['a term', 'いわゆる「空き家問題」を、山本一郎氏は調べている。'],
    ['a ship', '山本一郎氏は巡視船「いそかぜ」に乗った。'],
    ['a nickname', '山本一郎氏は「鉄人」と呼ばれる。'],
    ['a title in double marks', '山本一郎氏は小説『海の声』を書いた。'],
    ['two terms', '山本一郎氏は「自由」と「平等」の間で揺れた。'],
    ['the reporter’s question', '「なぜですか」と聞くと、山本一郎氏は黙った。'],
  ])('%s is nobody’s speech', (_, text) => {
    expect(inShort(text)).toEqual([])
  })
})

describe('speakers', () => {
  test.each([
    ['a subject after the words', '「寒い」と山本一郎さんは言う。', '寒い / direct / 山本一郎'],
    ['the name as the end', '「もう春だ」と山本一郎さん。', 'もう春だ / direct / 山本一郎'],
    [
      'a clause after the words',
      '「寒いね」。山本一郎さんはそう笑った。',
      '寒いね / direct / 山本一郎',
    ],
    [
      'a cleft sentence',
      '「寒いね」と話すのは、漁師の山本一郎さん。',
      '寒いね / direct / 山本一郎',
    ],
    [
      'two subjects',
      '山本一郎氏と森大輔氏は「反対だ」と述べた。',
      '反対だ / direct / 山本一郎、森大輔',
    ],
    ['a nameless person', '政府高官は「反対だ」と述べた。', '反対だ / direct / 政府高官'],
    ['voices', '市民からは「遅すぎる」との声が上がった。', '遅すぎる / direct / 市民'],
    ['an institution', '環境省は「影響は小さい」と説明した。', '影響は小さい / document / 環境省'],
    [
      'a text',
      '環境省の報告書は「影響は小さい」と結論づけた。',
      '影響は小さい / document / 環境省',
    ],
  ])('%s', (_, text, expected) => {
    expect(inShort(text)).toEqual([expected])
  })

  test('a surname is resolved to the full name, with title and affiliation', () => {
    const quotes = japaneseQuotes(
      [
        '北野大学の山本一郎（やまもと・いちろう）教授（経済学）が講演した。',
        '山本氏は「数字は嘘をつかない」と語った。',
      ].map((text, block) => ({block, text, isHeading: false})),
      japaneseRules,
    )
    expect(quotes[0]?.speakers).toEqual([
      {name: '山本一郎', kind: 'person', title: '教授', affiliation: '北野大学'},
    ])
  })

  test('two people are those named before', () => {
    expect(
      inShort('山本一郎さんと森大輔さんが訪れた。', '2人は「また来たい」と口をそろえた。'),
    ).toEqual(['また来たい / direct / 山本一郎、森大輔'])
  })

  test('the next paragraph says whose words a paragraph is', () => {
    expect(inShort('「朝が好きなんです」', 'そう話すのは、店主の山本一郎さん。')).toEqual([
      '朝が好きなんです / direct / 山本一郎',
    ])
  })

  test('a ministry is the one named before', () => {
    expect(inShort('環境省は調査を始めた。', '同省は「結果を待つ」としている。')).toEqual([
      '結果を待つ / document / 環境省',
    ])
  })
})
