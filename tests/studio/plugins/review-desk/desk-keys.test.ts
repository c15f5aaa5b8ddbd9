import {describe, expect, test} from 'vitest'
import {
  DESK_KEYS,
  deskCommand,
  type KeyContext,
} from '../../../../studio/plugins/review-desk/desk-keys.ts'

const IN_LIST: KeyContext = {isTyping: false, isInList: true, maySelect: true, shortcuts: ['f']}
const press = (
  key: string,
  held: {shiftKey?: boolean; ctrlKey?: boolean; metaKey?: boolean} = {},
) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const command = (key: string, context: Partial<KeyContext> = {}, held = {}) =>
  deskCommand(press(key, held), {...IN_LIST, ...context})

describe('the desk’s keys', () => {
  test('move, open, select and assign', () => {
    expect(['j', 'k', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => command(key))).toEqual([
      'next',
      'previous',
      'next',
      'previous',
      'first',
      'last',
    ])
    expect(command('Enter')).toBe('open')
    expect(command('x')).toBe('select')
    expect(command(' ')).toBe('select')
    expect(command('a')).toBe('assign')
    expect(command('ArrowDown', {}, {shiftKey: true})).toBe('extendNext')
    expect(command('?', {}, {shiftKey: true})).toBe('help')
  })

  test('type characters while a person types', () => {
    for (const key of ['j', 'x', 'a', '/', '?', 'Enter', 'Escape']) {
      expect(command(key, {isTyping: true})).toBeNull()
    }
  })

  test('open what plugins offer', () => {
    expect(command('f')).toBe('act f')
    expect(command('f', {isInList: false})).toBe('act f')
    expect(command('f', {isTyping: true})).toBeNull()
    expect(command('f', {shortcuts: []})).toBeNull()
    expect(command('f', {}, {ctrlKey: true})).toBeNull()
  })

  test('do not change the browser’s own', () => {
    expect(command('a', {}, {ctrlKey: true})).toBeNull()
    expect(command('k', {}, {metaKey: true})).toBeNull()
  })

  test('scroll and press buttons as usual outside the list, where only character keys are the desk’s', () => {
    const outside = {isInList: false}
    for (const key of ['ArrowDown', 'Enter', ' ', 'Home']) expect(command(key, outside)).toBeNull()
    expect(command('j', outside)).toBe('next')
    expect(command('/', outside)).toBe('filter')
  })

  test('select nothing for those who cannot assign', () => {
    const reader = {maySelect: false}
    for (const key of ['x', 'a', ' ']) expect(command(key, reader)).toBeNull()
    expect(command('ArrowDown', reader, {shiftKey: true})).toBe('next')
  })

  test('that are listed all do something', () => {
    const listed = DESK_KEYS.flatMap(({keys}) => keys).filter((key) => key.length === 1)
    const named: Record<string, string> = {'↓': 'ArrowDown', '↑': 'ArrowUp'}
    expect(listed.length).toBeGreaterThan(6)
    for (const key of listed) expect(command(named[key] ?? key)).not.toBeNull()
  })
})
