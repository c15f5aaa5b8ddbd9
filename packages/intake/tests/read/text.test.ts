// Plain text becomes lines.
import {describe, expect, test} from 'vitest'
import type {Line} from '../../src/lines.ts'
import {linesOf, textsOf} from './support.ts'

const CHARACTERS: [name: string, source: string, texts: string[]][] = [
  ['line ends of Windows and of old Macs', 'One\r\nTwo\rThree', ['One', 'Two', 'Three']],
  ['tabs and several spaces within a line', 'One\t two   three ', ['One two three']],
  ['a soft hyphen', 'Water\u00ADways', ['Waterways']],
  ['characters without width', '\uFEFFZero\u200Bwidth\u2060s', ['Zerowidths']],
  ['characters that control a printer', 'A\u0007 bell\u0000', ['A bell']],
  ['a joiner within an emoji', 'The 👩‍🚒 came', ['The 👩‍🚒 came']],
  [
    'French spaces before punctuation',
    'Quoi\u202F? «\u00A0Rien\u00A0»\u00A0; bon',
    ['Quoi ? « Rien » ; bon'],
  ],
  ['a wide space within Japanese', '今日　晴れ', ['今日　晴れ']],
  ['a wide space before Japanese', '　今日は晴れ', ['今日は晴れ']],
  ['a wide space in a Latin text', 'One\u3000two', ['One two']],
  ['a hyphen that keeps a name together', 'Dee Lee\u2011Hanna', ['Dee Lee-Hanna']],
  ['a line break of Word', 'One\vTwo', ['One', 'Two']],
  [
    'lines of nothing but ornaments',
    'One\n\n* * *\n\nTwo\n\n___\n\nThree',
    ['One', 'Two', 'Three'],
  ],
]

test.each(CHARACTERS)('reads %s', async (_name, source, texts) => {
  expect(await textsOf(source)).toEqual(texts)
})

const GROUPS: [name: string, source: string, lines: Partial<Line>[]][] = [
  [
    'a line directly below another one is in its group',
    'Headline\n\nBy Ann\nReporter\n\nText',
    [{text: 'Headline'}, {text: 'By Ann'}, {text: 'Reporter', startsGroup: false}, {text: 'Text'}],
  ],
  [
    'without blank lines, each line is a group',
    'Headline\nBy Ann\nText',
    [{text: 'Headline'}, {text: 'By Ann'}, {text: 'Text'}],
  ],
  [
    'a wide space begins a paragraph',
    '見出し\n\n本文\n　次の段落',
    [{text: '見出し'}, {text: '本文'}, {text: '次の段落'}],
  ],
  [
    'long lines are paragraphs, also without blank lines between them',
    `Title\n\n${'One sentence. '.repeat(9)}\n${'Two sentences. '.repeat(9)}\nA credit`,
    [
      {text: 'Title'},
      {text: 'One sentence. '.repeat(9).trim()},
      {text: 'Two sentences. '.repeat(9).trim()},
      {text: 'A credit', startsGroup: false},
    ],
  ],
  [
    'rows with tabs are a table',
    'Look:\n\nDate\tWaiting\nJanuary\t388\n\nText',
    [
      {text: 'Look:'},
      {text: 'Date\tWaiting', figure: 1},
      {text: 'January\t388', figure: 1},
      {text: 'Text'},
    ],
  ],
  [
    'an empty cell keeps its column',
    'A\tB\tC\n1\t\t3',
    [
      {text: 'A\tB\tC', figure: 1},
      {text: '1\t\t3', figure: 1},
    ],
  ],
  ['a single line with a tab is not a table', 'Author:\tAnn', [{text: 'Author: Ann'}]],
  [
    'an indented post is a quotation',
    'Headline\nA first sentence.\nShe wrote:\n    The dog got a bed.\n    @mark, 3 May\nThe end.',
    [
      {text: 'Headline'},
      {text: 'A first sentence.'},
      {text: 'She wrote:'},
      {text: 'The dog got a bed.', hint: 'blockquote'},
      {text: '@mark, 3 May', hint: 'blockquote', startsGroup: false},
      {text: 'The end.'},
    ],
  ],
  [
    'where all paragraphs are indented, none is a quotation',
    'Headline\n\n    One.\n\n    Two.\n\n    Three.',
    [{text: 'Headline'}, {text: 'One.'}, {text: 'Two.'}, {text: 'Three.'}],
  ],
  [
    'a line behind > is a quotation',
    'She wrote:\n\n> One.\n> Two.\n\nThe end.',
    [
      {text: 'She wrote:'},
      {text: 'One.', hint: 'blockquote'},
      {text: 'Two.', hint: 'blockquote', startsGroup: false},
      {text: 'The end.'},
    ],
  ],
  [
    'headings as in Markdown',
    '# Title\n\n## Part\n\n#hashtag',
    [{text: 'Title', heading: 1}, {text: 'Part', heading: 2}, {text: '#hashtag'}],
  ],
]

