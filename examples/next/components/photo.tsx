import type {ARTICLE_QUERY_RESULT} from '../newsroom/sanity.types'

export type PhotoUse = NonNullable<NonNullable<ARTICLE_QUERY_RESULT>['leadPhoto']>

/** A picture with caption and credit. The lake makes its sizes, so that `next/image` has nothing to do. */
export function Photo({caption, alt, photo}: PhotoUse) {
  const asset = photo?.image?.asset
  if (!photo || !asset?.url) return null
  const at = (width: number) => `${asset.url}?w=${width}&auto=format`
  return (
    <figure>
      <img
        src={at(800)}
        srcSet={`${at(400)} 400w, ${at(800)} 800w`}
        sizes="(max-width: 40rem) 100vw, 38rem"
        width={asset.size?.width ?? undefined}
        height={asset.size?.height ?? undefined}
        alt={photo.decorative ? '' : (alt ?? photo.alt ?? '')}
        style={asset.lqip ? {backgroundImage: `url("${asset.lqip}")`} : undefined}
      />
      <figcaption>
        {caption ?? photo.caption} <small className="credit">{photo.creditLine}</small>
      </figcaption>
    </figure>
  )
}
