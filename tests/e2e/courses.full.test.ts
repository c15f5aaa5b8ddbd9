// Random courses: somebody writes while servers stop, networks fail, windows close and colleagues write. No key is
// lost or doubled. A seed repeats its course. Five hundred longer ones: `courses.soak.test.ts`.
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const COURSES = 20

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (let seed = 1; seed <= COURSES; seed++) {
  it(`course ${seed}: ${stepsOf(seed).join(', ')}`, () => runCourse(courses, seed))
}
