// The studio: one workspace, on the embedded lake or, with a project id in `.env`, on the hosted one.
import './studio/data/transport/install.ts'
import {newsroomWorkspace} from './studio/workspace.tsx'

export default newsroomWorkspace()
