package editor

// regionRoutes adds the pages of regions.
func (e *Editor) regionRoutes() {}
