// Random courses: somebody writes while servers stop, networks fail, windows close and colleagues write. No key is
// lost or doubled. A seed repeats its course. More of them: `courses.soak.test.ts`.
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 13, 16, 18, 19]

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (const seed of SEEDS) {
  it(`course ${seed}: ${stepsOf(seed).join(', ')}`, () => runCourse(courses, seed))
}
