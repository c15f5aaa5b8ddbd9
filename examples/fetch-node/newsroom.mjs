// Reads a newsroom with nothing but fetch. Usage: node newsroom.mjs [slug]
const LAKE = process.env.LAKE ?? 'http://127.0.0.1:3333'

/** Ends with a word to who started it, and no list of calls. */
function stop(why) {
  console.error(why)
  process.exit(1)
}

/** Asks a question in GROQ. Parameters are values and hold JSON, so that nothing needs escaping. */
async function ask(query, params = {}) {
  const address = new URL('/v2025-02-19/data/query/production', LAKE)
  address.searchParams.set('query', query)
  for (const [name, value] of Object.entries(params))
    address.searchParams.set(`$${name}`, JSON.stringify(value))
  const response = await fetch(address).catch(() => stop(`No newsroom answers at ${LAKE}.`))
  const {result, error} = await response.json()
  if (error) stop(error.description)
  return result
}

const LIST = `
  *[_type == "article" && defined(slug.current)]
    | order(coalesce(displayDate, firstPublishedAt) desc, _id asc) [0...10]{
      headline, "slug": slug.current, "section": section->title
    }`

// References are followed by "->": a quote's speakers with what they were when they spoke.
const ARTICLE = `
  *[_type == "article" && slug.current == $slug][0]{
    headline,
    dek,
    "authors": bylines[].author->name,
    "photo": leadPhoto{
      "caption": coalesce(caption, photo->caption),
      ...photo->{creditLine, "url": image.asset->url}
    },
    body[]{
      _type,
      _type == "block" => {style, "text": pt::text(@)},
      _type == "photoUse" => {
        "caption": coalesce(caption, photo->caption),
        ...photo->{creditLine, "url": image.asset->url}
      },
      _type == "quoteUse" => {...quote->{
        kind,
        text,
        attribution,
        speakers[]{"name": source->name, titleAtTime, affiliationAtTime}
      }}
    }
  }`

const print = {
  block: ({style, text}) => (style === 'h2' ? `## ${text}` : text),
  photoUse: (photo) => `[${photo.caption ?? ''} Photo: ${photo.creditLine}]\n${photo.url}?w=800`,
  quoteUse: (quote) => {
    const text = quote.kind === 'paraphrase' ? quote.text : `“${quote.text}”`
    const speakers = quote.speakers?.map(({name, titleAtTime, affiliationAtTime}) =>
      [name, titleAtTime, affiliationAtTime].filter(Boolean).join(', '),
    )
    return `> ${text}\n> — ${speakers?.join('; ') || quote.attribution}`
  },
}

const [slug] = process.argv.slice(2)
if (slug === undefined) {
  for (const {headline, section, slug} of await ask(LIST)) {
    console.log(`${headline} (${section})\n  node newsroom.mjs ${slug}`)
  }
} else {
  const article = await ask(ARTICLE, {slug})
  if (!article) stop(`Nothing is published at ${slug}.`)
  const {headline, dek, authors, photo, body} = article
  const text = body.map((member) => print[member._type]?.(member)).filter(Boolean)
  const lead = photo ? [print.photoUse(photo)] : []
  console.log([headline, dek, `By ${authors.join(', ')}`, ...lead, ...text].join('\n\n'))
}
