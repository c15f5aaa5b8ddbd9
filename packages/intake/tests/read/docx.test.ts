// Word files become lines.
import {strToU8} from 'fflate'
import {describe, expect, test} from 'vitest'
import type {Line} from '../../src/lines.ts'
import {docx, type DocxParts, DOT, linesOf, paragraph, readingOf, run, textsOf} from './support.ts'

const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const styled = (id: string, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="${id}"/>`)
const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`
const picture = (id: string): string =>
  `<w:drawing><wp:inline><wp:docPr id="1" descr="A boat"/><a:blip r:embed="${id}"/></wp:inline></w:drawing>`
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
const box = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`

const TEXTS: [name: string, body: string, texts: string[]][] = [
  [
    'runs that are split within words',
    paragraph(run('Har') + run('bor ') + run(' closed')),
    ['Harbor closed'],
  ],
  [
    'line breaks and tabs',
    paragraph('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>'),
    ['One', 'two three'],
  ],
  ['empty paragraphs', paragraph('') + paragraph(run('One')) + '<w:p/>', ['One']],
  [
    'hyphens that keep or part words',
    paragraph(
      '<w:r><w:t>Lee</w:t><w:noBreakHyphen/><w:t>Hanna Water</w:t><w:softHyphen/><w:t>ways</w:t></w:r>',
    ),
    ['Lee-Hanna Waterways'],
  ],
  [
    'symbols',
    paragraph(
      '<w:r><w:sym w:font="Symbol" w:char="F0AE"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Arial" w:char="F041"/><w:sym w:font="Arial" w:char="20AC"/></w:r>',
    ),
    ['→✓A€'],
  ],
  ['formulas', paragraph('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>'), ['x=1']],
  [
    'how a word is read',
    paragraph(
      `<w:r><w:ruby><w:rt>${run('なだしま')}</w:rt><w:rubyBase>${run('灘島')}</w:rubyBase></w:ruby></w:r>`,
    ),
    ['灘島（なだしま）'],
  ],
  [
    'tracked changes as accepted',
    paragraph(
      `${run('A ')}<w:del w:id="1"><w:r><w:delText>bad </w:delText></w:r></w:del><w:ins w:id="2">${run('good ')}</w:ins><w:moveFrom>${run('old')}</w:moveFrom><w:moveTo>${run('new')}</w:moveTo>`,
    ),
    ['A good new'],
  ],
  [
    'a paragraph whose end was deleted',
    paragraph(run('One '), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('two')),
    ['One two'],
  ],
  ['hidden text', paragraph(run('One') + run(' two', '<w:vanish/>')), ['One']],
  [
    'comments',
    paragraph(
      `${run('One')}<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ),
    ['One'],
  ],
  [
    'the result of a field',
    paragraph(
      `${field('begin')}${code(' DATE ')}${field('separate')}${run('3 May')}${field('end')}<w:fldSimple w:instr="PAGE">${run(' 7')}</w:fldSimple>`,
    ),
    ['3 May 7'],
  ],
  [
    'a field within the code of a field',
    paragraph(
      `${field('begin')}${code('IF ')}${field('begin')}${code('X')}${field('separate')}${run('bad')}${field('end')}${field('separate')}${run('good')}${field('end')}`,
    ),
    ['good'],
  ],
  [
    'content controls, but not their hints',
    `<w:sdt><w:sdtContent>${paragraph(run('One'))}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Click here'))}</w:sdtContent></w:sdt>`,
    ['One'],
  ],
  [
    'a box that is there for two versions of Word',
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(paragraph(run('Box')))}</mc:Choice><mc:Fallback><w:pict>${box(paragraph(run('Box')))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Around')}`,
    ),
    ['Around', 'Box'],
  ],
  [
    'what only the older version has',
    paragraph(
      `<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${box(paragraph(run('Box')))}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['Box'],
  ],
  [
    'rows that were not deleted',
    `<w:tbl><w:tr><w:tc>${paragraph(run('A'))}</w:tc><w:tc>${paragraph(run('B'))}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${paragraph(run('C'))}</w:tc></w:tr></w:tbl>`,
    ['A\tB'],
  ],
  [
    'separators',
    paragraph(run('One')) + paragraph(run('* * *')) + paragraph(run('Two')),
    ['One', 'Two'],
  ],
]

test.each(TEXTS)('reads %s', async (_name, body, texts) => {
  expect(await textsOf(docx({body}))).toEqual(texts)
})

const LOOKS: [name: string, parts: DocxParts, lines: Partial<Line>[]][] = [
  [
    'bold that is switched off',
    {
      body: paragraph(
        run('One', '<w:b/>') + run(' two', '<w:b w:val="false"/>') + run(' three', '<w:i/>'),
      ),
    },
    [
      {
        text: 'One two three',
        marks: [
          {from: 0, to: 3, kind: 'strong'},
          {from: 8, to: 13, kind: 'em'},
        ],
      },
    ],
  ],
  [
    'sizes, as half points',
    {body: paragraph(run('Title', '<w:b/><w:sz w:val="32"/>'))},
    [{text: 'Title', isBold: true, size: 16, marks: [{from: 0, to: 5, kind: 'strong'}]}],
  ],
  [
    'what a style inherits',
    {
      styles: `<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>${style('A', 'Base', '<w:rPr><w:i/><w:sz w:val="28"/></w:rPr>')}${style('B', 'Own', '<w:basedOn w:val="A"/><w:rPr><w:i w:val="0"/></w:rPr>')}`,
      body: styled('B', 'One') + paragraph(run('Two')),
    },
    [
      {text: 'One', size: 14},
      {text: 'Two', size: 11},
    ],
  ],
  [
    'styles in a circle',
    {
      styles: style('A', 'X', '<w:basedOn w:val="B"/>') + style('B', 'Y', '<w:basedOn w:val="A"/>'),
      body: styled('A', 'One'),
    },
    [{text: 'One'}],
  ],
  [
    'headings by their names, their level and their base',
    {
      styles: `${style('berschrift2', 'heading 2')}${style('X', 'Zwischentitel', '<w:basedOn w:val="berschrift2"/>')}${style('Y', 'Own', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')}${style('Z', 'Body', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}`,
      body:
        styled('berschrift2', 'A') +
        styled('X', 'B') +
        styled('Y', 'C') +
        styled('Z', 'D') +
        styled('Titre1', 'E'),
    },
    [
      {text: 'A', heading: 2},
      {text: 'B', heading: 2},
      {text: 'C', heading: 3},
      {text: 'D'},
      {text: 'E', heading: 1},
    ],
  ],
  [
    'the parts that styles name',
    {
      styles: `${style('a', 'Title')}${style('b', 'Untertitel')}${style('c', 'Quote')}${style('d', 'Intense Quote')}${style('e', 'Byline')}`,
      body: ['a', 'b', 'c', 'd', 'e'].map((id) => styled(id, id)).join(''),
    },
    [
      {text: 'a', heading: 1, hint: 'headline'},
      {text: 'b', hint: 'dek'},
      {text: 'c', hint: 'blockquote'},
      {text: 'd', hint: 'pullQuote'},
      {text: 'e', hint: 'byline'},
    ],
  ],
  [
    'lists by their numbering',
    {
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>',
      body: ['5', '6', '0']
        .map((id) =>
          paragraph(run(id), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`),
        )
        .join(''),
    },
    [{text: '5', list: 'bullet'}, {text: '6', list: 'number'}, {text: '0'}],
  ],
  [
    'an indented paragraph as a quotation',
    {
      body:
        paragraph(run('She said'), '<w:ind w:left="720"/>') +
        paragraph(run('One')) +
        paragraph(run('Two')),
    },
    [{text: 'She said', hint: 'blockquote'}, {text: 'One'}, {text: 'Two'}],
  ],
  [
    'links',
    {
      relations: relation('rId1', 'hyperlink', 'https://a.example/', 'External'),
      body: paragraph(
        `<w:hyperlink r:id="rId1">${run('One')}</w:hyperlink>${run(' ')}${field('begin')}${code(' HYPERLINK "https://b.example/" ')}${field('separate')}${run('two')}${field('end')}<w:hyperlink w:anchor="x">${run(' three')}</w:hyperlink>`,
      ),
    },
    [
      {
        text: 'One two three',
        marks: [
          {from: 0, to: 3, kind: 'link', href: 'https://a.example/'},
          {from: 4, to: 7, kind: 'link', href: 'https://b.example/'},
        ],
      },
    ],
  ],
  [
    'notes behind the text, in its order',
    {
      footnotes: `<w:footnote w:id="-1">${paragraph(run('---'))}</w:footnote><w:footnote w:id="1">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' First')}`)}</w:footnote><w:footnote w:id="2">${paragraph(run('Second'))}</w:footnote>`,
      body: paragraph(
        `${run('One')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' two')}<w:r><w:footnoteReference w:id="1"/></w:r>`,
      ),
    },
    [{text: 'One two'}, {text: 'Second'}, {text: 'First'}],
  ],
  [
    'bullets that were typed',
    {body: paragraph(run('- ') + run('One')) + paragraph('') + paragraph(run('- Two'))},
    [
      {text: 'One', list: 'bullet'},
      {text: 'Two', list: 'bullet'},
    ],
  ],
]

test.each(LOOKS)('finds %s', async (_name, parts, lines) => {
  expect(await linesOf(docx(parts))).toEqual(lines)
})

describe('a picture', () => {
  const files = {'word/media/image1.png': DOT}
  const relations =
    relation('rId1', 'image', 'media/image1.png') +
    relation('rId2', 'image', 'https://a.example/b.jpg', 'External') +
    relation('rId3', 'image', 'media/missing.png')

  test('comes with its bytes and its caption', async () => {
    const body =
      paragraph(`<w:r>${picture('rId1')}</w:r>`) +
      styled('Caption', 'A boat') +
      paragraph(run('Text'))
    const reading = await readingOf(docx({body, relations, files}))
    expect(reading.pictures).toEqual([
      {bytes: DOT, mediaType: 'image/png', fileName: 'image1.png', address: null, alt: 'A boat'},
    ])
    expect(await linesOf(docx({body, relations, files}))).toEqual([
      {text: '', picture: 0, figure: 1},
      {text: 'A boat', hint: 'caption', figure: 1},
      {text: 'Text'},
    ])
  })

  test('of the web is noted and not fetched', async () => {
    const body = paragraph(`<w:r>${picture('rId2')}</w:r>${run('Text')}`)
    const {pictures} = await readingOf(docx({body, relations}))
    expect(pictures).toEqual([
      {
        bytes: null,
        mediaType: null,
        fileName: 'b.jpg',
        address: 'https://a.example/b.jpg',
        alt: 'A boat',
      },
    ])
  })

  test('of an older Word is read, and one that is missing is not', async () => {
    const old = `<w:r><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict>${picture('rId3')}</w:r>`
    const {pictures} = await readingOf(docx({body: paragraph(old), relations, files}))
    expect(pictures).toHaveLength(1)
  })

  test('in a box has the number of the box', async () => {
    const inside = paragraph(`<w:r>${picture('rId1')}</w:r>`) + paragraph(run('A boat'))
    const body = paragraph(`<w:r><w:pict>${box(inside)}</w:pict></w:r>${run('Text')}`)
    expect(await linesOf(docx({body, relations, files}))).toEqual([
      {text: 'Text'},
      {text: '', picture: 0, figure: 1},
      {text: 'A boat', figure: 1},
    ])
  })
})

test('takes language and title from the file, but no name that a program gives', async () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>'
  const of = async (text: string, title: string): Promise<(string | null)[]> => {
    const parts = {body: paragraph(run(text)), styles, core: `<dc:title>${title}</dc:title>`}
    const {format, language, title: found} = await readingOf(docx(parts))
    return [format, language, found]
  }
  expect(await of('Hafen', 'Der Hafen')).toEqual(['docx', 'de-DE', 'Der Hafen'])
  expect(await of('海', 'Document1')).toEqual(['docx', 'ja-JP', null])
})

test('opens a file whose main part has another name', async () => {
  const rels = `<Relationships>${relation('rId1', 'officeDocument', '/word/document2.xml')}</Relationships>`
  const file = docx({
    body: paragraph(run('Bad')),
    files: {
      '_rels/.rels': strToU8(rels),
      'word/document2.xml': strToU8(
        `<w:document><w:body>${paragraph(run('Good'))}</w:body></w:document>`,
      ),
    },
  })
  expect(await textsOf(file)).toEqual(['Good'])
})
