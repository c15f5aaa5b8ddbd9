// Makes this folder a project of its own: TypeGen takes the nearest folder with a file of this name, and
// would else use, and write, what belongs to the studio two folders up. The studio itself is there.
export default {}
