import {topicPath} from '../display/paths.ts'

/** What is written about just now, in one row. */
export function TopicStrip({topics}: {topics: readonly {slug: string; title: string}[]}) {
  if (topics.length === 0) return null
  return (
    <nav className="strip" aria-label="Topics">
      <ul>
        {topics.map(({slug, title}) => (
          <li key={slug}>
            <a href={topicPath(slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
