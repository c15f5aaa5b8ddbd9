// What an e-mail says about a notification: plain text, in the newsroom's words.
import {DEFAULT_PIECE, nounOf, titleLabelOf} from '../../model/registry.ts'
import {createDates} from '../../site/display/dates.ts'
import type {Notification} from '../../model/records.ts'
import type {MailableSubject} from './mailable-subject.ts'
import {manyLines, oneLine, shorten} from './plain-text.ts'

export interface MailInput {
  notification: Notification
  /** Remarks that came after it and share its e-mail. */
  more?: readonly Notification[]
  article: MailableSubject
  newsroom: {name: string; timeZone?: string}
  /** Where people reach the studio. */
  origin: string
  /** ISO 8601: when what was assigned is due. */
  dueAt?: string
}

export interface MailText {
  subject: string
  text: string
}

/** The subject of each kind, and what it says; `{title}` is the headline in quotation marks. */
export const KINDS: Record<Notification['kind'], [subject: string, sentence: string]> = {
  submitted: ['Submitted', '{who} submitted {title} on {when}.'],
  changesRequested: ['Changes requested', '{who} asked for changes to {title} on {when}.'],
  approved: ['Approved', '{who} approved {title} on {when}.'],
  lapsed: [
    'Approval lapsed',
    '{who} changed {title} on {when}, after it was approved. The approval no longer holds.',
  ],
  assigned: ['Assigned to you', '{who} assigned {title} to you on {when}.'],
  scheduleFailed: [
    'Not published as scheduled',
    'The scheduled publication of {title} failed on {when}. It is not published.',
  ],
  published: ['Published', '{who} published {title} on {when}.'],
  withdrawn: ['Withdrawn', '{who} withdrew {title} on {when}. Its readers find a notice.'],
  killed: ['Killed', '{who} killed {title} on {when}. Its readers find a notice.'],
  spiked: ['Spiked', '{who} spiked {title} on {when}. Nothing of it is lost.'],
  discarded: [
    'Changes discarded',
    '{who} discarded the changes to {title} on {when}. It stays as readers see it.',
  ],
  rightsEnding: ['Rights ending', 'The rights to a photo in {title} end soon, or have ended.'],
  remark: ['Remark', '{who} looked at a preview of {title} on {when} and left a remark.'],
  mentioned: ['Mentioned', '{who} mentioned you beside {title} on {when}.'],
  commented: [
    'Comment after approval',
    '{who} commented on {title} on {when}, after it was approved. It is not published before somebody resolves that, or says why it need not be.',
  ],
  frontCorrected: [
    'Words on a front came off',
    '{who} corrected a piece on {when}. The words that {title} had for it came off.',
  ],
  task: ['Task for you', '{who} gave you {title} on {when}.'],
}

/** Mail programs cut longer subjects, and so do some servers. */
const SUBJECT_LENGTH = 150
const HEADLINE_LENGTH = 300
const NOTE_LENGTH = 4000
/** What is more is read in the studio. */
const MOST_REMARKS = 20

/**
 * The e-mail. Of an article that may not be spoken of, it says no more than that.
 *
 * @example
 * mailTextFor({notification, article: {sayable: true, headline: 'Ships at anchor'}, …}).subject
 * // 'Submitted: Ships at anchor'
 */
export function mailTextFor(input: MailInput): MailText {
  const {notification, more = [], article, newsroom, origin} = input
  const foot = [
    'Open it in the studio:',
    linkTo(origin, notification, article.sayable),
    '',
    `You get this e-mail because it is in your inbox in the studio of ${oneLine(newsroom.name)}, where you had not read it.`,
    '',
  ].join('\n')
  if (!article.sayable) {
    return {
      subject: `A${withN(article.what)}`,
      text: `There is something about a${withN(article.what)} in your inbox.\n\n${foot}`,
    }
  }
  const [subject, sentence] = KINDS[notification.kind]
  const headline = oneLine(notification.headline ?? article.headline ?? '')
  const dates = createDates('en-GB', newsroom.timeZone)
  const dueOn = dates.moment(input.dueAt)
  const {subjectType = DEFAULT_PIECE} = notification
  const noTitle = `a${withN(nounOf(subjectType))} without a ${titleLabelOf(subjectType)}`
  const title = headline
    ? `${notification.task ? 'the task ' : ''}“${shorten(headline, HEADLINE_LENGTH)}”`
    : noTitle
  const whenOf = ({at}: Notification): string => dates.moment(at) ?? 'an unknown day'
  const subjectOf = (occasion: string): string =>
    shorten(`${occasion}: ${headline || noTitle}`, SUBJECT_LENGTH)
  if (more.length > 0) {
    const remarks = [notification, ...more]
    return {
      subject: subjectOf(`${remarks.length} remarks`),
      text: [...remarksText(remarks, title, whenOf), foot].join('\n\n'),
    }
  }
  const occasion = {who: oneLine(notification.byName), title, when: whenOf(notification)}
  const sentences = [
    sentence.replace(/\{(\w+)\}/g, (_, name: keyof typeof occasion) => occasion[name]),
    ...(dueOn ? [`It is due on ${dueOn}.`] : []),
  ].join(' ')
  return {
    subject: subjectOf(subject),
    text: [sentences, ...quoted(notification.note), foot].join('\n\n'),
  }
}

function remarksText(
  remarks: readonly Notification[],
  title: string,
  whenOf: (remark: Notification) => string,
): string[] {
  const left = remarks.length - MOST_REMARKS
  return [
    `${remarks.length} remarks were left on a preview of ${title}.`,
    ...remarks
      .slice(0, MOST_REMARKS)
      .flatMap((remark) => [
        `${oneLine(remark.byName)}, ${whenOf(remark)}:`,
        ...quoted(remark.note),
      ]),
    ...(left > 0 ? [`The studio has ${left} more.`] : []),
  ]
}

/** Marked as somebody's words, so that no note can pass for the e-mail itself. */
function quoted(note = ''): string[] {
  const text = shorten(manyLines(note), NOTE_LENGTH)
  return text === '' ? [] : [text.replace(/^/gm, '> ')]
}

/** `n article`, ` photo`: what follows an “a”. */
const withN = (what: string): string => (/^[aeiou]/.test(what) ? `n ${what}` : ` ${what}`)

/** Where it can be answered: beside the document for what was said there, or in the task. */
function linkTo(origin: string, notification: Notification, isSayable: boolean): string {
  const {kind, article, subject, subjectType = DEFAULT_PIECE, comment, task} = notification
  const studio = `${origin}/studio`
  if (task) return `${studio}/structure/?sidebar=tasks&viewMode=edit&selectedTask=${encode(task)}`
  const id = article?._ref ?? subject?._ref
  if (!id) return `${studio}/`
  const beside =
    kind === 'remark' && isSayable
      ? ';inspect=review;reviewTab=shared'
      : comment
        ? `;inspect=sanity%2Fcomments;comment=${encode(comment)}`
        : ''
  return `${studio}/intent/edit/id=${encode(id)};type=${encode(subjectType)}${beside}/`
}

const encode = encodeURIComponent
