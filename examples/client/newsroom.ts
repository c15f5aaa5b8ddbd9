// Reads a newsroom with Sanity's client and typed queries. Usage: node newsroom.ts [slug]
import {createClient} from '@sanity/client'
import {ARTICLE_QUERY, LATEST_QUERY} from './queries.ts'
import type {ARTICLE_QUERY_RESULT} from './sanity.types.ts'

const client = createClient({
  projectId: 'copydesk',
  dataset: 'production',
  apiVersion: '2025-02-19',
  apiHost: process.env['LAKE'] ?? 'http://127.0.0.1:3333',
  useProjectHostname: false, // the lake has one address, without the project before it
  useCdn: false,
  perspective: 'published',
})

type Article = NonNullable<ARTICLE_QUERY_RESULT>
type PhotoUse = NonNullable<Article['leadPhoto']>
type Member = NonNullable<Article['body']>[number]
type Quote = NonNullable<Extract<Member, {_type: 'quoteUse'}>['quote']>

/** The caption of the place, else the photo's; the credit is always the photo's. */
function photoLines({caption, photo}: PhotoUse): string {
  const url = photo?.image?.asset?.url ?? ''
  return `[${caption ?? photo?.caption ?? ''} Photo: ${photo?.creditLine ?? ''}]\n${url}?w=800`
}

function quoteLines({kind, text, attribution, speakers}: Quote): string {
  const people = speakers?.map(({name, titleAtTime, affiliationAtTime}) =>
    [name, titleAtTime, affiliationAtTime].filter(Boolean).join(', '),
  )
  const words = kind === 'paraphrase' ? (text ?? '') : `“${text ?? ''}”`
  return `> ${words}\n> — ${people?.join('; ') || (attribution ?? '')}`
}

/** `_type` tells the compiler which fields a member has. */
function memberLines(member: Member): string | null {
  switch (member._type) {
    case 'block': {
      const text = (member.children ?? []).map((span) => span.text ?? '').join('')
      return member.style === 'h2' ? `## ${text}` : text
    }
    case 'photoUse':
      return photoLines(member)
    case 'quoteUse':
      return member.quote && quoteLines(member.quote)
    default:
      return null
  }
}

function articleLines({headline, dek, authors, leadPhoto, body}: Article): string {
  const by = `By ${(authors ?? []).join(', ')}`
  const lead = leadPhoto ? [photoLines(leadPhoto)] : []
  const text = (body ?? []).map(memberLines)
  return [headline, dek, by, ...lead, ...text].filter(Boolean).join('\n\n')
}

const [slug] = process.argv.slice(2)
if (slug === undefined) {
  // The types of these answers come from the queries themselves: there is nothing to name here.
  for (const {headline, section, slug: address} of await client.fetch(LATEST_QUERY)) {
    console.log(`${headline} (${section})\n  node newsroom.ts ${address}`)
  }
} else {
  const article = await client.fetch(ARTICLE_QUERY, {slug})
  if (article) {
    console.log(articleLines(article))
  } else {
    console.error(`Nothing is published at ${slug}.`)
    process.exitCode = 1
  }
}