test.each(GROUPS)('%s', async (_name, source, lines) => {
  expect(await linesOf(source)).toEqual(lines)
})

const bullet = (text: string): Partial<Line> => ({text, list: 'bullet', startsGroup: false})
const plain = (text: string): Partial<Line> => ({text, startsGroup: false})

const ORNAMENTS: [name: string, source: string, lines: Partial<Line>[]][] = [
  ['bullets', '•One\n・Two', [bullet('One'), bullet('Two')]],
  ['hyphens', '- der Tanker\n- die Fähre', [bullet('der Tanker'), bullet('die Fähre')]],
  ['asterisks', '* Shares fall\n* Exports stop', [bullet('Shares fall'), bullet('Exports stop')]],
  [
    'dashes of a French list',
    '– poser des compteurs ;\n– relever le prix.',
    [bullet('poser des compteurs ;'), bullet('relever le prix.')],
  ],
  [
    'dashes of a dialogue',
    '– Tu viens ?\n– Oui, bien sûr.',
    [plain('– Tu viens ?'), plain('– Oui, bien sûr.')],
  ],
  ['a dash of Spanish speech', '—Llevo tres —dijo.', [plain('—Llevo tres —dijo.')]],
  ['a note behind one asterisk', '* Name changed', [plain('* Name changed')]],
  [
    'numbers in their order',
    '1. Eins\n2. Zwei',
    [
      {...plain('Eins'), list: 'number'},
      {...plain('Zwei'), list: 'number'},
    ],
  ],
  ['a number that is the only one', '1. Mai ist Feiertag', [plain('1. Mai ist Feiertag')]],
  ['a year', '2024. The year began', [plain('2024. The year began')]],
  [
    'Japanese numbers',
    '①海\n②山',
    [
      {...plain('海'), list: 'number'},
      {...plain('山'), list: 'number'},
    ],
  ],
  ['a square before a short line', '■防衛費は増額へ', [{...plain('防衛費は増額へ'), heading: 2}]],
  ['a square before a sentence', '■防衛費は増額された。', [plain('■防衛費は増額された。')]],
  ['squares one below the other', '►One\n►Two', [bullet('One'), bullet('Two')]],
]

test.each(ORNAMENTS)('reads %s', async (_name, source, lines) => {
  expect((await linesOf(`Above\n\nBefore\n${source}\n\nBelow`)).slice(2, -1)).toEqual(lines)
})

/** The lines of a text as a program breaks it. */
function broken(text: string, width = 70): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trimStart()
    if (line.length <= width) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}

const FIRST =
  'A retired surveyor has been charged with selling a footbridge that he did not own to four different scrap dealers, court documents show. Two of them have asked for their money back, and one has not.'
const SECOND =
  'The county says that it owns the bridge. A deed of 1871 suggests that it belongs to the heirs of the last tollkeeper. They were in the public gallery and did not speak to the reporters.'
const THIRD =
  'The judge asked both sides to sit down. She said that she had walked across the bridge when she was a child, and that she would like to know at last whose it is.'

