import type {CustomValidator} from 'sanity'

type Block = {_type: string; _key?: string; style?: string}

/** Screen readers jump from heading to heading: a small one belongs below a big one (WCAG technique H42). */
export const headingOrder: CustomValidator<Block[] | undefined> = (blocks) => {
  const index = (blocks ?? []).findIndex(({style}) => style === 'h2' || style === 'h3')
  const first = blocks?.[index]
  return (
    first?.style !== 'h3' || {
      message: 'Begin with a subheading; small subheadings stand below one.',
      path: [first._key ? {_key: first._key} : index],
    }
  )
}
