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

describe('where people belong', () => {
  test.each([
    [
      '丘の上に小さな博物館がある。「石ころの館」。館長の江波サトルさんは「石は黙っているようで、よくしゃべる」と話す。',
      '江波サトル/館長/石ころの館',
    ],
    [
      '商店街のはずれに、こぢんまりとした工房がある。「つむぎ舎」だ。代表の三枝ノアさんは「糸は正直です」と笑う。',
      '三枝ノア/代表/つむぎ舎',
    ],
    [
      '新しい水族館「うみのとびら」が来月、開く。¶館長の江波聡さんは「魚より先に、人が泳ぐ」と話す。',
      '江波聡/館長/うみのとびら',
    ],
    [
      '浜野市の介護施設「ひなたの丘」では、犬が働く。施設長の江波聡さんは「薬より効きます」と話す。',
      '江波聡/施設長/ひなたの丘',
    ],
    [
      '電動車いすを開発したのは、社員６人のスタートアップ、ミチビキ。代表取締役の三枝ノアさんは「道は選べます」と話す。',
      '三枝ノア/代表取締役/ミチビキ',
    ],
    [
      '仕掛けたのはＩＴベンチャーのソラノテだ。創業者の三枝ノアさんは「空から見れば簡単です」と話す。',
      '三枝ノア/創業者/ソラノテ',
    ],
    [
      '浜野市にある県立浜野農業試験場で、米の新品種が生まれた。三枝健場長は「暑さに負けない」と胸を張る。',
      '三枝健/場長/県立浜野農業試験場',
    ],
    [
      '浜野保健所は１２日、食中毒と発表した。三枝健所長は「手洗いを徹底してほしい」と話した。',
      '三枝健/所長/浜野保健所',
    ],
    [
      '浜野町のすみれ診療所が来月、閉じる。三枝健所長は「患者に申し訳ない」と話した。',
      '三枝健/所長/すみれ診療所',
    ],
    [
      '機械部品のトキワ精工（浜野市、江波聡社長）は１２日、新工場を公開した。江波社長は「人は減らさない」と述べた。',
      '江波聡/社長/トキワ精工',
    ],
    [
      '傘の修理を手がけるアマノ（本社・浜野市）が駅に進出する。三枝ノア代表は「捨てるより早い」と話す。',
      '三枝ノア/代表/アマノ',
    ],
    ['三枝ノアさん（NPO法人「やまびこ」代表）は「一人にしない」と話す。', '三枝ノア/代表/やまびこ'],
    ['江波聡・浜野商工会議所会頭は「声が届いていない」と話す。', '江波聡/会頭/浜野商工会議所'],
    [
      '一般社団法人まちの灯の理事長を務める江波聡さんは「灯は消さない」と話す。',
      '江波聡/理事長/一般社団法人まちの灯',
    ],
    [
      '出資するこもれび銀行の担当部長、江波聡さんは「回収は急がない」と話す。',
      '江波聡/担当部長/こもれび銀行',
    ],
    [
      '市内のひまわり保育園の江波聡子園長は「散歩が日課です」と話す。',
      '江波聡子/園長/ひまわり保育園',
    ],
    ['市子ども家庭課の江波聡課長は「人手が足りない」と話す。', '江波聡/課長/市子ども家庭課'],
    [
      '浜野市まちづくり推進課の江波聡課長は「人手が足りない」と話す。',
      '江波聡/課長/浜野市まちづくり推進課',
    ],
    [
      '同大の研究所が調べた。開発を率いた浜野大学の江波聡教授が語る。同大学の三枝健准教授は「まだ途中だ」と話す。',
      '三枝健/准教授/浜野大学',
    ],
    [
      'デザイン事務所オトノハの代表で建築家の三枝ノアさんは「音を先に描く」と話す。',
      '三枝ノア/代表/オトノハ',
    ],
    ['浜野町の会社員、三枝健さん（３４）は「助かる」と話す。', '三枝健/会社員/'],
    ['元小学校教諭の三枝ノアさん（７４）は「助かる」と話す。', '三枝ノア/元小学校教諭/'],
    ['浜野高校３年の三枝健さんは「助かる」と話す。', '三枝健//浜野高校'],
    ['三枝ノアさん（３４）＝会社員＝は「助かる」と話す。', '三枝ノア/会社員/'],
    [
      '浜野県立病院は１２日、休止を発表した。江波聡子知事は「苦渋の決断だ」と述べた。',
      '江波聡子/知事/浜野県',
    ],
    ['小室千夏さん（３１）は列に並んだ。夫の健さん（３４）は「寒い」と話した。', '小室健//'],
    [
      '店の名は、まだ決まっていない。県立浜野高校の生徒が集まった。二年の江波そらさん（一七）は「足が震えた」と話した。',
      '江波そら//県立浜野高校',
    ],
    [
      '浜野座の本公演が開かれた。「手が震えました」。江波聡さん（六八）は言った。座長になって二十年。',
      '江波聡/座長/浜野座',
    ],
    [
      '案内したのは姉の江波ノアさんだ。隣町で働く大工で、釘の本数を数えた。江波ノアさんは「床が抜けるぞ」と言った。',
      '江波ノア/大工/',
    ],
    [
      'ミツワ商事（浜野市）は、荷揚げを見送った。江波聡物流部長は「値をつけられない」と話す。',
      '江波聡/物流部長/ミツワ商事',
    ],
    [
      '町立浜野小では、児童が鈴を付ける。江波聡教頭は「鈴だけでは足りない」と話す。',
      '江波聡/教頭/町立浜野小',
    ],
    [
      '江波聡さんが勤める県立浜野高校では、生徒が集まる。江波さんは「紙は急がない」と話す。',
      '江波聡//県立浜野高校',
    ],
    ['浜野水道局の江波聡・管路課長は「基準に沿っていた」と話す。', '江波聡/管路課長/浜野水道局'],
  ])('%s', (text, expected) => {
    const quotes = japaneseQuotes([{block: 0, text, isHeading: false}], japaneseRules)
    const found = quotes
      .at(-1)
      ?.speakers.map(({name, title, affiliation}) =>
        [name, title, affiliation].map((part) => part ?? '').join('/'),
      )
    expect(found).toEqual([expected])
  })
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
    [
      'a regular without the hearsay',
      '週に３度は来るという常連の女性は「温かい」と教えてくれた。',
      '温かい / direct / 常連の女性',
    ],
    [
      'a man without the reason for anonymity',
      '匿名を条件に取材に応じた元役員は「社内では反対だった」と話す。',
      '社内では反対だった / direct / 元役員',
    ],
    [
      'an office that was asked',
      '浜野保健所に問い合わせると、「許可の範囲内です」と回答があった。',
      '許可の範囲内です / document / 浜野保健所',
    ],
    [
      'a topic that is no place of the words',
      '江波聡市長は会見した。資料については「寝耳に水だ」と述べた。',
      '寝耳に水だ / direct / 江波聡',
    ],
    [
      'somebody in a letter',
      '地元の小学生が新聞に寄せた投書だった。「音をはじめて聞きました」。祖父は駅員だったという。',
      '音をはじめて聞きました / document / 地元の小学生',
    ],
    [
      'a passive with another particle',
      '祖父にも「お前は座って働く仕事をしろ」と言われた。',
      'お前は座って働く仕事をしろ / direct / 祖父',
    ],
    [
      'a report that the sentence before names',
      '浜野検討会は昨年、報告書をまとめた。そこには「先送りは負担を招く」との一文がある。',
      '先送りは負担を招く / document / 浜野検討会',
    ],
    [
      'an answer of an institution',
      '浜野文化財課の回答は「検討に時間を要する」。',
      '検討に時間を要する / document / 浜野文化財課',
    ],
    [
      'a suspect of whom the police tell',
      '浜野署は元店員の江波聡容疑者（４４）を逮捕した。捜査関係者によると、「返すつもりだった」と供述している。',
      '返すつもりだった / direct / 江波聡',
    ],
    [
      'a driver named by the trade',
      '運転手の男性（５８）は、夜に働く。「休んだら食えない」。',
      '休んだら食えない / direct / 運転手の男性',
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
