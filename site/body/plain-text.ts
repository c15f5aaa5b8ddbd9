import {stegaClean} from '@sanity/client/stega'
import type {BodyMember} from './types.ts'

/** The text of an article, quotes and boxes included, for counting. */
export function plainText(body: readonly BodyMember[]): string {
  return stegaClean(body.map(textOf).join('\n'))
}

function textOf(member: BodyMember): string {
  switch (member._type) {
    case 'block':
      return spans(member.children)
    case 'quoteUse':
      return member.quote?.text ?? ''
    case 'keyPoints':
      return member.points?.join('\n') ?? ''
    case 'factBox':
      return member.body?.map((block) => spans(block.children)).join('\n') ?? ''
    default:
      return ''
  }
}

const spans = (children: readonly {text?: string}[] | undefined) =>
  children?.map(({text}) => text ?? '').join('') ?? ''
