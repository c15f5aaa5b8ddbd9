import {describe, expect, test} from 'vitest'
import {lastIsFolded, sharedLinks} from '../../../../studio/plugins/shared-previews/shared-links.ts'
import {inHours, link, NOW, remark, takenBack} from './support.ts'

const names = (links: {recipient: string}[]) => links.map(({recipient}) => recipient)

describe('links', () => {
  test('that open the article come first, the youngest at the head', () => {
    const links = [link('old', {at: inHours(-9)}), link('young', {at: inHours(-1)})]
    expect(names(sharedLinks({links, remarks: []}, NOW).open)).toEqual(['young', 'old'])
  })

  test('that have ended are apart, by whatever road and in the order of their ends', () => {
    const links = [
      link('expired', {expiresAt: inHours(-2)}),
      link('taken back', takenBack(-1)),
      link('open'),
      link('expired long ago', {expiresAt: inHours(-50)}),
    ]
    const {open, ended} = sharedLinks({links, remarks: []}, NOW)
    expect(names(open)).toEqual(['open'])
    expect(names(ended)).toEqual(['taken back', 'expired', 'expired long ago'])
  })

  test('end while one looks', () => {
    const links = [link('brief', {expiresAt: inHours(1)})]
    expect(sharedLinks({links, remarks: []}, NOW).open).toHaveLength(1)
    expect(sharedLinks({links, remarks: []}, NOW + 3_600_000).ended).toHaveLength(1)
  })
})

test('remarks stand at the link by which they came, in the order in which they came', () => {
  const links = [link('Ruth'), link('Ida')]
  const remarks = [
    remark('Ruth', inHours(2)),
    remark('Ida', inHours(1)),
    remark('Ruth', inHours(0)),
  ]
  const {open} = sharedLinks({links, remarks}, NOW)
  const of = (name: string) => open.find(({recipient}) => recipient === name)?.remarks
  expect(of('Ruth')?.map(({at}) => at)).toEqual([inHours(0), inHours(2)])
  expect(of('Ida')?.map(({at}) => at)).toEqual([inHours(1)])
})

describe('what has ended is unfolded', () => {
  const links = [link('open'), link('ended', takenBack(0))]
  const folded = (...remarks: ReturnType<typeof remark>[]) =>
    lastIsFolded(sharedLinks({links, remarks}, NOW))

  test('if it has the last remark', () => {
    expect(folded(remark('open', inHours(-3)), remark('ended', inHours(-2)))).toBe(true)
    expect(folded(remark('ended', inHours(-2)))).toBe(true)
  })

  test('and not where the last one came through an open link, or nobody said anything', () => {
    expect(folded(remark('ended', inHours(-3)), remark('open', inHours(-2)))).toBe(false)
    expect(folded()).toBe(false)
  })
})
