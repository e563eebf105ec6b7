package editor

func (e *Editor) ownRoutes()     {}
func (e *Editor) accountRoutes() {}
func (e *Editor) auditRoutes()   {}
