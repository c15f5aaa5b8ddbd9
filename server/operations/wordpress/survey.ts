// The first pass over an export: everything that posts refer to, and how many posts there are. Texts are not kept, so that
// the memory does not grow with them.
import {
  creditFields,
  plainText,
  type WxrAuthor,
  type WxrItem,
  type WxrSite,
} from '@copydesk/intake/wordpress'
import type {ImportReport} from './report.ts'
import {readExport} from './read-export.ts'

export interface Attachment {
  id: string
  file: string | null
  /** Below wp-content/uploads. */
  path: string | null
  caption: string
  alt: string
  /** Fields that hold a credit. */
  credits: WxrItem['meta']
}

export interface SurveyedAuthor extends WxrAuthor {
  slug: string
  bio: string
  /** Named by a published post. */
  isPublic: boolean
}

export interface SurveyedTerm {
  slug: string
  name: string
  description: string
  id: string | null
  /** The slug of the category above it. */
  parent: string | null
  /** A post has it as its tag or its section. */
  isUsed: boolean
}

export interface Survey {
  site: WxrSite
  posts: number
  /** By the keys of their logins. */
  authors: Map<string, SurveyedAuthor>
  categories: Map<string, SurveyedTerm>
  tags: Map<string, SurveyedTerm>
  /** By ID. */
  attachments: Map<string, Attachment>
  /** IDs of attachments by the paths of their files. */
  files: Map<string, string>
  /** IDs of attachments by the post that they were uploaded for. */
  children: Map<string, string[]>
  /** Texts of reusable blocks by ID. */
  reusable: Map<string, string>
}

/** The path of the front page, without a slash at its end. */
export const basePathOf = ({site}: Survey): string =>
  URL.parse(site.address)?.pathname.replace(/\/+$/, '') ?? ''

/** Whether readers of the site can see a post. */
export const isPublic = ({status, hasPassword}: WxrItem): boolean =>
  status === 'publish' && !hasPassword

/** Whether a post becomes an article. */
export const isArticle = ({type, status}: WxrItem): boolean =>
  type === 'post' && !['trash', 'auto-draft', 'inherit'].includes(status)

/** Reads the file once. What becomes no document is noted. */
export async function surveyExport(
  path: string,
  report: ImportReport,
  onRead: () => void = () => {},
): Promise<Survey> {
  const survey: Omit<Survey, 'site'> = {
    posts: 0,
    authors: new Map(),
    categories: new Map(),
    tags: new Map(),
    attachments: new Map(),
    files: new Map(),
    children: new Map(),
    reusable: new Map(),
  }
  const site = await readExport(path, {
    author: (author) => {
      const key = authorKey(author.login)
      const known = survey.authors.get(key)
      survey.authors.set(key, {...blankAuthor(author), isPublic: known?.isPublic ?? false})
    },
    term: ({domain, ...term}) => {
      const terms = termsOf(survey, domain)
      if (term.slug) terms?.set(term.slug, {...term, name: plainText(term.name), isUsed: false})
    },
    onItem: (item) => {
      addItem(survey, item, report)
      onRead()
    },
  })
  return {site, ...survey}
}

function addItem(survey: Omit<Survey, 'site'>, item: WxrItem, report: ImportReport): void {
  if (item.comments > 0) report.note('comments', undefined, item.comments)
  if (isArticle(item)) addPost(survey, item)
  else if (item.type === 'post') report.note('trash', item.title)
  else if (item.type === 'attachment') addAttachment(survey, item, report)
  else if (item.type === 'wp_block') survey.reusable.set(item.id, item.content)
  else if (item.type === 'guest-author') addGuest(survey, item)
  else if (item.type === 'page') report.note('page', item.address || item.title)
  else report.note('otherType', item.type)
}

