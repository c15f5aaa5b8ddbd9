import Link from 'next/link'
import {latest} from '../newsroom/ask'

export default async function Latest() {
  const articles = await latest()
  return (
    <>
      <h1>Latest</h1>
      <ul>
        {articles.map(({_id, headline, dek, slug}) => (
          <li key={_id}>
            <Link href={`/articles/${slug}`}>{headline}</Link> {dek}
          </li>
        ))}
      </ul>
    </>
  )
}
