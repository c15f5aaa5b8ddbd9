import type {POLICIES_QUERY} from '../../queries/settings.ts'
import {RichText} from '../body/text-components.tsx'
import type {Answer} from '../content-client.ts'
import {correctionsPath} from '../display/paths.ts'

type Policies = NonNullable<Answer<typeof POLICIES_QUERY>>

const TITLES = {ethics: 'Ethics', corrections: 'Corrections', ownership: 'Ownership and funding'}

/** What the newsroom promises its readers. */
export function PoliciesPage({policies}: {policies: Policies}) {
  const written = (['ethics', 'corrections', 'ownership'] as const).filter(
    (key) => policies[key]?.length,
  )
  return (
    <div className="article">
      <header className="article__head">
        <h1>Our policies</h1>
      </header>
      <div className="text">
        {written.map((key) => (
          <section key={key} id={key}>
            <h2>{TITLES[key]}</h2>
            <RichText value={policies[key]} />
            {key === 'corrections' && <AllCorrections />}
          </section>
        ))}
        {!written.includes('corrections') && <AllCorrections />}
      </div>
    </div>
  )
}

function AllCorrections() {
  return (
    <p className="list__more">
      <a href={correctionsPath()}>All corrections</a>
    </p>
  )
}