describe('a text with broken lines', () => {
  const WRAPPED = [
    'Man accused of selling a bridge',
    '',
    'A retired surveyor has been charged with selling a footbridge he did',
    'not own to four different scrap dealers, court documents show. Two of',
    'them have asked for their money back.',
    '',
    'The county says that it owns the bridge. A deed of 1871 suggests that',
    'it belongs to the heirs of the last tollkeeper.',
    '- the first of the two heirs in the list that the court has published',
    '  this week',
    '- the second',
  ]

  test('is joined to paragraphs', async () => {
    expect(await linesOf(WRAPPED.join('\n'))).toEqual([
      {text: 'Man accused of selling a bridge'},
      {
        text: 'A retired surveyor has been charged with selling a footbridge he did not own to four different scrap dealers, court documents show. Two of them have asked for their money back.',
      },
      {
        text: 'The county says that it owns the bridge. A deed of 1871 suggests that it belongs to the heirs of the last tollkeeper.',
      },
      bullet('the first of the two heirs in the list that the court has published this week'),
      bullet('the second'),
    ])
  })

  test('goes on with a dash within a sentence', async () => {
    const end = [
      'The heirs of the last tollkeeper say that they will keep the footbridge',
      '– or sell it',
    ]
    expect((await textsOf([...WRAPPED, '', ...end].join('\n'))).at(-1)).toBe(end.join(' '))
  })

  test('keeps short lines that nobody had to break', async () => {
    const source = [...WRAPPED, '', 'By Abel Crane', 'The Record'].join('\n')
    expect((await textsOf(source)).slice(-2)).toEqual(['By Abel Crane', 'The Record'])
  })

  test('without blank lines ends a paragraph at a short line', async () => {
    const lines = ['Headline', ...broken(FIRST), ...broken(SECOND), ...broken(THIRD)]
    expect(await textsOf(lines.join('\n'))).toEqual(['Headline', FIRST, SECOND, THIRD])
  })

  test('has no spaces where Japanese lines were broken', async () => {
    const text =
      '海沿いの町で今年も祭りが開かれ、近くの村から大勢の人が集まった。港では漁師たちが船を飾り、子どもたちが歌を歌った。夜には花火も上がり、祭りは夜遅くまで続いたという。'
    const lines = text.match(/.{1,20}/gu)!
    expect(await textsOf(['見出し', '', ...lines].join('\n'))).toEqual(['見出し', text])
  })

  const HYPHENS: [name: string, end: string, start: string, joined: string][] = [
    ['a parted word', 'every fisher-', 'man', 'every fisherman'],
    ['a parted word with a soft hyphen', 'every steers\u00AD', 'man', 'every steersman'],
    ['a compound', 'the 19th-', 'century', 'the 19th-century'],
    ['two German words', 'die Ein-', 'und', 'die Ein- und'],
    ['a name', 'with Dee Lee-', 'Hanna', 'with Dee Lee-Hanna'],
  ]

  test.each(HYPHENS)('joins %s', async (_name, end, start, joined) => {
    const before = 'Nobody in the village knew who had been there '.padEnd(60 - end.length, 'x')
    const source = [
      `${before} ${end}`,
      ...broken(`${start} and a fisherman ${FIRST}`, 62),
      '',
      SECOND.slice(0, 40),
    ]
    expect((await textsOf(source.join('\n')))[0]).toContain(joined)
  })

  test('has its page numbers and running heads aside', async () => {
    const pages = [FIRST, `${SECOND} ${THIRD}`, THIRD].map((text) => broken(text))
    // The second page ends within a sentence.
    pages[2]!.unshift(...pages[1]!.splice(4))
    const source = pages.map((page, index) =>
      ['THE RECORD', '', ...page, '', `- ${index + 1} -`].join('\n'),
    )
    const lines = await linesOf(source.join('\f'))
    const furniture = lines.filter(({hint}) => hint === 'furniture').map(({text}) => text)
    expect(furniture).toEqual(['- 1 -', 'THE RECORD', '- 2 -', 'THE RECORD', '- 3 -'])
    expect(lines.filter(({hint}) => !hint).map(({text}) => text)).toEqual([
      'THE RECORD',
      FIRST,
      `${SECOND} ${THIRD}`,
      THIRD,
    ])
  })

  test('may have lines of different lengths, without blank lines between the paragraphs', async () => {
    const lines = [
      'Harbour closed',
      'The harbour has been closed since Monday, and nobody in the village can',
      'say for certain when it will open again, although the',
      'harbourmaster has promised an announcement before the weekend. Fisher-',
      'men stand on the quay.',
      '“We have never seen anything like it,” said Henrike Solbach,',
      'a spokeswoman of the authority, who had come from the capital in',
      'the morning.',
    ]
    expect(await textsOf(lines.join('\n'))).toEqual([
      'Harbour closed',
      'The harbour has been closed since Monday, and nobody in the village can say for certain when it will open again, although the harbourmaster has promised an announcement before the weekend. Fishermen stand on the quay.',
      '“We have never seen anything like it,” said Henrike Solbach, a spokeswoman of the authority, who had come from the capital in the morning.',
    ])
  })

  test('is left as it is if its lines are paragraphs', async () => {
    const source = [
      'Harbour closed',
      'The harbour of Port Aldon has been closed since Monday.',
      'Nobody knows why.',
      'It may open on Friday, said the harbour master.',
      'Ships wait outside, and there are more of them each day.',
    ]
    expect(await textsOf(source.join('\n'))).toEqual(source)
  })
})

test('joins the body of wire copy below a head of short lines, which stay apart', async () => {
  const head = ['KW1187 4 int 0231', 'URGENT', 'Keywords: bridge, court', 'With photo', 'KW/ab']
  const editors = ['Eds: Updates throughout, with the judge and both of the sellers.', 'EMBARGOED']
  const title = ['Man accused of selling a bridge', 'that he did not own']
  const source = [...head, ...editors, '', ...title, '', ...broken(FIRST), '', ...broken(THIRD)]
  expect(await textsOf(source.join('\n'))).toEqual([...head, ...editors, ...title, FIRST, THIRD])
})
