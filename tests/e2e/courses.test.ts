// Two of the random courses (`courses.full.test.ts`).
import {afterAll, beforeAll, it} from 'vitest'
import {openCourses, runCourse, stepsOf, type Courses} from '../support/courses.ts'

const SEEDS = [9, 24]

let courses: Courses
beforeAll(async () => {
  courses = await openCourses()
})
afterAll(() => courses.newsroom.close())

for (const seed of SEEDS) {
  it(`course ${seed}: ${stepsOf(seed).join(', ')}`, () => runCourse(courses, seed))
}
