// A piece as a person without an account sees it, with a form for remarks.
import type {ReactNode} from 'react'
import {nounOf} from '../../model/registry.ts'
import type {SHARED_REMARKS_QUERY} from '../../queries/previews.ts'
import {Notice} from '../components/preview-notice.tsx'
import type {Answer} from '../content-client.ts'
import {pagePath} from '../display/paths.ts'
import {direction} from '../display/language.ts'
import type {Piece, PreviewFacts} from '../piece.ts'
import {useSite} from '../site-context.ts'
import type {Remark, SharedPreview} from './shared-preview-client.ts'

/** In characters; the lake refuses longer remarks. */
const LONGEST = {text: 5000, name: 100}

interface Props {
  piece: Piece & PreviewFacts
  preview: SharedPreview
  remarks: Answer<typeof SHARED_REMARKS_QUERY>
  /** What was written and could not be sent: it is there to be sent again. */
  unsent?: Partial<Remark>
  /** Why not. */
  problem?: string
  /** A remark has just arrived. */
  isSent?: boolean
}

/** `children`: the piece's own page. */
export function SharedPreviewPage({children, ...props}: Props & {children: ReactNode}) {
  return (
    <>
      {children}
      <Remarks {...props} />
    </>
  )
}

function Remarks({piece, preview, remarks, unsent, problem, isSent}: Props) {
  const {dates, language} = useSite()
  return (
    <section
      className="remarks"
      id="remarks"
      aria-labelledby="remarks-title"
      lang={language}
      dir={direction(language)}
    >
      <h2 id="remarks-title">Remarks</h2>
      {isSent && (
        <p className="remarks__sent" role="status">
          <strong>Thank you.</strong> The newsroom has your remark.
        </p>
      )}
      {remarks.length > 0 && (
        <ol>
          {remarks.map(({_id, name, text, at}) => (
            <li key={_id}>
              <p className="remarks__by">
                {name}, <time dateTime={at ?? undefined}>{dates.moment(at)}</time>
              </p>
              <p className="remarks__text" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
      <RemarkForm
        piece={piece}
        preview={preview}
        remarks={remarks}
        unsent={unsent}
        problem={problem}
      />
    </section>
  )
}

function RemarkForm({
  piece,
  preview: {recipient},
  remarks,
  unsent,
  problem,
}: Pick<Props, 'piece' | 'preview' | 'remarks'> & {
  unsent: Props['unsent'] | undefined
  problem: string | undefined
}) {
  return (
    <form method="post" action="#remarks">
      <p id="remarks-hint">
        Is something wrong, or missing? Say where it is, and what is right. Your remark goes to the
        editor of this {nounOf(piece._type)} and to nobody else outside the newsroom.
      </p>
      {problem && (
        <p className="remarks__problem" role="alert" id="remarks-problem">
          {problem}
        </p>
      )}
      <label htmlFor="remark">Your remark</label>
      <textarea
        id="remark"
        name="text"
        rows={6}
        required
        maxLength={LONGEST.text}
        dir="auto"
        defaultValue={unsent?.text}
        aria-describedby={problem ? 'remarks-problem remarks-hint' : 'remarks-hint'}
        {...(problem ? {'aria-invalid': true} : {})}
      />
      <label htmlFor="name">Your name</label>
      <input
        id="name"
        name="name"
        maxLength={LONGEST.name}
        autoComplete="name"
        dir="auto"
        defaultValue={unsent?.name ?? remarks.at(-1)?.name ?? recipient ?? ''}
      />
      <input type="hidden" name="revision" value={piece.revision} />
      <button type="submit">Send remark</button>
    </form>
  )
}

/** Tells who looks what this is, and for how long. */
export function SharedPreviewNotice({piece, preview}: Pick<Props, 'piece' | 'preview'>) {
  const {dates, name} = useSite()
  const {recipient, byName, expiresAt} = preview
  const embargo = dates.moment(piece.embargoUntil)
  const noun = nounOf(piece._type)
  return (
    <Notice>
      <p>
        <strong>{piece.isDraft ? 'Not published' : 'Published'}</strong> {byName} of {name} shows
        this {noun} to {recipient}.{' '}
        {piece.isDraft ? (
          <>Please keep it to yourself; it may still change.</>
        ) : piece.slug ? (
          <>
            Readers see <a href={pagePath(piece._type, piece.slug)}>this {noun}</a>.
          </>
        ) : null}{' '}
        {embargo && `Embargo until ${embargo}. `}
        The link ends on {dates.moment(expiresAt)}. <a href="#remarks">Leave a remark</a>
      </p>
    </Notice>
  )
}

/** A remark that came too late, to be copied from here. */
export function Unsent({text}: {text: string}) {
  return (
    <>
      <p id="unsent">Your remark was not sent. You can copy it from here:</p>
      <textarea
        className="remarks__unsent"
        aria-labelledby="unsent"
        rows={8}
        readOnly
        dir="auto"
        defaultValue={text}
      />
    </>
  )
}
