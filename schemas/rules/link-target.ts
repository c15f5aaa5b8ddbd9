import type {CustomValidator} from 'sanity'

interface CallToAction {
  label?: string
  url?: string
  link?: {_ref?: string}
}

/** A call to action leads to one place or to none, and a button has words on it. */
export const oneLinkTarget: CustomValidator<CallToAction | undefined> = (value) => {
  if (!value) return true
  const inside = Boolean(value.link?._ref)
  if (value.url && inside)
    return {message: 'Choose one: a web address or a page of ours, not both.', path: ['url']}
  const hasTarget = Boolean(value.url) || inside
  if (hasTarget && !value.label?.trim())
    return {message: 'What do readers click on? Write the words of the link.', path: ['label']}
  if (!hasTarget && value.label?.trim())
    return {
      message: 'Where does the link lead? Add a web address or choose a page of ours.',
      path: ['label'],
    }
  return true
}
