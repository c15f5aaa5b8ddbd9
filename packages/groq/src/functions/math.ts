// `math::`. Specification 1.revision 1, "Math functions". Null items are ignored. Any other item that is
// not a number makes the result null.
import {finite, type Value} from '../values.ts'
import type {GroqFunction, Namespace} from './index.ts'
import {ofValues} from './simple.ts'

const ofNumbers = (result: (numbers: number[]) => number | null): GroqFunction =>
  ofValues((list) => {
    if (!Array.isArray(list)) return null
    const values = (list as Value[]).filter((item) => item !== null && item !== undefined)
    return values.every((item) => typeof item === 'number') ? result(values) : null
  })

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const smaller = (one: number, other: number): number => (other < one ? other : one)
const larger = (one: number, other: number): number => (other > one ? other : one)

export const maths: Namespace = {
  avg: ofNumbers((numbers) => (numbers.length ? finite(sum(numbers) / numbers.length) : null)),
  max: ofNumbers((numbers) => (numbers.length ? numbers.reduce(larger) : null)),
  min: ofNumbers((numbers) => (numbers.length ? numbers.reduce(smaller) : null)),
  sum: ofNumbers((numbers) => finite(sum(numbers))),
}
