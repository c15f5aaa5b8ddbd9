import {notFound} from 'next/navigation'
import {Photo} from '../../../components/photo'
import {Text} from '../../../components/text'
import {articleAt, latest} from '../../../newsroom/ask'

interface Props {
  params: Promise<{slug: string}>
}

// The whole page at once, readable without a script, and 404 where there is none.
export const ensureStatic = 'navigation'

/** The newest are built ahead; others when somebody first asks for them. */
export async function generateStaticParams() {
  const articles = await latest()
  return articles.slice(0, 5).map(({slug}) => ({slug: slug ?? ''}))
}

export async function generateMetadata({params}: Props) {
  const article = await articleAt((await params).slug)
  return {title: article?.headline}
}

export default async function Article({params}: Props) {
  const article = await articleAt((await params).slug)
  if (!article) notFound()
  const {headline, dek, language, authors, leadPhoto, body} = article
  return (
    <article lang={language ?? undefined}>
      <h1>{headline}</h1>
      <p>{dek}</p>
      <p>By {authors?.join(', ')}</p>
      {leadPhoto && <Photo {...leadPhoto} />}
      <Text body={body ?? []} />
    </article>
  )
}
