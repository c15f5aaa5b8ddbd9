// The demonstration's explainer: its documents, and the Word file in which a newsroom would get it.
import {readFileSync} from 'node:fs'
import {strToU8, zipSync} from 'fflate'

export const ARTICLE = 'article-two-sessions'
const FOLDER = new URL('../../seed/', import.meta.url)

type Fields = Record<string, any> & {_id: string; _type: string}

const documents = readFileSync(new URL('newsroom.ndjson', FOLDER), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Fields)

/** What a newsroom has that the article is new to: sections, topics, and authors without their pictures. */
export const newsroomAround = documents
  .filter(({_type}) => ['section', 'topic', 'author'].includes(_type))
  .map(({portrait: _portrait, ...document}) => document)

const byId = (id: string): Fields => {
  const found = documents.find(({_id}) => _id === id)
  if (!found) throw new Error(`The seed has no ${id}.`)
  return found
}

/** A photo where it is used. */
export interface SeedPhoto {
  caption: string
  creditLine: string
  creator: string | null
  copyrightHolder: string | null
  file: URL
}

/** Words of a speaker. */
export interface SeedQuote {
  text: string
  kind: string
  speakers: {name: string; titleAtTime: string | null; affiliationAtTime: string | null}[]
}

/** A block of the text. */
export type SeedBlock =
  | {kind: 'text'; style: string; spans: {text: string; isItalic: boolean}[]; quotes: SeedQuote[]}
  | {kind: 'photo'; photo: SeedPhoto}
  | {kind: 'pull'; quote: SeedQuote; attribution: string}
  | {kind: 'callToAction'; text: string}

function photoOf({photo, caption}: Fields): SeedPhoto {
  const of = byId(photo._ref)
  const [, file = ''] = /file:\/\/(.+)$/.exec(of['image']._sanityAsset) ?? []
  return {
    caption: caption ?? of['caption'],
    creditLine: of['creditLine'],
    creator: of['creator'] ?? null,
    copyrightHolder: of['copyrightHolder'] ?? null,
    file: new URL(file, FOLDER),
  }
}

function quoteOf(id: string): SeedQuote {
  const {text, kind, speakers} = byId(id)
  return {
    text,
    kind,
    speakers: speakers.map(({source, titleAtTime, affiliationAtTime}: Fields) => ({
      name: byId(source['_ref'])['name'],
      titleAtTime: titleAtTime ?? null,
      affiliationAtTime: affiliationAtTime ?? null,
    })),
  }
}

function blockOf(block: Fields): SeedBlock {
  if (block._type === 'photoUse') return {kind: 'photo', photo: photoOf(block)}
  if (block._type === 'callToAction') return {kind: 'callToAction', text: block['text']}
  if (block._type === 'quoteUse') {
    const {_ref: id} = block['quote']
    return {kind: 'pull', quote: quoteOf(id), attribution: byId(id)['attribution']}
  }
  return {
    kind: 'text',
    style: block['style'],
    spans: block['children'].map(({text, marks}: Fields) => ({
      text,
      isItalic: marks.includes('em'),
    })),
    quotes: block['markDefs']
      .filter(({_type}: Fields) => _type === 'quotation')
      .map(({quote}: Fields) => quoteOf(quote._ref)),
  }
}

const article = byId(ARTICLE)
const author = byId(article['bylines'][0].author._ref)

const body = (article['body'] as Fields[]).map(blockOf)

export const seedArticle = {
  headline: article['headline'] as string,
  dek: article['dek'] as string,
  section: byId(article['section']._ref)['title'] as string,
  author: author['name'] as string,
  bio: author['bio'] as string,
  lead: photoOf(article['leadPhoto']),
  body,
  /** Of the text. */
  photos: body.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])),
  quotes: body.flatMap((block) => (block.kind === 'text' ? block.quotes : [])),
}

/** The article with its pictures, as an office program saves it. */
export function wordFile(): {name: string; mimeType: string; buffer: Buffer} {
  const pictures: URL[] = []
  const withPicture = (photo: SeedPhoto): string => {
    pictures.push(photo.file)
    const id = `rId${pictures.length}`
    return (
      paragraph(
        `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr=""/><a:blip r:embed="${id}"/></wp:inline></w:drawing></w:r>`,
      ) + plain(captionOf(photo))
    )
  }
  const {headline, dek, section, author: name, bio, lead, body} = seedArticle
  const content = [
    plain(section),
    styled('Title', headline),
    styled('Subtitle', dek),
    plain(`By ${name}`),
    withPicture(lead),
    ...body.map((block) => (block.kind === 'photo' ? withPicture(block.photo) : wordBlock(block))),
    plain(bio),
  ].join('')
  const relations = pictures.map((_, index) =>
    relation(`rId${index + 1}`, 'image', `media/${index + 1}.jpg`),
  )
  const file = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': rels(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': xml('document', `<w:body>${content}</w:body>`),
    'word/styles.xml': xml('styles', STYLES.map(styleNamed).join('')),
    'word/_rels/document.xml.rels': rels(...relations),
    ...Object.fromEntries(
      pictures.map((file, index) => [`word/media/${index + 1}.jpg`, readFileSync(file)]),
    ),
  })
  return {
    name: 'two-sessions.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(file),
  }
}

const STYLES = ['Title', 'Subtitle', 'heading 2', 'Intense Quote']
const xml = (name: string, content: string): Uint8Array =>
  strToU8(`<w:${name} xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a">${content}</w:${name}>`)
const rels = (...relations: string[]): Uint8Array =>
  strToU8(`<Relationships>${relations.join('')}</Relationships>`)
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`

export const captionOf = ({caption, creditLine}: SeedPhoto): string => `${caption} (${creditLine})`

function wordBlock(block: Exclude<SeedBlock, {kind: 'photo'}>): string {
  if (block.kind === 'callToAction') return plain(block.text)
  if (block.kind === 'pull')
    return (
      styled('IntenseQuote', `“${block.quote.text}”`) + styled('IntenseQuote', block.attribution)
    )
  const runs = block.spans.map(({text, isItalic}) => run(text, isItalic ? '<w:i/>' : '')).join('')
  return paragraph(runs, block.style === 'h2' ? 'heading2' : '')
}

const paragraph = (content: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`
const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const plain = (text: string): string => paragraph(run(text))
const styled = (style: string, text: string): string => paragraph(run(text), style)
const styleNamed = (name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`
