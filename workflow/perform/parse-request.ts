// A request as it came over HTTP: each member of the kind that acts expect, or a sentence that says
// which is not.
import {
  EDITORIAL_ACTIONS,
  type EditorialAction,
  type EditorialActionRequest,
} from '../../model/editorial-actions.ts'
import {isObject} from '../plain-content.ts'

/** Acts by which somebody answers for content: they say which. */
const NEEDS_A_LOOK = ['approve', 'amend']

const TEXTS = [
  'note',
  'publishAt',
  'ifRevision',
  'ifContentHash',
  'documentId',
  'articleId',
] as const

/** @returns the request, or what is wrong with it */
export function parseEditorialActionRequest(
  body: Readonly<Record<string, unknown>>,
): {request: EditorialActionRequest} | {problem: string} {
  const {act} = body
  if (typeof act !== 'string' || !Object.hasOwn(EDITORIAL_ACTIONS, act)) {
    return {problem: `There is no editorial action ${JSON.stringify(act)}.`}
  }
  for (const name of TEXTS) {
    const value = body[name]
    if (value !== undefined && value !== null && typeof value !== 'string') {
      return {problem: `"${name}" is text.`}
    }
  }
  const articleId = text(body['articleId'])?.replace(/^drafts\./, '')
  const documentId = text(body['documentId'])?.replace(/^drafts\./, '') ?? articleId
  const subject = act === 'amend' ? documentId : articleId
  if (subject?.includes('.'))
    return {problem: `${JSON.stringify(subject)} is not a published document ID.`}
  if (!subject) {
    return {problem: act === 'amend' ? '"documentId" is missing.' : '"articleId" is missing.'}
  }
  if (NEEDS_A_LOOK.includes(act) && !text(body['ifRevision']) && !text(body['ifContentHash'])) {
    return {
      problem:
        '"ifRevision" or "ifContentHash" is missing: what goes out is what somebody looked at.',
    }
  }
  const {overrides, correction, amendments, assignee, dueAt} = body
  if (overrides !== undefined && !(Array.isArray(overrides) && overrides.every(isOverride))) {
    return {problem: '"overrides" is a list of {code, document?, reason}.'}
  }
  if (!isOptional(correction, isCorrection)) {
    return {problem: '"correction" is {type, readerNote, wrongText?, rightText?}.'}
  }
  if (!isOptional(amendments, isObject) || !Object.values(amendments ?? {}).every(isCorrection)) {
    return {problem: '"amendments" is an object of {type, readerNote}, by the articles’ ids.'}
  }
  if (!isOptional(assignee, isText) || !isOptional(dueAt, isDate)) {
    return {problem: '"assignee" is an account’s id, "dueAt" a date as in ISO 8601.'}
  }
  const named = Object.fromEntries(
    TEXTS.filter((name) => name !== 'articleId' && name !== 'documentId').flatMap((name) =>
      text(body[name]) === undefined ? [] : [[name, body[name]]],
    ),
  )
  return {
    request: {
      act: act as EditorialAction,
      articleId: articleId ?? subject,
      ...named,
      ...(act === 'amend' ? {documentId: subject} : {}),
      ...(overrides ? {overrides: overrides.map(overrideOf)} : {}),
      ...(correction ? {correction: correctionOf(correction as Correction)} : {}),
      ...(amendments ? {amendments: amendmentsOf(amendments as Record<string, Correction>)} : {}),
      ...(assignee === undefined ? {} : {assignee: assignee as string | null}),
      ...(dueAt === undefined ? {} : {dueAt: dueAt as string | null}),
    },
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isDate = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value))

function text(value: unknown): string | undefined {
  return isText(value) && value !== '' ? value : undefined
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || value === null || is(value)
}

function isOverride(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value['code']) &&
    isText(value['reason']) &&
    isOptional(value['document'], isText)
  )
}

function isCorrection(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value['type']) &&
    isText(value['readerNote']) &&
    isOptional(value['wrongText'], isText) &&
    isOptional(value['rightText'], isText)
  )
}

type Correction = NonNullable<EditorialActionRequest['correction']>
type Override = NonNullable<EditorialActionRequest['overrides']>[number]

/** Nothing else of the request gets into what is recorded. */
function overrideOf({code, document, reason}: Override): Override {
  return {code, reason, ...(document ? {document} : {})}
}

function correctionOf({type, readerNote, wrongText, rightText}: Correction): Correction {
  return {
    type,
    readerNote,
    ...(wrongText ? {wrongText} : {}),
    ...(rightText ? {rightText} : {}),
  }
}

function amendmentsOf(given: Record<string, Correction>): Record<string, Correction> {
  return Object.fromEntries(Object.entries(given).map(([id, one]) => [id, correctionOf(one)]))
}
