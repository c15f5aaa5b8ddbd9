// Random courses: somebody writes while servers stop, networks fail, windows close and colleagues write. No key is
// lost or doubled. A seed repeats its course. Five hundred longer ones: `courses.soak.test.ts`.
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const COURSES = 20

/** Two courses at a time: while one waits for its server or network, the other one goes on. */
let newsrooms: Courses[]
beforeAll(async () => {
  newsrooms = await Promise.all([openCourses(), openCourses()])
})
afterAll(() => Promise.all(newsrooms.map(({newsroom}) => newsroom.close())))

it(`${COURSES} courses lose and double nothing`, async () => {
  const failures: Error[] = []
  const left = Array.from({length: COURSES}, (_, index) => index + 1).values()
  const run = async (courses: Courses): Promise<void> => {
    for (const seed of left) {
      await runCourse(courses, seed).catch((cause: unknown) => {
        failures.push(new Error(`course ${seed}: ${stepsOf(seed).join(', ')}`, {cause}))
      })
    }
  }
  await Promise.all(newsrooms.map(run))
  if (failures.length > 0) throw new AggregateError(failures, 'Some courses failed')
}, 900_000)
