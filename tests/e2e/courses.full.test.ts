// Random courses: somebody writes while servers stop, networks fail, windows close and colleagues write. No key is
// lost or doubled. A seed repeats its course. Longer ones: `courses.test.ts`, and five hundred in `courses.soak.test.ts`.
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const COURSES = 20
/** Each opens the studio a time or two, which is what takes long. */
const STEPS = 2

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (let seed = 1; seed <= COURSES; seed++) {
  const steps = stepsOf(seed, STEPS)
  it(`course ${seed}: ${steps.join(', ')}`, () => runCourse(courses, seed, steps))
}
