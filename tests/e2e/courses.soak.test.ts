// @module-tag soak
// Five hundred random courses (`courses.full.test.ts`).
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const FIRST = Number(process.env['COURSE_SEED'] ?? 101)
const COURSES = 500
const STEPS = 4

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (let seed = FIRST; seed < FIRST + COURSES; seed++) {
  const steps = stepsOf(seed, STEPS)
  it(`course ${seed}: ${steps.join(', ')}`, () => runCourse(courses, seed, steps))
}
