import type {Block, BodyMember, Member} from './types.ts'

/** A paragraph in whose running text quotes may stand beside the spans. */
export type Paragraph = Omit<Block, 'children'> & {
  children?: (NonNullable<Block['children']>[number] | Member<'quoteUse'>)[]
}

export type FlowingMember = Exclude<BodyMember, Block> | Paragraph

/**
 * Moves each quote that is shown inline to the end of the paragraph before it: in the document it is a
 * member of its own, so that every quote can be found, on the page it finishes the sentence.
 */
export function flowInlineQuotes(body: readonly BodyMember[]): FlowingMember[] {
  const flowing: FlowingMember[] = []
  for (const member of body) {
    const previous = flowing.at(-1)
    if (member._type === 'quoteUse' && member.display === 'inline' && isParagraph(previous))
      flowing[flowing.length - 1] = {...previous, children: [...(previous.children ?? []), member]}
    else flowing.push(member)
  }
  return flowing
}

function isParagraph(member: FlowingMember | undefined): member is Paragraph {
  return member?._type === 'block' && !member.listItem && (member.style ?? 'normal') === 'normal'
}
