package content

import (
	"cmp"
	"fmt"
	"slices"
)

// Issue is one fault of the content, as data: where it is, which check found it, and what was expected.
type Issue struct {
	Pos
	Code   string // the check that reports it, such as "reference"
	Detail string // what is wrong and what was expected
}

// Pos is a place in a content file. Line is 1-based; 0 means the whole file.
type Pos struct {
	File string
	Line int
}

// String gives "file:line: code: detail", the form editors jump to.
func (i Issue) String() string {
	return fmt.Sprintf("%s: %s: %s", i.Pos, i.Code, i.Detail)
}

// String gives "file:line", or the file alone when the line is unknown.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

func sortIssues(issues []Issue) {
	slices.SortStableFunc(issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Detail, b.Detail))
	})
}
