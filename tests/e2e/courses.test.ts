// Two random courses. Twenty more: `courses.full.test.ts`.
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

/** Between them: the server is killed, and restarts; a colleague writes; the studio is opened without a network. */
const SEEDS = [43, 44]

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (const seed of SEEDS) {
  it(`course ${seed}: ${stepsOf(seed).join(', ')}`, () => runCourse(courses, seed))
}
