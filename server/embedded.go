package main

import (
	"fmt"
	"io/fs"

	"michishirube/server/content"
	"michishirube/server/directory"
	"michishirube/server/release"
)

// embedded is what this binary has to say, parsed.
type embedded struct {
	content   *content.Content
	directory *directory.Directory // with the imported list laid over it
	own       *directory.Directory // without
}

// load parses the content and the directory. Any fault means that nothing of them may be used.
func load(assets, locales fs.FS) (embedded, []fmt.Stringer) {
	var faults []fmt.Stringer
	c, issues := content.Load(assets, locales)
	faults = appendFaults(faults, issues)
	d, unfit := directory.Load(assets, string(c.Guide.ReviewedOn))
	faults = appendFaults(faults, unfit)
	return embedded{c, d, d}, faults
}

// prove checks the content, also over all answers and days. It takes a while.
func (e embedded) prove() []fmt.Stringer {
	return appendFaults(nil, content.Check(e.content))
}

// compile gives what a release is made of. Only for what was loaded without a fault.
func (e embedded) compile() (release.Input, error) {
	bundle, err := content.Compile(e.content)
	if err != nil {
		return release.Input{}, err
	}
	directory, err := e.directory.JSON()
	if err != nil {
		return release.Input{}, err
	}
	helplines, err := e.directory.HelplinesJSON()
	if err != nil {
		return release.Input{}, err
	}
	return release.FromContent(bundle, directory, helplines), nil
}

func appendFaults[I fmt.Stringer](faults []fmt.Stringer, issues []I) []fmt.Stringer {
	for _, i := range issues {
		faults = append(faults, i)
	}
	return faults
}
