// The other stories of a piece's package, below its text.
import {packageStories, type PiecePackage} from '../display/package-stories.ts'
import {Card} from './card.tsx'

/** Nothing where the piece is in no package that readers can see. */
export function PackageBand({piece}: {piece: {_id: string; package?: PiecePackage | null}}) {
  const stories = packageStories(piece)
  if (!stories) return null
  const {title, description, main, sides} = stories
  return (
    <section className="package split" aria-labelledby="package">
      <div>
        <h2 className="container__title" id="package">
          {title}
        </h2>
        {description && <p className="package__description">{description}</p>}
      </div>
      <div className="split__main">
        {main && (
          <div className="package__main">
            <p className="package__label">Main story</p>
            <Card article={main} variant="row" />
          </div>
        )}
        {sides.length > 0 && (
          <ul className="package__sides">
            {sides.map((side) => (
              <li key={side._id}>
                <Card article={side} variant="row" />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
