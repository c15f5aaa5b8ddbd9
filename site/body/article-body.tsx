import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ReactNode} from 'react'
import {Photo, type PhotoLayout} from '../components/photo.tsx'
import {TextPlace, type Place} from '../editing/editable.ts'
import {CallToAction} from './call-to-action.tsx'
import {Embed} from './embed.tsx'
import {FactBox} from './fact-box.tsx'
import {flowInlineQuotes} from './inline-quotes.ts'
import {KeyPoints} from './key-points.tsx'
import {notingOtherMarks, Quotation, type LinkableQuotation} from './quotation.tsx'
import {InlineQuote, QuoteBlock} from './quote.tsx'
import {textComponents} from './text-components.tsx'
import type {BodyMember, Member} from './types.ts'

const PHOTO_LAYOUTS: Record<string, PhotoLayout> = {showcase: 'showcase', supporting: 'supporting'}

/** Maps and charts take as much room as there is: smaller, their words could not be read. */
const layoutOf = ({role, photo}: Member<'photoUse'>): PhotoLayout =>
  photo?.isGraphic ? 'showcase' : (PHOTO_LAYOUTS[role ?? ''] ?? 'inline')

const components = {
  ...textComponents,
  types: {
    photoUse: ({value}: {value: Member<'photoUse'>}) => (
      <Photo use={value} layout={layoutOf(value)} captioned />
    ),
    quoteUse: ({value, isInline}: {value: Member<'quoteUse'>; isInline: boolean}) =>
      isInline ? <InlineQuote quote={value.quote} /> : <QuoteBlock use={value} />,
    callToAction: ({value}: {value: Member<'callToAction'>}) => <CallToAction value={value} />,
    keyPoints: ({value}: {value: Member<'keyPoints'>}) => (
      <KeyPoints title={value.title} points={value.points} />
    ),
    factBox: ({value}: {value: Member<'factBox'>}) => <FactBox value={value} />,
    embed: ({value}: {value: Member<'embed'>}) => <Embed value={value} />,
  },
  marks: {
    ...textComponents.marks,
    quotation: ({value, children}: {value?: LinkableQuotation; children?: ReactNode}) =>
      value ? <Quotation value={value}>{children}</Quotation> : <>{children}</>,
  },
} satisfies PortableTextComponents

/** The text of an article with everything in it; `place` is its field. */
export function ArticleBody({body, place}: {body: readonly BodyMember[]; place?: Place}) {
  return (
    <div className="text">
      <TextPlace value={place}>
        <PortableText
          value={flowInlineQuotes(body).map(notingOtherMarks)}
          components={components}
          onMissingComponent={false}
        />
      </TextPlace>
    </div>
  )
}
