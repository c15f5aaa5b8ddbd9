// A container of a front: a heading, and its stories in one of the layouts.
import {Card, type CardVariant} from '../components/card.tsx'
import {direction} from '../display/language.ts'
import {useSite} from '../site-context.ts'
import type {FrontContainerView, FrontStory} from './front-view.ts'
import {arrange, evenColumns, type Arranged} from './arrange.ts'
import {hasPhotograph} from './photographs.ts'

interface Props {
  container: FrontContainerView
  /** Where the heading leads. */
  href: string | undefined
  /** Its first story is the first that readers see. */
  isFirst: boolean
  sectioned: boolean
}

export function Container({container, href, isFirst, sectioned}: Props) {
  const {language} = useSite()
  const {_key, title, layout, hue, stories} = container
  const shown = stories.filter(({slug, headline}) => slug && headline)
  if (shown.length === 0) return null
  const id = `container-${_key}`
  const arranged = arrange(layout, shown, isFirst)
  // A part without a heading is one of what is above it, except for the first.
  const Part = title || isFirst ? 'section' : 'div'
  return (
    <Part
      className={`container container--${arranged.shape}${layout === 'pictures' ? ' contrast' : ''}`}
      data-container={_key}
      data-hue={hue ?? undefined}
      aria-labelledby={title ? id : undefined}
      aria-label={!title && isFirst ? 'Top stories' : undefined}
      lang={language}
      dir={direction(language)}
    >
      <div className="container__inner">
        {title && (
          <h2 className="container__title" id={id}>
            {href ? <a href={href}>{title}</a> : title}
          </h2>
        )}
        <Stories arranged={arranged} level={title ? 'h3' : 'h2'} {...{isFirst, sectioned}} />
      </div>
    </Part>
  )
}

function Stories({
  arranged: {shape, large, under = [], side, row, columns},
  level,
  isFirst,
  sectioned,
}: {
  arranged: Arranged<FrontStory>
  level: 'h2' | 'h3'
} & Pick<Props, 'isFirst' | 'sectioned'>) {
  const card = (variant: CardVariant) => (article: FrontStory, index: number) => (
    <Card
      key={article._id}
      article={article}
      variant={variant}
      level={level}
      sectioned={sectioned}
      number={variant === 'ranked' ? index + 1 : undefined}
      withDek={shape === 'list'}
      first={isFirst && index === 0}
    />
  )
  const isLead = shape === 'lead' || shape === 'type'
  const sizes = VARIANTS[shape]
  // What has no picture has room for more words, so that the side reaches down as far as what is beside it.
  const isRoomy = !isLead && side.length <= ROOMY
  const left = side.length <= ROOMY ? 'words' : 'brief'
  const withDeks = isLead ? !side.slice(0, 1).some(hasPhotograph) : columns === 1
  return (
    <div className="container__stories">
      <div className={`large large--${columns}`}>
        {large.map(card(sizes.large))}
        {under.length > 0 && (
          <div className={`large large--${evenColumns(under.length, 5)} under`}>
            {under.map(card(shape === 'opinion' ? 'opinion' : 'standard'))}
          </div>
        )}
      </div>
      {side.length > 0 && (
        <div className="side">
          {side.map((article, index) => (
            <Card
              key={article._id}
              article={article}
              variant={index === 0 || isRoomy ? sizes.side : left}
              level={level}
              sectioned={sectioned}
              withDek={withDeks}
            />
          ))}
        </div>
      )}
      {row.length > 0 && (
        <div className={`row row--${evenColumns(row.length, 4)}`}>{row.map(card(sizes.row))}</div>
      )}
    </div>
  )
}

/** A list of so few beside something large is set larger. */
const ROOMY = 3

/** The cards of each shape: in its largest part, at the head of its side, in the row below. */
const VARIANTS: Record<Arranged['shape'], Record<'large' | 'side' | 'row', CardVariant>> = {
  lead: {large: 'lead', side: 'second', row: 'words'},
  type: {large: 'lead', side: 'second', row: 'words'},
  one: {large: 'feature', side: 'brief', row: 'brief'},
  mixed: {large: 'feature', side: 'words', row: 'brief'},
  columns: {large: 'standard', side: 'brief', row: 'brief'},
  list: {large: 'brief', side: 'brief', row: 'brief'},
  opinion: {large: 'opinion', side: 'brief', row: 'brief'},
  pictures: {large: 'picture', side: 'picture', row: 'words'},
  ranked: {large: 'ranked', side: 'brief', row: 'brief'},
}