function addPost(survey: Omit<Survey, 'site'>, item: WxrItem): void {
  survey.posts += 1
  for (const {key, login, name} of authorsOf(item)) {
    const author = survey.authors.get(key) ?? blankAuthor({id: null, login, name})
    survey.authors.set(key, {...author, isPublic: author.isPublic || isPublic(item)})
  }
  const section = sectionSlugOf(item, survey)
  for (const {domain, slug, name} of item.terms) {
    if (!slug) continue
    const isUsed = domain !== 'category' || slug === section
    const terms = termsOf(survey, domain)
    const known = terms?.get(slug)
    if (known) known.isUsed ||= isUsed
    else
      terms?.set(slug, {
        slug,
        name: plainText(name),
        description: '',
        id: null,
        parent: null,
        isUsed,
      })
  }
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|svg)$/i

function addAttachment(survey: Omit<Survey, 'site'>, item: WxrItem, report: ImportReport): void {
  const {id, file, parent} = item
  const path = metaOf(item, '_wp_attached_file')
  if (!PICTURE.test((path ?? file ?? '').replace(/[?#].*$/, ''))) {
    report.note('notPicture', file ?? item.title)
    return
  }
  survey.attachments.set(id, {
    id,
    file,
    path,
    caption: plainText(item.excerpt),
    alt: plainText(metaOf(item, '_wp_attachment_image_alt') ?? ''),
    credits: creditFields(item.meta),
  })
  const key = fileKeyOf(file)
  if (key) survey.files.set(key, id)
  if (parent) survey.children.set(parent, [...(survey.children.get(parent) ?? []), id])
}

/** Co-Authors Plus stores people without an account as posts. */
function addGuest(survey: Omit<Survey, 'site'>, item: WxrItem): void {
  const login = item.slug.replace(/^cap-/, '')
  const name = plainText(metaOf(item, 'cap-display_name') ?? item.title)
  const known = survey.authors.get(authorKey(login))
  survey.authors.set(authorKey(login), {
    ...blankAuthor({id: null, login, name}),
    bio: plainText(metaOf(item, 'cap-description') ?? ''),
    isPublic: known?.isPublic ?? false,
  })
}

/** An address of sign-in is not made public. */
function blankAuthor(author: WxrAuthor): SurveyedAuthor {
  const name = plainText(author.name)
  const shown = name.includes('@') ? '' : name
  const slug = slugify(author.login.includes('@') ? shown : author.login)
  return {...author, name: shown || slug || 'Author', slug, bio: '', isPublic: false}
}

export const slugify = (text: string): string =>
  text
    .normalize()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')

const termsOf = (
  survey: Omit<Survey, 'site'>,
  domain: string,
): Map<string, SurveyedTerm> | undefined =>
  domain === 'category' ? survey.categories : domain === 'post_tag' ? survey.tags : undefined

/** What is the same for WordPress is the same author: it makes addresses of logins. */
export const authorKey = (login: string): string =>
  login.includes('@') ? login.toLowerCase() : slugify(login) || login

/** The authors of a post. Co-Authors Plus names several as terms. */
export function authorsOf({terms, creator}: WxrItem): {key: string; login: string; name: string}[] {
  const several = terms
    .filter(({domain, slug}) => domain === 'author' && slug)
    .map(({slug, name}) => ({login: slug.replace(/^cap-/, ''), name}))
  const all = several.length > 0 ? several : creator ? [{login: creator, name: creator}] : []
  return all.map((author) => ({...author, key: authorKey(author.login)}))
}

const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category']

/** An article has one section: the main category where a plugin names it, else the first. */
export function sectionSlugOf(
  item: WxrItem,
  {categories}: Pick<Survey, 'categories'>,
): string | null {
  const own = item.terms.filter(({domain, slug}) => domain === 'category' && slug)
  for (const key of PRIMARY) {
    const id = metaOf(item, key)
    const main = id && own.find(({slug}) => categories.get(slug)?.id === id)
    if (main) return main.slug
  }
  return own[0]?.slug ?? null
}

/** A field of a plugin or of WordPress itself; null where it is empty. */
export const metaOf = ({meta}: Pick<WxrItem, 'meta'>, key: string): string | null =>
  meta.find(([name]) => name === key)?.[1].trim() || null

/** The path of a picture's file, whatever its size on the page. */
export function fileKeyOf(address: string | null): string | null {
  const path = address ? URL.parse(address)?.pathname : undefined
  return path ? path.replace(/-\d+x\d+(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '') : null
}
